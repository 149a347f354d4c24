import type { ChatFlows } from '../chat/deps.ts'
import { createProgressFlows } from '../chat/progress/flows.ts'
import type { Channel } from '../domain/chat.ts'
import type { Feishu } from '../feishu/feishu.ts'
import type { Aids } from './aids.ts'
import { answerFlow, createAsk } from './answering.ts'
import type { AppOptions } from './app.ts'
import type { OpenDatabase } from './database.ts'
import { uploadedFile } from './files.ts'
import { createFormsDesk } from './forms-desk.ts'
import { ingestHanded } from './ingesting.ts'
import { createProgressDeps, evidenceFiles } from './progress-talk.ts'
import type { Reminding } from './reminding.ts'
import type { ReportTalk } from './report-talk.ts'
import { createTalking } from './talking.ts'

/** Rules answer sooner; a model that takes longer leaves nobody in silence. */
const DRAFT_AFTER_MS = 2_000

export interface ChannelFlowsDeps {
  readonly options: AppOptions
  readonly database: OpenDatabase
  readonly aids: Aids
  readonly now: () => Date
  readonly reminding: Reminding
  readonly reports: ReportTalk
}

/** The flows of the web chat and, where it is on, of Feishu: answering, reporting progress, reports, files. */
export function createChannelFlows(
  { options, database, aids, now, reminding, reports }: ChannelFlowsDeps,
  web: Channel,
  feishu: Feishu | null,
): { readonly web: ChatFlows; readonly feishu: ChatFlows | null } {
  const { config, log } = options
  const { db } = database
  const zone = config.TZ_NAME
  const forms = createFormsDesk({ db, zone, now })
  const reporting = createProgressDeps({ ...database, zone, reminding, forms, config, model: aids.model })
  const drafts = aids.model.name === null ? {} : { draftAfterMs: DRAFT_AFTER_MS }
  const flowsOf = createTalking({
    ...{ db, dataDir: config.DATA_DIR, now, log, ...drafts },
    answer: answerFlow(createAsk(database, aids), zone),
    progress: createProgressFlows(reporting),
    reports: reports.flows,
  })
  const files = { ingest: ingestHanded(db, config), evidence: evidenceFiles(reporting, now) }
  const handed = { ...files, download: uploadedFile(db) }
  return {
    web: flowsOf('web', web, { files: handed }),
    feishu:
      feishu &&
      flowsOf('feishu', feishu.channel, {
        contacts: feishu.contacts.find,
        files: { ...files, download: feishu.download },
      }),
  }
}
