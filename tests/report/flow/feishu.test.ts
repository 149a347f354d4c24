import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_AIDS } from '../../../src/app/aids.ts'
import { createReportTalk } from '../../../src/app/report-talk.ts'
import { createAccounts } from '../../../src/store/accounts.ts'
import { type ChatName, readGroupChats } from '../../../src/store/group-chats.ts'
import { loadTown } from '../../chat/progress/town.ts'
import { freshDatabase, type TestDatabase } from '../../database.ts'
import { setStage, silentLog } from '../../feishu/stage.ts'
import { reportQuarter } from './quarter.ts'
import { FRIDAY } from './stage.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await loadTown(database.db)
  await reportQuarter(database.db)
})
afterAll(() => database.close())

/** Through the real SDK against the loopback platform: a card that becomes the report, then the file itself. */
test('in Feishu the card becomes the report, and the file is uploaded and sent', async () => {
  const { db } = database
  const now = () => new Date()
  const at = () => new Date(FRIDAY)
  const reports = await createReportTalk({
    database: { db, lexical: 'fulltext' },
    config: { TZ_NAME: 'Asia/Shanghai' },
    ...{ aids: NO_AIDS, now: at, log: silentLog, groups: [], channels: {} },
  })
  const stage = await setStage({ db, deps: { now, reports: reports.flows } })
  const { loopback } = stage
  const from = loopback.person('李敏')
  const [person] = await db.query<{ id: number }>("select id from person where name = '李敏'")
  await createAccounts(db).link('feishu', from.openId, person!.id)
  const said = loopback.say({ from, chat: loopback.chat('p2p'), text: '给我一份2026年三季度通报，要word版' })
  const card = await loopback.state.until(() => loopback.repliesTo(said.messageId)[0])
  const file = await loopback.state.until(() => loopback.state.sent.find((sent) => sent.type === 'file'))
  expect(card.content).toContain('正在生成报告')
  expect(card.patches.at(-1)).toContain('关于2026年第三季度重点任务办理情况的通报')
  const { file_key } = JSON.parse(file.content)
  const kept = loopback.state.files.get(file_key)
  expect(kept?.name).toMatch(/通报（\d{8}）\.docx$/)
  expect(
    Buffer.from(kept?.bytes ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await stage.close()
  reports.close()
})

test('groups to publish to go by their own names, asked for once a day; without a right by who asked last', async () => {
  const { db } = database
  const stage = await setStage({ db, options: { run: 'b' }, deps: { now: () => new Date() } })
  const { loopback } = stage
  const group = loopback.chat('group')
  loopback.state.chatNames.set(group, '重点任务督办群')
  const from = loopback.person('李敏')
  const said = loopback.say({ from, chat: group, text: '第52项谁负责', mention: true })
  await loopback.state.until(() => loopback.repliesTo(said.messageId)[0])
  const { client } = stage.feishu
  const names = (at: string, nameOf: ChatName) => readGroupChats(db, nameOf, new Date(at))
  const none = async () => null
  const [before] = await names('2026-10-16T02:00:00Z', none)
  expect(before).toMatchObject({ chat: group, name: expect.stringMatching(/^飞书群1/) })
  const [named] = await names('2026-10-16T02:00:00Z', client.chatName)
  expect(named).toMatchObject({ chat: group, name: '重点任务督办群' })
  loopback.state.chatNames.set(group, '督办群')
  expect((await names('2026-10-16T09:00:00Z', client.chatName))[0]?.name).toBe('重点任务督办群')
  expect((await names('2026-10-18T02:00:00Z', client.chatName))[0]?.name).toBe('督办群')
  expect((await names('2026-10-20T02:00:00Z', none))[0]?.name).toBe('督办群')
  await stage.close()
})
