import { Router } from 'express'
import type { WebDeps } from './deps.ts'

/** For those who run it: alive, ready to answer, figures. */
export function operationRoutes(deps: Pick<WebDeps, 'readiness' | 'metrics'>): Router {
  const router = Router()
  router.get('/healthz', (_, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_, res) => {
    const parts = await deps.readiness()
    const ready = parts.every((p) => p.ok)
    res.status(ready ? 200 : 503).json({ ready, parts })
  })
  router.get('/metrics', async (_, res) => {
    res.type(deps.metrics.contentType).send(await deps.metrics.metrics())
  })
  return router
}
