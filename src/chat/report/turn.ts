import { reportMessage } from '../../cards/report/report-message.ts'
import { reportButtons } from '../../cards/reporting/buttons.ts'
import { nothingOf } from '../../cards/reporting/talk.ts'
import type { Answer } from '../../domain/answer.ts'
import type { ActionEvent, Chat, Reply } from '../../domain/chat.ts'
import type { Message } from '../../domain/message.ts'
import type { ReportAsked } from '../../domain/order.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Report } from '../../domain/report.ts'
import type { Day } from '../../domain/span.ts'
import type { ChatDeps } from '../deps.ts'
import type { StoredTurn } from '../turns.ts'
import type { ReportDeps } from './deps.ts'
import type { Made } from './make.ts'

/** A message or tap about reports, at work. */
export interface ReportTurn {
  readonly r: ReportDeps
  readonly deps: ChatDeps
  readonly viewer: Viewer
  readonly now: Date
  readonly today: Day
}

const MOST_TASKS = 500

/** A report as an answer: kept as a turn, so that its pages, buttons and the next words find it again. */
export function answerOf(made: Made, asked: ReportAsked, message: Message): Answer {
  const { report, snapshot } = made
  const tasks = snapshot.tasks.slice(0, MOST_TASKS).map(({ id, document, path, no, part }) => ({
    ...{ id, document: document.name, path, no, part },
  }))
  const query = {
    kind: 'report',
    report: report.kind,
    period: report.period,
    filter: {},
    asked: { ...asked, report: report.kind, period: report.period },
  } as const
  return {
    ...{ kind: 'report', message, tasks, citations: report.sources, query },
    trace: [`report: ${report.kind} ${report.period}`],
  }
}

/** The card of a report, with what can be done about it. */
export function messageOf(made: Made, turn: number | null, chat: Chat['type'], viewer: Viewer): Message {
  const message = withMissed(reportMessage(made.report), made.missed)
  const assumptions = [...message.assumptions, ...made.assumptions]
  if (turn === null) return { ...message, assumptions }
  const buttons = reportButtons(made.report, { turn, chat, viewer })
  return { ...message, assumptions, buttons: [...(message.buttons ?? []), ...buttons] }
}

/** Nothing by that name was found: it stands above the report of the whole. */
const withMissed = (message: Message, missed: string | null): Message =>
  missed === null
    ? message
    : { ...message, blocks: [{ kind: 'note', text: nothingOf(missed) }, ...message.blocks] }

/** What a turn's report was asked as; null: the turn is no report. */
export function askedIn(turn: StoredTurn | null): ReportAsked | null {
  const query = turn?.answer.query
  return query?.kind === 'report' ? (query.asked ?? null) : null
}

/** A message of several pages: kept as a turn of who tapped, so that its later pages can be reached. */
export async function pagedReply(
  message: Message,
  report: Report,
  { event, key }: { readonly event: ActionEvent; readonly key: string },
  { deps, viewer }: ReportTurn,
): Promise<Reply> {
  const query = { kind: 'report', report: report.kind, period: report.period, filter: {} } as const
  const answer: Answer = { kind: 'report', message, tasks: [], citations: report.sources, query, trace: [] }
  const place = { chat: event.chat, account: event.sender.account, personId: viewer.personId }
  const { id } = await deps.turns.add({ ...place, key, text: report.title, answer, askedAt: event.at })
  return { message, turn: id, page: 0 }
}
