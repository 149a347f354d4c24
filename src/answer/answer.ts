import { answerMessage } from '../cards/answer/message.ts'
import { canSee } from '../domain/access.ts'
import type { Answer } from '../domain/answer.ts'
import type { Query } from '../domain/query.ts'
import { type Understanding, understand } from '../understand/understand.ts'
import { taskRefs } from './citations.ts'
import type { AnswerDeps, AskContext } from './deps.ts'
import type { Answered, Facts } from './facts.ts'
import type { Finder } from './find-tasks.ts'
import { ANSWER_KIND } from './kind.ts'
import { answerCompare } from './kinds/compare.ts'
import { answerCount } from './kinds/count.ts'
import { answerDeadline } from './kinds/deadline.ts'
import { answerDuty } from './kinds/duty.ts'
import { answerLead } from './kinds/lead.ts'
import { answerMetric } from './kinds/metric.ts'
import { answerPassages } from './kinds/passages.ts'
import { answerPeople } from './kinds/people.ts'
import { answerStage } from './kinds/stage.ts'
import { answerTasks } from './kinds/tasks.ts'

export type { AnswerDeps, AskContext } from './deps.ts'

/**
 * One message → one answer: understand, load, show. The single entry for the chats, `duban ask` and the web. Throws
 * AppError `database` when the store is out of reach; nothing else.
 */
export async function answerQuestion(text: string, context: AskContext, deps: AnswerDeps): Promise<Answer> {
  const lexicon = await deps.lexicon()
  const heard = understand(text, { ...context, lexicon })
  return answerQuery(heard, context, { deps, lexicon })
}

/** A Query already understood (by rules or a model), answered and worded. */
export async function answerQuery(
  heard: Understanding,
  context: AskContext,
  finder: Finder,
): Promise<Answer> {
  const queries = heard.query.kind === 'several' ? heard.query.queries : [heard.query]
  const answered: Answered[] = []
  for (const query of queries) answered.push({ query, facts: await permitted(query, context, finder) })
  const message = answerMessage(answered, {
    assumptions: heard.assumptions,
    documents: finder.lexicon.rows.documents.length,
  })
  const [first] = answered
  return {
    kind: first === undefined ? 'help' : ANSWER_KIND[first.facts.kind](first),
    message,
    tasks: taskRefs(answered.map((a) => a.facts)),
    citations: message.sources,
    query: heard.query,
    trace: heard.trace,
  }
}

/** What the documents hold is content; an operator keeps the machine and does not read it. */
async function permitted(query: Query, context: AskContext, finder: Finder): Promise<Facts> {
  const facts = await factsFor(query, finder)
  const harmless = facts.kind === 'help' || facts.kind === 'chat' || facts.kind === 'clarify'
  return harmless || canSee(context.viewer, { matter: 'content' }) ? facts : { kind: 'refused' }
}

function factsFor(query: Query, finder: Finder): Facts | Promise<Facts> {
  switch (query.kind) {
    case 'tasks':
    case 'progress':
      return answerTasks(query, finder)
    case 'report':
      return answerTasks({ kind: 'progress', filter: query.filter }, finder)
    case 'count':
      return answerCount(query, finder)
    case 'lead':
      return answerLead(query, finder)
    case 'metric':
      return answerMetric(query, finder)
    case 'deadline':
      return answerDeadline(query, finder)
    case 'stage':
      return answerStage(query, finder)
    case 'duty':
      return answerDuty(query, finder)
    case 'people':
      return answerPeople(query, finder)
    case 'compare':
      return answerCompare(query, finder)
    case 'passages':
      return answerPassages(query, finder)
    case 'several':
      return { kind: 'help' }
    case 'clarify':
      return query
    case 'help':
      return { kind: 'help' }
    case 'chat':
      return query
  }
}
