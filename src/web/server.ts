import express from 'express'
import { assetRoutes } from './assets.ts'
import { chatRoutes } from './chat-routes.ts'
import { dayRoutes } from './day-routes.ts'
import type { WebDeps } from './deps.ts'
import { documentRoutes } from './document-routes.ts'
import { answerError, notFound } from './errors.ts'
import { fileRoutes } from './file-routes.ts'
import { operationRoutes } from './operation-routes.ts'
import { keptBriefly } from './people-cache.ts'
import { reportRoutes } from './report-routes.ts'
import { sameOriginOnly, securityHeaders } from './security.ts'

/** A post of the pages is a question or a form; more is a mistake or an attack. */
const BODY_LIMIT = '256kb'

/**
 * The pages as an express application; the caller listens. Handlers that need the raw body (Feishu's webhook) come in
 * as `deps.before`.
 */
export function createServer(given: WebDeps): express.Application {
  const deps = { ...given, people: keptBriefly(given.people, given.now) }
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  for (const handler of deps.before ?? []) app.use(handler)
  app.use(securityHeaders)
  app.use(operationRoutes(deps))
  app.use(assetRoutes())
  app.use(sameOriginOnly)
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 400 }))
  app.use(chatRoutes(deps))
  app.use(fileRoutes(deps))
  app.use(dayRoutes(deps))
  app.use(documentRoutes(deps))
  app.use(reportRoutes(deps))
  app.use(notFound)
  app.use(answerError(deps))
  return app
}
