import { type Request, type Response, Router } from 'express'
import { AppError } from '../errors.ts'
import type { WebDeps } from './deps.ts'
import { fieldsOf } from './visit.ts'

/** The day of the sample city moved on; without `deps.days` time is real and there is nothing to move. */
export function dayRoutes(deps: Pick<WebDeps, 'days'>): Router {
  const router = Router()
  const { days } = deps
  if (days)
    router.post('/day', async (req: Request, res: Response) => {
      const fields = fieldsOf(req.body)
      const to = fields.to ?? ''
      if (Number.isNaN(Date.parse(`${to}T00:00:00Z`)) || !/^\d{4}-\d\d-\d\d$/.test(to))
        throw new AppError('bad-request', '没有看懂要走到哪一天。')
      await days.moveTo(to)
      const back = new URLSearchParams({ as: fields.as ?? '', in: fields.in ?? '' })
      res.redirect(303, `/?${back.toString()}`)
    })
  return router
}
