import { createProgressFlows } from '../chat/progress/flows.ts'
import { createWebMessages } from '../store/web-messages.ts'
import { createTalk } from '../web/talk.ts'
import { openAids } from './aids.ts'
import { answerFlow, createAsk } from './answering.ts'
import type { AppOptions, OnClose } from './app.ts'
import { keepCatchingUp, keepRemindingDrafts } from './catch-up.ts'
import { keepTidy } from './chores.ts'
import { openClock } from './clock.ts'
import { closePeriods, keepClosingPeriods } from './closing-periods.ts'
import type { OpenDatabase } from './database.ts'
import { createDays } from './days.ts'
import { keepEmbedding } from './embedding.ts'
import { openFeishu } from './feishu.ts'
import { uploadedFile } from './files.ts'
import { createFormsDesk } from './forms-desk.ts'
import { ingestHanded } from './ingesting.ts'
import { createPages, GROUPS } from './pages.ts'
import { createProgressDeps, evidenceFiles } from './progress-talk.ts'
import { keepAskingReaders } from './readers.ts'
import { createReminding, keepReminding } from './reminding.ts'
import { createReportTalk, keepReporting } from './report-talk.ts'
import { keepSending, webCourier } from './sending.ts'
import { createTalking } from './talking.ts'
import { dayIn } from './zone.ts'

const WEB_GROUPS = GROUPS.map(({ id, name }) => ({ channel: 'web', chat: id, name }) as const)

/** Rules answer sooner; a model that takes longer leaves nobody in silence. */
const DRAFT_AFTER_MS = 2_000

/** Both channels with their flows, and all that goes by the clock; returns what answers HTTP. */
export async function openTalk(options: AppOptions, database: OpenDatabase, onClose: OnClose) {
  const { config, log } = options
  const { db } = database
  const clock = await sampleClock(options, database)
  const now = clock?.now ?? options.now
  const aids = await openAids(config, log)
  if (aids.embedder !== null) onClose(keepEmbedding({ db, embedder: aids.embedder, log }))
  const answer = answerFlow(createAsk(database, aids), config.TZ_NAME)
  const feishu = await openFeishu(config, log, db)
  const talk = createTalk({ now, store: createWebMessages(db) })
  const channels = { web: talk.channel, ...(feishu && { feishu: feishu.channel }) }
  const remind = { db, config, now, log, channels }
  const reminding = createReminding(remind)
  const forms = createFormsDesk({ db, zone: config.TZ_NAME, now })
  const reporting = createProgressDeps({
    ...database,
    zone: config.TZ_NAME,
    reminding,
    forms,
    config,
    model: aids.model,
  })
  const progress = createProgressFlows(reporting)
  const reports = await createReportTalk({ database, config, aids, now, log, channels, groups: WEB_GROUPS })
  onClose(keepReporting(reports, log))
  const drafts = aids.model.name === null ? {} : { draftAfterMs: DRAFT_AFTER_MS }
  const told = { progress, reports: reports.flows, ...drafts }
  const flowsOf = createTalking({ db, dataDir: config.DATA_DIR, now, log, answer, ...told })
  const files = { ingest: ingestHanded(db, config), evidence: evidenceFiles(reporting, now) }
  const feishuFlows =
    feishu &&
    flowsOf('feishu', feishu.channel, {
      contacts: feishu.contacts.find,
      files: { ...files, download: feishu.download },
    })
  const intake = feishu && feishuFlows ? feishu.listen(feishuFlows) : null
  const flows = flowsOf('web', talk.channel, { files: { ...files, download: uploadedFile(db) } })
  const couriers = [webCourier(talk.channel), ...(feishu ? [feishu.courier] : [])]
  onClose(keepSending({ db, now, log, couriers }))
  onClose(keepTidy({ db, now, log }))
  const closing = { db, now, zone: config.TZ_NAME, after: config.PERIOD_CLOSE_AFTER }
  onClose(keepClosingPeriods(closing, log))
  if (config.REMIND === 'on') onClose(keepReminding(reminding, remind))
  onClose(keepCatchingUp(feishuFlows ? [flows, feishuFlows] : [flows]))
  onClose(keepRemindingDrafts(feishuFlows ? [flows, feishuFlows] : [flows]))
  if (intake) {
    onClose(() => intake.stop())
    if (feishu) onClose(keepAskingReaders({ db, client: feishu.client, log, now }))
    intake.start().catch((err: unknown) => log.error({ err }, 'feishu did not start'))
  }
  const days =
    clock &&
    createDays({
      clock,
      dayOf: (at) => dayIn(config.TZ_NAME, at),
      nextAsk: reminding.nextAsk,
      settle: async () => {
        await reminding.tick()
        await reports.sendDue()
        await closePeriods(closing)
      },
    })
  return createPages({ now, log, db, talk, flows, intake, days })
}

/** Only the sample city lives by a clock that can be moved: where Feishu is on, people are real. */
function sampleClock({ config, now }: AppOptions, { db }: OpenDatabase) {
  const isSample = config.SAMPLES === 'on' && config.FEISHU_APP_ID === null
  return isSample ? openClock({ db, zone: config.TZ_NAME, real: now }) : null
}
