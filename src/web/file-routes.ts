import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express'
import { evidenceName } from '../domain/media-type.ts'
import { AppError } from '../errors.ts'
import type { WebDeps } from './deps.ts'
import { hearFile, MOST_WORDS } from './hear.ts'
import { fieldsOf, getVisit } from './visit.ts'

/** As the platform's own limit for what the bot reads. */
export const MOST_UPLOAD_BYTES = 50_000_000

const raw = express.raw({ type: () => true, limit: MOST_UPLOAD_BYTES })

const tooLarge: ErrorRequestHandler = (error, _req, _res, next) => {
  const large = error instanceof Error && 'status' in error && error.status === 413
  next(large ? new AppError('file-too-large', '文件超过 50 MB，没有收下。请拆开后再发。') : error)
}

/** A file into a chat: its bytes are the body, who and where stand in the address. Only where uploads are kept. */
export function fileRoutes(deps: WebDeps): Router {
  const router = Router()
  if (deps.uploads) {
    router.post('/chat/files', raw, (req, res) => takeFile(req, res, deps))
    router.use('/chat/files', tooLarge)
  }
  return router
}

async function takeFile(req: Request, res: Response, deps: WebDeps): Promise<void> {
  const fields = fieldsOf(req.query)
  const visit = await getVisit(fields, deps)
  const bytes: unknown = req.body
  if (!(bytes instanceof Uint8Array) || bytes.byteLength === 0)
    throw new AppError('file-empty', '文件是空的，请检查后再发。')
  const name = evidenceName(fields.name ?? '', bytes)
  const text = (fields.text ?? '').trim().slice(0, MOST_WORDS)
  await hearFile({ ...visit, text, mention: fields.mention === '1', name, bytes }, deps)
  res.status(204).end()
}
