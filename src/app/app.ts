import { collectDefaultMetrics, Registry } from 'prom-client'
import type { ChatFlows } from '../chat/deps.ts'
import type { Config } from '../config.ts'
import type { AppError } from '../errors.ts'
import { createContacts } from '../feishu/contacts.ts'
import type { FeishuIntake } from '../feishu/feishu.ts'
import type { Log } from '../log.ts'
import { createWebMessages } from '../store/web-messages.ts'
import { createWebDocuments, createWebPeople } from '../store/web-pages.ts'
import type { Readiness, WebDeps } from '../web/deps.ts'
import { createServer } from '../web/server.ts'
import { createTalk } from '../web/talk.ts'
import { answerFlow, createAsk } from './answering.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { openFeishu } from './feishu.ts'
import { listen, unlisten } from './listen.ts'
import { loadSamples } from './samples.ts'
import { createTalking } from './talking.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  /** Hears, in Chinese, what is going on at start. */
  readonly progress: (text: string) => void
  /** The database is gone for good: time to exit. */
  readonly lost: (error: AppError) => void
}

export interface App {
  readonly port: number
  readonly close: () => Promise<void>
}

const CATCH_UP_MS = 30_000
const GROUPS = [{ id: 'group:duban', name: '云川市重点任务督办群' }]

/** Opens everything in order and says what it does; whatever was opened is closed again when a later part fails. */
export async function openApp(options: AppOptions): Promise<App> {
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const port = await openAll(options, (closer) => closers.push(closer))
    return { port, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openAll(options: AppOptions, onClose: (closer: () => Promise<void>) => void): Promise<number> {
  const { config, log, now, progress } = options
  progress('正在打开数据库…')
  const database = await openDatabase(config, {
    attach: false,
    progress,
    lost: (error) => (error ? options.lost(error) : log.warn({}, 'embedded database was started again')),
  })
  onClose(database.close)
  if (config.SAMPLES === 'on') await loadSamples(database.db, now(), progress)
  const flowsOf = createTalking({
    db: database.db,
    dataDir: config.DATA_DIR,
    now,
    log,
    answer: answerFlow(createAsk(database), config.TZ_NAME),
  })
  const feishu = await openFeishu(config, log)
  const feishuFlows = feishu && flowsOf('feishu', feishu.channel, createContacts(feishu.client, now))
  const intake = feishu && feishuFlows ? feishu.listen(feishuFlows) : null
  const talk = createTalk({ now, store: createWebMessages(database.db) })
  const webFlows = flowsOf('web', talk.channel)
  const web = createServer(webDeps({ options, database, talk, flows: webFlows, intake }))
  const server = await listen(web, config.PORT)
  onClose(() => unlisten(server))
  onClose(keepCatchingUp([webFlows, ...(feishuFlows ? [feishuFlows] : [])]))
  if (intake) {
    onClose(() => intake.stop())
    intake.start().catch((err: unknown) => log.error({ err }, 'feishu did not start'))
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : config.PORT
}

interface WebParts {
  readonly options: AppOptions
  readonly database: OpenDatabase
  readonly talk: WebDeps['talk']
  readonly flows: ChatFlows
  readonly intake: FeishuIntake | null
}

function webDeps({ options, database, talk, flows, intake }: WebParts): WebDeps {
  const { now, log } = options
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const webhook = intake?.webhook
  return {
    now,
    log,
    talk,
    flows,
    metrics,
    people: createWebPeople(database.db),
    documents: createWebDocuments(database.db),
    groups: GROUPS,
    readiness: () => readiness(database, intake),
    before: webhook
      ? [
          (req, res, next) => {
            const ours = req.method === 'POST' && ['/feishu/events', '/feishu/cards'].includes(req.path)
            if (ours) void webhook(req, res)
            else next()
          },
        ]
      : [],
  }
}

async function readiness(database: OpenDatabase, intake: FeishuIntake | null): Promise<Readiness[]> {
  const reached = await database.db.query('select 1').then(
    () => true,
    () => false,
  )
  const parts: Readiness[] = [{ part: '数据库', ok: reached, note: reached ? '正常' : '连接不上' }]
  if (intake) parts.push({ part: '飞书', ok: intake.ready(), note: intake.ready() ? '已连接' : '尚未连接' })
  return parts
}

/** Answers what a failure or a kill left behind, now and every half minute. */
function keepCatchingUp(flows: readonly ChatFlows[]): () => Promise<void> {
  const all = async (): Promise<void> => {
    for (const flow of flows) await flow.catchUp()
  }
  let running = all()
  const timer = setInterval(() => {
    running = running.then(all)
  }, CATCH_UP_MS)
  return () => {
    clearInterval(timer)
    return running
  }
}
