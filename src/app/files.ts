import type { Files } from '../chat/file.ts'
import { AppError } from '../errors.ts'
import { keepBlob, readBlob } from '../store/blobs.ts'
import type { Db } from '../store/db.ts'
import type { WebDeps } from '../web/deps.ts'

/** What was sent in the web chat: kept by its content, asked for by the same. */
export function uploads(db: Db, now: () => Date): NonNullable<WebDeps['uploads']> {
  return { keep: (bytes) => keepBlob(db, bytes, now()) }
}

/** The bytes of a file of a web message; uploads nobody took up are put away after two days. */
export function uploadedFile(db: Db): Files['download'] {
  return async (_, key) => {
    const bytes = await readBlob(db, key)
    if (bytes === null) throw new AppError('file-empty', '这个文件已经不在了，请重新发一次。')
    return bytes
  }
}
