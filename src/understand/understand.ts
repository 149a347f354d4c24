import type { Viewer } from '../domain/person.ts'
import type { Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import { correctSounds } from '../text/typo.ts'
import { eachPart } from './each-part.ts'
import { feedbackAsked } from './feedback.ts'
import { UNDER_ME } from './finders/units.ts'
import { refine } from './follow/follow-up.ts'
import { carryProgress } from './follow/progress.ts'
import type { Turn } from './follow/turn.ts'
import { narrowToMatter } from './matter.ts'
import { plainText } from './plain-text.ts'
import type { Lexicon } from './prepare.ts'
import { buildQuery, unclear } from './query/build.ts'
import { staffAsked } from './query/staff.ts'
import { owedAsked, waitingAsked } from './query/waiting.ts'
import { readSlots } from './read.ts'
import { restated } from './restated.ts'
import { isPastedTable, smallTalk } from './small-talk.ts'
import { splitQuestions } from './split.ts'
import { asks, assumed } from './wording.ts'

export interface UnderstandContext {
  readonly viewer: Viewer
  /** Earlier turns of this chat and person, oldest first. */
  readonly history: readonly Turn[]
  readonly today: Day
  readonly lexicon: Lexicon
}

export interface Understanding {
  readonly query: Query
  /** What was taken for granted, in Chinese, to be said with the answer. */
  readonly assumptions: readonly string[]
  /** Names of the rules that fired, for --trace. */
  readonly trace: readonly string[]
}

const PASTED = { tone: 'table', rule: 'talk: pasted table' } as const

/** Question → Query by rules alone. Pure: the clock, the names and the past are parameters; never throws. */
export function understand(text: string, context: UnderstandContext): Understanding {
  const plain = restated(plainText(text))
  const talk = isPastedTable(text) ? PASTED : smallTalk(plain)
  if (talk !== null) return { query: { kind: 'chat', tone: talk.tone }, assumptions: [], trace: [talk.rule] }
  const corrected = correctSounds(plain, context.lexicon.sounds)
  const typos = corrected.corrections.map((c) => assumed.typo(c.said, c.meant))
  const pieces = splitQuestions(corrected.text, (piece) => readSlots(piece, context).slots)
  const read = pieces.map((piece) => understandOne(piece, context))
  const [first] = read
  const query: Query =
    pieces.length === 1 && first
      ? first.query
      : { kind: 'several', queries: read.flatMap((r) => partsOf(r.query)) }
  const assumptions = [...new Set([...typos, ...read.flatMap((r) => r.assumptions)])]
  const trace = [
    ...corrected.corrections.map((c) => `typo: ${c.said} → ${c.meant}`),
    ...read.flatMap((r) => r.trace),
  ]
  return { query, assumptions, trace }
}

const partsOf = (query: Query): readonly Query[] => (query.kind === 'several' ? query.queries : [query])

function understandOne(text: string, context: UnderstandContext): Understanding {
  const about = feedbackAsked(text)
  if (about !== null)
    return { query: { kind: 'feedback', about }, assumptions: [], trace: [`feedback: ${about}`] }
  const waiting = waitingAsked(text, context.viewer)
  if (waiting !== null) return { query: waiting, assumptions: [], trace: ['all that waits for me: 待办'] }
  const owed = owedAsked(text, context.viewer)
  if (owed !== null) return { query: owed, assumptions: [], trace: ['what one’s unit owes: 有什么要报的'] }
  const { slots, trace } = readSlots(text, context)
  if (
    /(?:我们|咱们?|我|本)(?:单位|局|委|部门)/.test(text) &&
    context.viewer.unitId === null &&
    slots.units.length === 0
  ) {
    return {
      query: { kind: 'clarify', about: asks.whichUnit, choices: [] },
      assumptions: [],
      trace: [...trace, 'my unit is not known'],
    }
  }
  if (trace.includes(UNDER_ME) && context.viewer.oversees.length === 0) {
    const query: Query = { kind: 'clarify', about: asks.whichOverseen, choices: [] }
    return { query, assumptions: [], trace: [...trace, 'nobody is known to be under me'] }
  }
  const staff = staffAsked(slots)
  if (staff !== null)
    return { query: staff, assumptions: slots.assumptions, trace: [...trace, `staff: ${staff.of}`] }
  const refined = refine(
    narrowToMatter(slots, context.lexicon, context.history.at(-1)?.query),
    context.history,
  )
  const fired = refined.rule === null ? trace : [...trace, refined.rule]
  if ('query' in refined) return { query: refined.query, assumptions: refined.assumptions, trace: fired }
  const query = unclear(refined.slots) ?? eachPart(buildQuery(refined.slots), refined.slots, context.lexicon)
  const carried = carryProgress(query, text, context.history)
  if (carried !== null) {
    const assumptions = [...refined.slots.assumptions, assumed.carried]
    return { query: carried, assumptions, trace: [...fired, 'follow-up: progress of what was spoken of'] }
  }
  return { query, assumptions: refined.slots.assumptions, trace: [...fired, `query: ${query.kind}`] }
}
