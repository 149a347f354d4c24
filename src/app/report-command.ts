import { cardOf } from '../cards/print.ts'
import { type Made, makeReport } from '../chat/report/make.ts'
import { STRANGER, type Viewer } from '../domain/person.ts'
import type { ReportForm, ReportKind } from '../domain/report.ts'
import type { ReportFile } from '../domain/report-file.ts'
import { reportText } from '../report/text.ts'
import { ledgerOf } from '../store/ledger.ts'
import { reportAsked } from '../understand/orders/report-asked.ts'
import { hear } from '../understand/progress/hear.ts'
import { sourcePath } from '../web/talk.ts'
import { lexiconOf } from './lexicon.ts'
import { createPrinting } from './report-printing.ts'
import { createMaking } from './reporting.ts'
import type { Session } from './session.ts'
import { readLedgerTasks } from './understanding.ts'
import { viewerNamed } from './viewer.ts'
import { dayIn } from './zone.ts'

export interface CommandWish {
  readonly kind: ReportKind
  readonly period: string | null
  readonly scope: string
  readonly as: string | undefined
  readonly today: string | undefined
}

/** `duban report`: a supervisor's own report unless somebody else's eyes are named. */
export function createReportCommand(session: Session) {
  const making = createMaking(session)
  const printing = createPrinting(session.db)
  return {
    async make({ kind, period, scope, as, today: said }: CommandWish): Promise<Made> {
      const today = said ?? dayIn(session.config.TZ_NAME, new Date())
      const viewer = as === undefined ? SUPERVISOR : await viewerNamed(session.db, as)
      const asked = await scopeAsked(session, { scope, viewer, today })
      return makeReport(
        { asked: { ...asked, report: kind, period: period ?? asked.period }, viewer, chat: 'private', today },
        making,
      )
    },
    async print(made: Made, form: ReportForm): Promise<ReportFile> {
      const { report, snapshot, wish } = made
      if (form !== 'card') return printing.print({ report, snapshot, audience: wish.audience, form })
      const { reportMessage } = await import('../cards/report/report-message.ts')
      const card = cardOf({ message: reportMessage(report), turn: null, page: 0 }, sourcePath)
      const bytes = new TextEncoder().encode(JSON.stringify(card, null, 2))
      return { name: `${report.title}.card.json`, mediaType: 'application/json', bytes }
    },
    text: ({ report }: Made): string => reportText(report),
    close: printing.close,
  }
}

const SUPERVISOR: Viewer = { ...STRANGER, roles: ['supervisor'] }

interface Scope {
  readonly scope: string
  readonly viewer: Viewer
  readonly today: string
}

/** The words of --scope, read as in a chat. */
async function scopeAsked(session: Session, { scope, viewer, today }: Scope) {
  const ledger = ledgerOf(session.db, session.lexical)
  const lexicon = await lexiconOf(session)()
  const tasks = await readLedgerTasks(ledger, lexicon)
  const heard = hear(`给我一份${scope}的材料`, { viewer, today, lexicon, tasks, history: [], last: [] })
  const { order } = heard
  return order?.do === 'report' ? order : reportAsked(scope, { today, tasks: [], units: [] })
}
