import { beforeEach, describe, expect, test } from 'vitest'
import type { EvidenceFiles } from '../../src/chat/evidence.ts'
import type { Role } from '../../src/domain/person.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { createEvidence } from '../../src/store/evidence.ts'
import { addPerson } from '../../src/store/people.ts'
import { message } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()
beforeEach(() => db().query('truncate evidence, blob, account, person cascade'))

const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
const SHEET = new TextEncoder().encode('附表')
const FROM = new Date('2020-01-01')

/** A person of that role in a private chat with the bot. */
async function private1(role: Role, more: Partial<EvidenceFiles> = {}) {
  const made: Awaited<ReturnType<typeof stage>> = await stage({
    deps: {
      files: {
        download: (event, key) => made.feishu.download(event, key),
        ingest: async () => ({ kind: 'added', documents: [] }),
        evidence: { book: createEvidence(db()), ...more },
      },
    },
  })
  const { loopback } = made
  const from = loopback.person('周航')
  const who = { name: '周航', title: null, unitId: null, roles: [role], oversees: [] }
  await createAccounts(db()).link('feishu', from.openId, await addPerson(db(), who))
  const chat = loopback.privateChat(from)
  const place = { channel: 'feishu', account: from.openId, chat } as const
  const answer = (id: string) => loopback.state.until(() => loopback.repliesTo(id)[0])
  return { ...made, from, chat, answer, kept: () => createEvidence(db()).recent(place, FROM) }
}

describe('a liaison’s', () => {
  test('picture: kept with its bytes, answered by name', async () => {
    const { loopback, from, chat, answer, kept } = await private1('liaison')
    const said = loopback.hand({ from, chat }, '', PHOTO, true)
    expect((await answer(said.messageId)).content).toContain('已收到“图片.jpg”，作为佐证保存了')
    const [row] = await kept()
    expect(row).toMatchObject({ name: '图片.jpg', mediaType: 'image/jpeg', size: 6, caption: '' })
    expect([...((await createEvidence(db()).bytes(row?.id ?? 0)) ?? [])]).toEqual([...PHOTO])
  })

  test('file: the same, and sent again by the platform it is kept once', async () => {
    const { loopback, from, chat, answer, kept, intake } = await private1('liaison')
    const said = loopback.hand({ from, chat }, '台账.xlsx', SHEET)
    expect((await answer(said.messageId)).content).toContain('“台账.xlsx”')
    await loopback.push(said.event)
    await intake.stop()
    expect(loopback.repliesTo(said.messageId)).toHaveLength(1)
    expect(await kept()).toHaveLength(1)
  })

  test('picture beside words: kept with them, and the words are answered', async () => {
    const { loopback, from, chat, answer, kept } = await private1('liaison')
    const said = loopback.hand({ from, chat, text: '第52项开了6条' }, '', PHOTO, true)
    expect(titleOf(await answer(said.messageId))).toBe('答：第52项开了6条')
    expect(await kept()).toMatchObject([{ caption: '第52项开了6条', name: '图片.jpg' }])
  })

  test('filled-in form: whoever claims it answers, and it is no evidence', async () => {
    const { loopback, from, chat, answer, kept } = await private1('liaison', {
      claim: async ({ name }) => (name.endsWith('.xlsx') ? message('附表1已读出') : null),
    })
    const form = loopback.hand({ from, chat }, '附表1.xlsx', SHEET)
    expect(titleOf(await answer(form.messageId))).toBe('附表1已读出')
    const photo = loopback.hand({ from, chat }, '', PHOTO, true)
    expect(titleOf(await answer(photo.messageId))).toBe('佐证已收到')
    expect(await kept()).toHaveLength(1)
  })

  test('file that is empty or too large: told why, not kept', async () => {
    const { loopback, from, chat, answer, kept } = await private1('liaison')
    const empty = loopback.hand({ from, chat }, '空.txt', new Uint8Array())
    expect((await answer(empty.messageId)).content).toContain('文件是空的')
    const large = loopback.hand({ from, chat }, '录像.mp4', new Uint8Array(20_000_001))
    expect((await answer(large.messageId)).content).toContain('不超过 20 MB')
    expect(await kept()).toEqual([])
  })
})

test.each(['official', 'supervisor'] as const)('a picture of a %s is no evidence', async (role) => {
  const { loopback, from, chat, answer, kept } = await private1(role)
  const said = loopback.hand({ from, chat }, '', PHOTO, true)
  expect((await answer(said.messageId)).content).toContain('我还看不了图片')
  expect(await kept()).toEqual([])
})

test('the platform does not give the file at once: tried again, kept once', async () => {
  const { loopback, from, chat, answer, kept } = await private1('liaison')
  loopback.fault({ path: /resources/, status: 502 })
  const said = loopback.hand({ from, chat }, '台账.xlsx', SHEET)
  await answer(said.messageId)
  expect(await kept()).toHaveLength(1)
})
