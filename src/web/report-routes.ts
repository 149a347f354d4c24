import { Router } from 'express'
import { AppError } from '../errors.ts'
import type { WebDeps } from './deps.ts'
import { fieldsOf } from './visit.ts'

const GONE = '没有这份文件，可能已过期或不是为您生成的。可以在会话里重新要一份。'
const ID = /^[0-9a-f]{32}$/

/** A printed report, for the account it was made for: its address cannot be guessed, and another's name does not open it. */
export function reportRoutes({ reports }: Pick<WebDeps, 'reports'>): Router {
  const router = Router()
  router.get('/reports/:id', async (req, res) => {
    const owner = { channel: 'web', account: fieldsOf(req.query).as ?? '' } as const
    const file = ID.test(req.params.id) ? await reports?.find(req.params.id, owner) : null
    if (!file) throw new AppError('not-found', GONE)
    res.setHeader('Content-Type', file.mediaType)
    res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    res.setHeader('Cache-Control', 'private, no-store')
    res.end(Buffer.from(file.bytes))
  })
  return router
}
