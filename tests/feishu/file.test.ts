import { beforeEach, describe, expect, test } from 'vitest'
import type { Files } from '../../src/chat/file.ts'
import type { Role } from '../../src/domain/person.ts'
import { AppError } from '../../src/errors.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { addPerson } from '../../src/store/people.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()
beforeEach(() => db().query('truncate account, person cascade'))

const BYTES = new TextEncoder().encode('云川市人民政府办公室关于印发工作方案的通知')
const DOCUMENT = {
  number: '云政办〔2025〕1号',
  title: '工作方案',
  version: 1,
  tasks: 12,
  warnings: [],
  proposed: [],
}

/** Someone of that role hands a file over; `seen`: what reached the ingest. */
async function handed(
  role: Role,
  how: { readonly ingest?: Files['ingest']; readonly chat?: 'group' | 'p2p' } = {},
) {
  const seen: { name: string; text: string; by: number | null }[] = []
  const ingest: Files['ingest'] = async (file) => {
    seen.push({ name: file.name, text: new TextDecoder().decode(file.bytes), by: file.by })
    return how.ingest ? how.ingest(file) : { kind: 'added', documents: [DOCUMENT] }
  }
  const download: Files['download'] = (event, key) => made.feishu.download(event, key)
  const made = await stage({ deps: { files: { download, ingest } } })
  const { loopback } = made
  const from = loopback.person('周航')
  const who = { name: '周航', title: null, unitId: null, roles: [role], oversees: [] }
  const personId = await addPerson(db(), who)
  await createAccounts(db()).link('feishu', from.openId, personId)
  const chat = loopback.chat(how.chat ?? 'p2p')
  const said = loopback.hand({ from, chat, mention: how.chat === 'group' }, '方案.docx', BYTES)
  const card = await loopback.state.until(() => loopback.repliesTo(said.messageId)[0])
  return { ...made, seen, personId, said, card }
}

const shown = (content: string | undefined): string => content ?? ''

describe('a file', () => {
  test('of a supervisor in private: read into the ledger, the card becomes the result', async () => {
    const { loopback, card, seen, personId, said, intake } = await handed('supervisor')
    await loopback.state.until(() => card.patches.length > 0)
    await intake.stop()
    expect(titleOf(card)).toBe('正在读入文件')
    expect(seen).toEqual([{ name: '方案.docx', text: new TextDecoder().decode(BYTES), by: personId }])
    expect(shown(card.patches[0])).toContain('已入库，读出 1 份文件、12 项任务')
    expect(shown(card.patches[0])).toContain('云政办〔2025〕1号')
    expect(loopback.repliesTo(said.messageId)).toHaveLength(1)
  })

  test('that cannot be read: the reason on the same card, and it is not tried again', async () => {
    const ingest = async () => {
      throw new AppError('file-scanned', '这份文件是扫描件，请先做文字识别。')
    }
    const { loopback, card, seen, flows, intake } = await handed('supervisor', { ingest })
    await loopback.state.until(() => card.patches.length > 0)
    await intake.stop()
    await flows.catchUp()
    expect(shown(card.patches[0])).toContain('请先做文字识别')
    expect(seen).toHaveLength(1)
  })

  test('the card can no longer be changed: the result is said anew', async () => {
    const release = Promise.withResolvers<Awaited<ReturnType<Files['ingest']>>>()
    const { loopback, said } = await handed('supervisor', { ingest: () => release.promise })
    loopback.fault({ path: /messages\/om_\w+$/, status: 400, code: 230_031 })
    release.resolve({ kind: 'unchanged', documents: [DOCUMENT] })
    await loopback.state.until(() => loopback.repliesTo(said.messageId).length === 2)
    expect(loopback.repliesTo(said.messageId).map(titleOf)).toEqual(['正在读入文件', '文件已读入'])
  })

  test.each([
    ['official', 'p2p', '请联系督查室'],
    ['liaison', 'p2p', '报送提醒的卡片'],
    ['supervisor', 'group', '请私聊发文件'],
  ] as const)('of a %s in %s: not read, told politely', async (role, chat, words) => {
    const { card, seen, intake } = await handed(role, { chat })
    await intake.stop()
    expect(card.content).toContain(words)
    expect(seen).toEqual([])
  })
})

test('what the bot brings itself: uploaded under its kind', async () => {
  const { feishu, loopback } = await stage()
  const key = await feishu.client.upload('附表.xlsx', BYTES)
  expect(loopback.state.files.get(key)).toEqual({ name: '附表.xlsx', bytes: BYTES })
})
