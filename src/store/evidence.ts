import type { Evidence, EvidenceBook } from '../domain/evidence.ts'
import type { Hand } from '../domain/progress.ts'
import { AppError } from '../errors.ts'
import { writeAudit } from './audit.ts'
import { keepBlob, readBlob } from './blobs.ts'
import type { Db } from './db.ts'

const KEEP = `
  insert into evidence (channel, chat, account, person_id, message_id, file_key, name, media_type, size, hash, caption, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (channel, message_id, file_key) do nothing`

const ROWS = `
  select id, channel, chat, account, person_id as "personId", message_id as "messageId", file_key as "fileKey", name,
    media_type as "mediaType", size, hash, caption, received_at as "receivedAt", progress_id as "progressId",
    task_id as "taskId"
  from evidence`

const OF_MESSAGE = `${ROWS} where channel = $1 and message_id = $2 and file_key = $3`

const ATTACH = `
  update evidence e set progress_id = p.id, task_id = p.task_id
  from progress p where e.id = $1 and p.id = $2
  returning e.id`

const CONCERN = 'update evidence set task_id = $2 where id = $1 and progress_id is null returning id'

const RECENT = `
  ${ROWS} where channel = $1 and account = $2 and chat = $3 and received_at >= $4 and progress_id is null
  order by received_at, id`

const HELD = 'select id, progress_id as "progressId" from evidence where id = $1 for update'

interface Attaching {
  readonly id: number
  readonly progressId: number
}

/** Attached where it is already, nothing is written. */
async function attach(db: Db, { id, progressId }: Attaching, hand: Hand): Promise<boolean> {
  const [before] = await db.query<{ progressId: number | null }>(HELD, [id])
  if (before?.progressId === progressId) return true
  if ((await db.query(ATTACH, [id, progressId])).length === 0) return false
  const entry = { what: 'attach', subject: 'evidence', subjectId: id, before, after: { id, progressId } }
  await writeAudit(db, [entry], hand)
  return true
}

export function createEvidence(db: Db): EvidenceBook {
  return {
    async keep(evidence) {
      const { channel, chat, account, personId, messageId, fileKey, name } = evidence
      const hash = await keepBlob(db, evidence.bytes, evidence.receivedAt)
      const where = [channel, chat, account, personId, messageId, fileKey]
      const what = [name, evidence.mediaType, evidence.bytes.byteLength, hash]
      await db.query(KEEP, [...where, ...what, evidence.caption, evidence.receivedAt])
      const [row] = await db.query<Evidence>(OF_MESSAGE, [channel, messageId, fileKey])
      if (!row) throw new AppError('database', '没有记下这份佐证。')
      return row
    },
    attach: (id, progressId, hand) => db.tx((tx) => attach(tx, { id, progressId }, hand)),
    concern: async (id, taskId) => (await db.query(CONCERN, [id, taskId])).length === 1,
    recent: ({ channel, account, chat }, since) =>
      db.query<Evidence>(RECENT, [channel, account, chat, since]),
    ofProgress: (ids) =>
      db.query<Evidence>(`${ROWS} where progress_id = any ($1) order by received_at, id`, [ids]),
    find: async (id) => (await db.query<Evidence>(`${ROWS} where id = $1`, [id]))[0] ?? null,
    async bytes(id) {
      const [row] = await db.query<{ hash: string }>('select hash from evidence where id = $1', [id])
      return row ? readBlob(db, row.hash) : null
    },
  }
}
