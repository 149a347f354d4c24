import type { Feishu, FeishuIntake } from '../feishu/feishu.ts'
import { createWebMessages } from '../store/web-messages.ts'
import { createTalk } from '../web/talk.ts'
import { openAids } from './aids.ts'
import type { AppOptions, OnClose } from './app.ts'
import { createChannelFlows } from './channel-flows.ts'
import { openClock } from './clock.ts'
import { type ClockworkDeps, daysOf, startClockwork } from './clockwork.ts'
import type { OpenDatabase } from './database.ts'
import { keepEmbedding } from './embedding.ts'
import { openFeishu } from './feishu.ts'
import { createPages, GROUPS } from './pages.ts'
import { keepAskingReaders } from './readers.ts'
import { createReminding } from './reminding.ts'
import { createReportTalk } from './report-talk.ts'
import { webCourier } from './sending.ts'

const WEB_GROUPS = GROUPS.map(({ id, name }) => ({ channel: 'web', chat: id, name }) as const)

/** Both channels with their flows, and all that goes by the clock; returns what answers HTTP. */
export async function openTalk(options: AppOptions, database: OpenDatabase, onClose: OnClose) {
  const { config, log } = options
  const { db } = database
  const clock = await sampleClock(options, database)
  const now = clock?.now ?? options.now
  const aids = await openAids(config, log)
  if (aids.embedder !== null) onClose(keepEmbedding({ db, embedder: aids.embedder, log }))
  const feishu = await openFeishu(config, log, db)
  const talk = createTalk({ now, store: createWebMessages(db) })
  const channels = { web: talk.channel, ...(feishu && { feishu: feishu.channel }) }
  const remind = { db, config, now, log, channels }
  const reminding = createReminding(remind)
  const names = feishu && { chatName: (chat: string) => feishu.client.chatName(chat) }
  const reporting = { database, config, aids, now, log, channels, groups: WEB_GROUPS, ...names }
  const reports = await createReportTalk(reporting)
  const telling = { options, database, aids, now, reminding, reports }
  const { web, feishu: feishuFlows } = createChannelFlows(telling, talk.channel, feishu)
  const intake = feishu && feishuFlows ? feishu.listen(feishuFlows) : null
  const flows = feishuFlows ? [web, feishuFlows] : [web]
  const couriers = [webCourier(talk.channel), ...(feishu ? [feishu.courier] : [])]
  const clockwork = { db, config, log, now, couriers, flows, reminding, remind, reports }
  startClockwork(clockwork, onClose)
  if (feishu && intake) startFeishu(feishu, intake, { db, log, now }, onClose)
  return createPages({ now, log, db, talk, flows: web, intake, days: daysOf(clock, clockwork) })
}

function startFeishu(
  { client }: Feishu,
  intake: FeishuIntake,
  { db, log, now }: Pick<ClockworkDeps, 'db' | 'log' | 'now'>,
  onClose: OnClose,
): void {
  onClose(() => intake.stop())
  onClose(keepAskingReaders({ db, client, log, now }))
  intake.start().catch((err: unknown) => log.error({ err }, 'feishu did not start'))
}

/** Only the sample city lives by a clock that can be moved: where Feishu is on, people are real. */
function sampleClock({ config, now }: AppOptions, { db }: OpenDatabase) {
  const isSample = config.SAMPLES === 'on' && config.FEISHU_APP_ID === null
  return isSample ? openClock({ db, zone: config.TZ_NAME, real: now }) : null
}
