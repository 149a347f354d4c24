import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NewEvidence } from '../../src/domain/evidence.ts'
import { pruneBlobs, readBlob } from '../../src/store/blobs.ts'
import { createEvidence } from '../../src/store/evidence.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.query('truncate evidence, blob, progress cascade'))

const AT = new Date('2026-07-10T10:00:00+08:00')
const HAND = { personId: null, at: AT, today: '2026-07-10', messageKey: 'message:a' }
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)
const sent = (messageId: string, over: Partial<NewEvidence> = {}): NewEvidence => ({
  ...{ channel: 'feishu', chat: 'oc_1', account: 'ou_1', personId: null, messageId, fileKey: 'k' },
  ...{ name: '现场照片.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 0, 255]), caption: '' },
  ...{ receivedAt: AT, ...over },
})

/** A report of one unit on one task, as the progress flow writes it. */
async function report(): Promise<{ id: number; taskId: number }> {
  const { db } = database
  const [file] = await db.query<{ id: number }>(
    `insert into file (name, format, content_hash, body, added_at) values ('a', 'txt', gen_random_uuid(), '', now()) returning id`,
  )
  const [document] = await db.query<{ id: number }>(
    `insert into document (file_id, ordinal, series, version, status, title, span_start, span_end)
     values ($1, 1, gen_random_uuid(), 1, 'live', '工作方案', 0, 0) returning id`,
    [file?.id],
  )
  const [task] = await db.query<{ id: number }>(
    `insert into task (document_id, ordinal, path, section, body, span_start, span_end)
     values ($1, 1, '{一}', '', '', 0, 0) returning id`,
    [document?.id],
  )
  const [unit] = await db.query<{ id: number }>(
    `insert into unit (name, place, short, kind) values (gen_random_uuid(), '云川市', '市局', 'department') returning id`,
  )
  const [progress] = await db.query<{ id: number }>(
    `insert into progress (task_id, unit_id, period, capacity, body, message_key, reported_at, reported_on)
     values ($1, $2, '2026Q2', 'lead', '', 'message:1', now(), '2026-07-10') returning id`,
    [task?.id, unit?.id],
  )
  return { id: progress?.id ?? 0, taskId: task?.id ?? 0 }
}

test('kept once per file of a message, its bytes once per content', async () => {
  const book = createEvidence(database.db)
  const first = await book.keep(sent('om_1', { caption: '第52项的照片' }))
  expect(await book.keep(sent('om_1', { name: '改名.jpg' }))).toEqual(first)
  const other = await book.keep(sent('om_2', { chat: 'oc_2' }))
  expect(other.hash).toBe(first.hash)
  expect(first).toMatchObject({ size: 4, caption: '第52项的照片', progressId: null, taskId: null })
  expect([...((await book.bytes(first.id)) ?? [])]).toEqual([1, 2, 0, 255])
  expect(await book.bytes(first.id + 100)).toBeNull()
})

test('what was sent lately waits for its report, and leaves the list with it', async () => {
  const book = createEvidence(database.db)
  const from = { channel: 'feishu', account: 'ou_1', chat: 'oc_1' } as const
  const [old, fresh] = [
    await book.keep(sent('om_1', { receivedAt: later(-90) })),
    await book.keep(sent('om_2', { receivedAt: later(-5) })),
  ]
  await book.keep(sent('om_3', { account: 'ou_2' }))
  await book.keep(sent('om_4', { chat: 'oc_2' }))
  expect((await book.recent(from, later(-60))).map((e) => e.id)).toEqual([fresh.id])
  const { id, taskId } = await report()
  expect(await book.attach(fresh.id, id, HAND)).toBe(true)
  expect(await book.recent(from, later(-120))).toEqual([old])
  expect(await book.ofProgress([id])).toEqual([{ ...fresh, progressId: id, taskId }])
})

test('said to be about a task before there is a report; the report’s own task holds then', async () => {
  const book = createEvidence(database.db)
  const kept = await book.keep(sent('om_1'))
  const { id, taskId } = await report()
  const another = await report()
  expect(await book.concern(kept.id, another.taskId)).toBe(true)
  expect(await book.find(kept.id)).toMatchObject({ taskId: another.taskId, progressId: null })
  await book.attach(kept.id, id, HAND)
  expect(await book.concern(kept.id, another.taskId)).toBe(false)
  expect(await book.find(kept.id)).toMatchObject({ taskId, progressId: id })
  expect([await book.attach(999, id, HAND), await book.attach(kept.id, 999, HAND)]).toEqual([false, false])
})

test('bytes that nothing refers to are put away', async () => {
  const { db } = database
  const kept = await createEvidence(db).keep(sent('om_1'))
  const [loose] = await db.query<{ hash: string }>(`insert into blob values ('abc', 0, $1) returning hash`, [
    later(-600),
  ])
  await pruneBlobs(db, later(-60))
  expect(await readBlob(db, loose?.hash ?? '')).toBeNull()
  expect(await readBlob(db, kept.hash)).not.toBeNull()
})

test('a large file comes back as it was, from its parts', async () => {
  const book = createEvidence(database.db)
  const bytes = new Uint8Array(3_000_000).map((_, i) => i % 251)
  const kept = await book.keep(sent('om_1', { bytes }))
  expect(Buffer.compare((await book.bytes(kept.id)) ?? bytes.subarray(1), bytes)).toBe(0)
})
