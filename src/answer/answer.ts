import { type Around, answerMessage } from '../cards/answer/message.ts'
import type { Answer } from '../domain/answer.ts'
import type { Query } from '../domain/query.ts'
import { type Understanding, understand } from '../understand/understand.ts'
import { taskRefs } from './citations.ts'
import { closestTo } from './closest.ts'
import { ofSomebodyElse } from './conditions.ts'
import type { AnswerDeps, AskContext } from './deps.ts'
import type { Answered, Facts } from './facts.ts'
import type { Finder } from './find-tasks.ts'
import { ANSWER_KIND } from './kind.ts'
import { answerCompare } from './kinds/compare.ts'
import { answerCount } from './kinds/count.ts'
import { answerDeadline } from './kinds/deadline.ts'
import { answerDetail } from './kinds/detail.ts'
import { answerDuty } from './kinds/duty.ts'
import { answerFeedback } from './kinds/feedback.ts'
import { answerLead } from './kinds/lead.ts'
import { answerMetric } from './kinds/metric.ts'
import { answerPassages } from './kinds/passages.ts'
import { answerPeople } from './kinds/people.ts'
import { type Asking, answerProgress } from './kinds/progress.ts'
import { answerSoFar } from './kinds/so-far.ts'
import { answerStaff } from './kinds/staff.ts'
import { answerStage } from './kinds/stage.ts'
import { answerTasks } from './kinds/tasks.ts'
import { nothingBefore } from './last-year.ts'
import { misheard } from './misheard.ts'
import { asOneName, asWritten } from './one-name.ts'
import { matterOf, type Permitted, permit } from './permit.ts'
import { relaxed } from './relax.ts'
import { withUnheard } from './unheard.ts'
import { withLights } from './with-lights.ts'

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
  const loaded: Answered[] = []
  const notes: string[] = []
  for (const query of queries) {
    const found = await load(query, { ...finder, context })
    loaded.push({ query, facts: await withLights(found.facts, { ...finder, context }) })
    notes.push(...found.notes)
  }
  const told = { ...heard, assumptions: [...heard.assumptions, ...notes] }
  const documents = finder.lexicon.rows.documents
  return show(await permit(loaded, context, finder.deps.ledger), told, { today: context.today, documents })
}

/** What is permitted, in words. Of what is refused or whispered not even the assumptions are said aloud. */
function show(
  { aloud, privately }: Permitted,
  { query, assumptions, trace }: Understanding,
  around: Omit<Around, 'assumptions'>,
): Answer {
  const open = aloud.some(({ facts }) => matterOf(facts) !== null)
  const message = answerMessage(aloud, { ...around, assumptions: open ? assumptions : [] })
  const [first] = [...privately, ...aloud]
  const refused = aloud.some(({ facts }) => facts.kind === 'refused')
  return {
    kind: first === undefined ? 'help' : ANSWER_KIND[first.facts.kind](first),
    message,
    tasks: taskRefs(aloud.map((a) => a.facts)),
    citations: message.sources,
    query,
    trace: refused ? [...trace, 'refused'] : trace,
    ...(privately.length === 0 ? {} : { privately: answerMessage(privately, { ...around, assumptions }) }),
  }
}

/** Before the first document there is nothing to look into: whoever asks learns how documents come in. */
async function load(query: Query, finder: Asking): Promise<Found> {
  const needsDocuments = !['help', 'chat', 'feedback', 'staff'].includes(query.kind)
  if (!needsDocuments || finder.lexicon.rows.documents.length > 0) return sought(query, finder)
  return { facts: { kind: 'empty', people: await finder.deps.ledger.contacts('supervisor') }, notes: [] }
}

interface Found {
  readonly facts: Facts
  /** What was taken for granted on the way, for the answer to say. */
  readonly notes: readonly string[]
}

/** What finds nothing is asked again: without the words no document knows, as one name, then with what they may be a slip for. */
async function sought(asked: Query, finder: Asking): Promise<Found> {
  const query = (await asWritten(asked, finder)) ?? asked
  const facts = await factsOf(query, finder)
  if (facts.kind !== 'none') {
    const told = withUnheard(query, facts, finder.lexicon)
    return { facts: told.facts, notes: [...nothingBefore(query, facts), ...told.notes] }
  }
  return (
    (await widened(query, facts, finder)) ??
    (await renamed(query, facts, finder)) ??
    (await mended(query, facts, finder)) ?? {
      facts: (await closestTo(query, facts, finder)) ?? facts,
      notes: [],
    }
  )
}

async function widened(query: Query, facts: Facts, finder: Asking): Promise<Found | null> {
  const wider = relaxed(query, facts, finder.lexicon)
  if (wider === null) return null
  const found = await factsOf(wider, finder)
  return found.kind === 'none' || found.kind === 'clarify' ? null : { facts: found, notes: [] }
}

/** What the words name may be a thing, not a unit: an honest no with that thing beside it is better than one without. */
async function renamed(query: Query, facts: Facts, finder: Asking): Promise<Found | null> {
  const whole = asOneName(query, facts)
  if (whole === null) return null
  const found = await factsOf(whole, finder)
  return found.kind === 'clarify' || (found.kind === 'none' && found.near.length === 0)
    ? null
    : { facts: found, notes: [] }
}

/** A slip of the pen in the matter itself, mended by what the tasks say. */
async function mended(query: Query, facts: Facts, finder: Asking): Promise<Found | null> {
  const meant = await misheard(query, facts, finder)
  if (meant === null) return null
  const found = await factsOf(meant.query, finder)
  return found.kind === 'none' || found.kind === 'clarify' ? null : { facts: found, notes: [meant.note] }
}

/** What was found, unless it is of another place or body than the question names. */
async function factsOf(query: Query, finder: Asking): Promise<Facts> {
  const facts = await factsFor(query, finder)
  return ofSomebodyElse(query, facts, finder.lexicon) ?? facts
}

function factsFor(query: Query, finder: Asking): Facts | Promise<Facts> {
  switch (query.kind) {
    case 'tasks':
      return answerTasks(query, finder)
    case 'progress':
      return answerProgress(query, finder)
    case 'report':
      return answerProgress({ kind: 'progress', filter: query.filter }, finder)
    case 'count':
      return answerCount(query, finder)
    case 'lead':
      return answerLead(query, finder)
    case 'metric':
      return query.soFar === true ? answerSoFar(query, finder) : answerMetric(query, finder)
    case 'deadline':
      return answerDeadline(query, finder)
    case 'detail':
      return answerDetail(query, finder)
    case 'stage':
      return answerStage(query, finder)
    case 'duty':
      return answerDuty(query, finder)
    case 'people':
      return answerPeople(query, finder)
    case 'staff':
      return answerStaff(query, finder)
    case 'compare':
      return answerCompare(query, finder)
    case 'passages':
      return answerPassages(query, finder)
    case 'several':
      return { kind: 'help', roles: finder.context.viewer.roles }
    case 'clarify':
      return query
    case 'feedback':
      return answerFeedback(query, finder)
    case 'help':
      return { kind: 'help', roles: finder.context.viewer.roles }
    case 'chat':
      return query
  }
}
