import type { RequestListener } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { ChatFlows } from '../chat/deps.ts'
import type { FeishuIntake } from '../feishu/feishu.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import { createReportFiles } from '../store/report-files.ts'
import { createWebDocuments, createWebPeople } from '../store/web-pages.ts'
import type { Days, Readiness, WebDeps } from '../web/deps.ts'
import { createServer } from '../web/server.ts'
import type { Talk } from '../web/talk.ts'
import { uploads } from './files.ts'
import { createStarters } from './starters.ts'

/** The simulated groups of the web chat. */
export const GROUPS = [{ id: 'group:duban', name: '云川市重点任务督办群' }]
const WEBHOOKS = ['/feishu/events', '/feishu/cards']

export interface PagesDeps {
  readonly now: () => Date
  readonly log: Log
  readonly db: Db
  readonly talk: Talk
  readonly flows: ChatFlows
  /** null: Feishu is off. */
  readonly intake: FeishuIntake | null
  /** null: time is real. */
  readonly days: Days | null
}

/** All that is served over HTTP. */
export function createPages(deps: PagesDeps): RequestListener {
  const { now, log, db, talk, flows, intake, days } = deps
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  return createServer({
    ...{ now, log, talk, flows, metrics },
    people: createWebPeople(db),
    documents: createWebDocuments(db),
    starters: createStarters(db),
    groups: GROUPS,
    uploads: uploads(db, now),
    reports: createReportFiles(db),
    ...(days && { days }),
    readiness: () => readiness(db, intake),
    before: webhooks(intake),
  })
}

function webhooks(intake: FeishuIntake | null): NonNullable<WebDeps['before']> {
  const webhook = intake?.webhook
  if (!webhook) return []
  return [
    (request, response, next) => {
      if (request.method === 'POST' && WEBHOOKS.includes(request.path)) void webhook(request, response)
      else next()
    },
  ]
}

async function readiness(db: Db, intake: FeishuIntake | null): Promise<Readiness[]> {
  const reached = await db.query('select 1').then(
    () => true,
    () => false,
  )
  const parts: Readiness[] = [{ part: '数据库', ok: reached, note: reached ? '正常' : '连接不上' }]
  if (intake) parts.push({ part: '飞书', ok: intake.ready(), note: intake.ready() ? '已连接' : '尚未连接' })
  return parts
}
