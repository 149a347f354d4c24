import { ordersInChat } from '../cards/reporting/talk.ts'
import { makeReport } from '../chat/report/make.ts'
import { answerOf, messageOf } from '../chat/report/turn.ts'
import { refusalFor } from '../domain/access.ts'
import type { Answer } from '../domain/answer.ts'
import type { Viewer } from '../domain/person.ts'
import type { Day } from '../domain/span.ts'
import type { Aids } from './aids.ts'
import type { OpenDatabase } from './database.ts'
import { orderReader } from './report-talk.ts'
import { createMaking } from './reporting.ts'

export interface ReportAsking {
  readonly viewer: Viewer
  readonly today: Day
}

/** Standing orders go to a person's own chat: they are set there. */
const inChat = (text: string): Answer => ({
  ...{ kind: 'help', message: ordersInChat(), tasks: [], citations: [], query: { kind: 'help' } },
  trace: [`standing order: ${text}`],
})

/** 给我一份三季度通报, asked on the command line: the report as an answer; null: the words order none. Writes nothing. */
export function createReportAnswering(
  database: Pick<OpenDatabase, 'db' | 'lexical'>,
  aids?: Aids,
): (text: string, asking: ReportAsking) => Promise<Answer | null> {
  const reader = orderReader(database)
  const making = createMaking(database, aids)
  return async (text, { viewer, today }) => {
    if (refusalFor(viewer, 'content') !== null) return null
    const order = await reader.order(text, viewer, today)
    if (order === null) return null
    if (order.do !== 'report') return inChat(text)
    const made = await makeReport({ asked: order, viewer, chat: 'private', today }, making)
    return answerOf(made, order, messageOf(made, null, 'private', viewer))
  }
}
