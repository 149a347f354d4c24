import type { Config } from '../config.ts'
import type { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { createEvidence } from '../store/evidence.ts'
import { createWebMessages } from '../store/web-messages.ts'
import { startingHandler } from '../web/starting.ts'
import { createTalk } from '../web/talk.ts'
import { openAids } from './aids.ts'
import { answerFlow, createAsk } from './answering.ts'
import { keepCatchingUp } from './catch-up.ts'
import { keepTidy } from './chores.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { keepEmbedding } from './embedding.ts'
import { openFeishu } from './feishu.ts'
import { uploadedFile } from './files.ts'
import { ingestHanded } from './ingesting.ts'
import { openFront } from './listen.ts'
import { createPages } from './pages.ts'
import { createReminding, keepReminding } from './reminding.ts'
import { loadSamples } from './samples.ts'
import { keepSending, webCourier } from './sending.ts'
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

type OnClose = (closer: () => Promise<void>) => void

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

async function openAll(options: AppOptions, onClose: OnClose): Promise<number> {
  const { config, now } = options
  let doing = '正在打开数据库…'
  const progress = (text: string): void => {
    doing = text
    options.progress(text)
  }
  const first = startingHandler(() => doing)
  const front = await openFront({ host: config.HOST, port: config.PORT }, first)
  onClose(front.close)
  const database = await openLedger({ ...options, progress }, onClose)
  if (config.SAMPLES === 'on') await loadSamples(database.db, now(), progress)
  front.hand(await openTalk(options, database, onClose))
  return front.port
}

async function openLedger(options: AppOptions, onClose: OnClose): Promise<OpenDatabase> {
  const { config, log, progress } = options
  const database = await openDatabase(config, {
    attach: false,
    progress,
    lost: (error) => (error ? options.lost(error) : log.warn({}, 'embedded database was started again')),
  })
  onClose(database.close)
  return database
}

/** The flows with both channels; returns what answers HTTP. */
async function openTalk(options: AppOptions, database: OpenDatabase, onClose: OnClose) {
  const { config, log, now } = options
  const { db } = database
  const aids = await openAids(config, log)
  if (aids.embedder !== null) onClose(keepEmbedding({ db, embedder: aids.embedder, log }))
  const answer = answerFlow(createAsk(database, aids), config.TZ_NAME)
  const flowsOf = createTalking({ db, dataDir: config.DATA_DIR, now, log, answer })
  const feishu = await openFeishu(config, log, db)
  const files = { ingest: ingestHanded(db, config), evidence: { book: createEvidence(db) } }
  const feishuFlows =
    feishu &&
    flowsOf('feishu', feishu.channel, {
      contacts: feishu.contacts.find,
      files: { ...files, download: feishu.download },
    })
  const intake = feishu && feishuFlows ? feishu.listen(feishuFlows) : null
  const talk = createTalk({ now, store: createWebMessages(db) })
  const flows = flowsOf('web', talk.channel, { files: { ...files, download: uploadedFile(db) } })
  const couriers = [webCourier(talk.channel), ...(feishu ? [feishu.courier] : [])]
  onClose(keepSending({ db, now, log, couriers }))
  onClose(keepTidy({ db, now, log }))
  if (config.REMIND === 'on') {
    const channels = { web: talk.channel, ...(feishu && { feishu: feishu.channel }) }
    const deps = { db, config, now, log, channels }
    onClose(keepReminding(createReminding(deps), deps))
  }
  onClose(keepCatchingUp(feishuFlows ? [flows, feishuFlows] : [flows]))
  if (intake) {
    onClose(() => intake.stop())
    intake.start().catch((err: unknown) => log.error({ err }, 'feishu did not start'))
  }
  return createPages({ now, log, db, talk, flows, intake })
}
