import type { AskContext } from '../answer/answer.ts'
import { messageText } from '../cards/text.ts'
import type { Answer } from '../domain/answer.ts'
import type { Day } from '../domain/span.ts'
import type { Aids } from './aids.ts'
import { createAsk } from './answering.ts'
import { createReportAnswering } from './report-answering.ts'
import type { Session } from './session.ts'
import { viewerNamed } from './viewer.ts'
import { dayIn } from './zone.ts'

export interface Asking {
  readonly q: string
  /** The person's earlier messages, oldest first: asked again, so that the last one has its context. */
  readonly history: readonly string[]
  readonly as?: string | undefined
  readonly today?: Day | undefined
}

export interface Answering {
  readonly answer: Answer
  readonly json: AnswerJson
}

/** The form that `ask --json` prints. */
export type AnswerJson = ReturnType<typeof answerJson>

/** Answers one asking after another in the same database. */
export function createAnswering(session: Session, aids?: Aids): (asking: Asking) => Promise<Answering> {
  const ask = createAsk(session, aids)
  const reports = createReportAnswering(session, aids)
  return async (asking) => {
    const today = asking.today ?? dayIn(session.config.TZ_NAME, new Date())
    const viewer = await viewerNamed(session.db, asking.as)
    let history: AskContext['history'] = []
    for (const earlier of asking.history) {
      const { query, tasks } = await ask(earlier, { viewer, chat: 'private', history, today })
      history = [...history, { text: earlier, query, tasks }]
    }
    const answer =
      (await reports(asking.q, { viewer, today })) ??
      (await ask(asking.q, { viewer, chat: 'private', history, today }))
    return { answer, json: answerJson(answer) }
  }
}

function answerJson(answer: Answer) {
  const { message } = answer
  return {
    kind: answer.kind,
    text: messageText(message),
    tasks: answer.tasks.map(({ document, path, no, part }) => ({ document, path, no, part })),
    citations: answer.citations.map(({ document, path, quote, start, end }) => ({
      document,
      path,
      quote,
      start,
      end,
    })),
    assumptions: message.assumptions,
    suggestions: message.suggestions,
    query: answer.query,
  }
}
