import { expect, test } from 'vitest'
import { NO_AIDS } from '../../../src/app/aids.ts'
import { answerFlow, createAsk } from '../../../src/app/answering.ts'
import { createProgressDeps } from '../../../src/app/progress-talk.ts'
import { createReminding } from '../../../src/app/reminding.ts'
import { createProgressFlows } from '../../../src/chat/progress/flows.ts'
import { loadConfig } from '../../../src/config.ts'
import { createAccounts } from '../../../src/store/accounts.ts'
import { setStage, silentLog } from '../../feishu/stage.ts'
import { openTown } from './stage.ts'

/** The platform's own card as a person sees it, and the value behind one of its buttons. */
const buttonValue = (card: string, words: string): unknown => {
  const find = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return null
    const { tag, text, behaviors } = value as {
      tag?: string
      text?: { content: string }
      behaviors?: { value: unknown }[]
    }
    if (tag === 'button' && text?.content.includes(words)) return behaviors?.[0]?.value ?? null
    for (const inner of Object.values(value)) {
      const found = find(inner)
      if (found !== null) return found
    }
    return null
  }
  return find(JSON.parse(card))
}

/** The same conversation through the real SDK and a platform that refuses what Feishu refuses. */
test('reported, changed in place and confirmed over Feishu', async () => {
  const town = await openTown()
  const now = () => new Date()
  const config = loadConfig({}, '/nowhere')
  const reminding = createReminding({ db: town.db, config, now, log: silentLog, channels: {} })
  const deps = createProgressDeps({ db: town.db, lexical: 'fulltext', zone: config.TZ_NAME, reminding })
  const progress = createProgressFlows(deps)
  const { loopback, close } = await setStage({ db: town.db, deps: { now, progress } })
  try {
    const from = loopback.person('张航')
    await createAccounts(town.db).link('feishu', from.openId, town.idOf('张航'))
    const chat = loopback.privateChat(from)
    const say = async (text: string) => {
      const { messageId } = loopback.say({ from, chat, text, mention: false })
      return loopback.state.until(() => loopback.repliesTo(messageId)[0])
    }
    const card = await say('52项商业8条，92项主桥合龙了')
    expect(card.content).toContain('请核对（还没有写入）')
    await say('商业是9条')
    const face = await loopback.state.until(() => {
      const shown = loopback.state.sent.find((s) => s.id === card.id)?.patches.at(-1)
      return shown?.includes('**9条**') ? shown : undefined
    })
    const tapped = await loopback.tap({ from, messageId: card.id, value: buttonValue(face, '确认报送') })
    expect(JSON.stringify(tapped.data)).toContain('已报送 2 项')
    const rows = await town.db.query('select r.value from reading r join progress p on p.id = r.progress_id')
    expect(rows).toEqual([{ value: 9 }])
  } finally {
    await close()
    await town.close()
  }
}, 60_000)

/** The desk over Feishu: its day stands still on a Thursday two days after the reports were due. */
test('who has not reported, pressed over Feishu; a duty moved there', async () => {
  const town = await openTown()
  const now = () => new Date('2026-10-22T02:00:00Z')
  const config = loadConfig({}, '/nowhere')
  const reminding = createReminding({ db: town.db, config, now, log: silentLog, channels: {} })
  const deps = createProgressDeps({ db: town.db, lexical: 'fulltext', zone: config.TZ_NAME, reminding })
  const answer = answerFlow(
    createAsk({ db: town.db, lexical: 'fulltext' }, { ...NO_AIDS, log: { ...silentLog, debug: () => {} } }),
    config.TZ_NAME,
  )
  const progress = createProgressFlows(deps)
  const { loopback, close } = await setStage({ db: town.db, answer, deps: { now, progress } })
  try {
    const from = loopback.person('李敏')
    await createAccounts(town.db).link('feishu', from.openId, town.idOf('李敏'))
    const chat = loopback.privateChat(from)
    const say = (text: string) => {
      const { messageId } = loopback.say({ from, chat, text, mention: false })
      return loopback.state.until(() => loopback.repliesTo(messageId)[0])
    }
    const tap = (card: { id: string; content: string }, words: string) =>
      loopback.tap({ from, messageId: card.id, value: buttonValue(card.content, words) })
    const list = await say('还有谁没报')
    expect(list.content).toContain('应报4家')
    expect(JSON.stringify((await tap(list, '一键催办这4家')).data)).toContain('已催办 4 家')
    const [pressed] = await town.db.query<{ n: number }>(
      `select count(*)::int as n from outbox where key like 'press:%'`,
    )
    expect(pressed?.n).toBe(4)
    const card = await say('把5号文的季度报送改到每季度第1个月25日前')
    expect(JSON.stringify((await tap(card, '确认改期')).data)).toContain('已改期')
    expect(await town.db.query('select distinct change from duty_change')).toEqual([{ change: 'moved' }])
  } finally {
    await close()
    await town.close()
  }
}, 60_000)
