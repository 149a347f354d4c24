import { randomBytes } from 'node:crypto'
import type { ReportFile, ReportFiles } from '../domain/report-file.ts'
import { keepBlob, readBlob } from './blobs.ts'
import type { Db } from './db.ts'

const KEEP = `
  insert into report_file (id, channel, account, name, media_type, hash, made_at)
  values ($1, $2, $3, $4, $5, $6, $7)`

const FIND = `
  select name, media_type as "mediaType", hash from report_file
  where id = $1 and channel = $2 and account = $3`

export function createReportFiles(db: Db): ReportFiles {
  return {
    async keep({ name, mediaType, bytes }, { channel, account }, at) {
      const hash = await keepBlob(db, bytes, at)
      const id = randomBytes(16).toString('hex')
      await db.query(KEEP, [id, channel, account, name, mediaType, hash, at])
      return id
    },
    async find(id, { channel, account }) {
      const [row] = await db.query<Omit<ReportFile, 'bytes'> & { hash: string }>(FIND, [id, channel, account])
      const bytes = row === undefined ? null : await readBlob(db, row.hash)
      return row === undefined || bytes === null ? null : { name: row.name, mediaType: row.mediaType, bytes }
    },
  }
}

/** Printed files of long ago: a report is printed anew when it is asked for. Their bytes go with `pruneBlobs`. */
export async function pruneReportFiles(db: Db, before: Date): Promise<void> {
  await db.query('delete from report_file where made_at < $1', [before])
}
