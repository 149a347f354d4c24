import { isGroupSafe, type Matter, refusalFor } from '../domain/access.ts'
import type { ProgressQuery } from '../domain/progress-query.ts'
import type { AskContext } from './deps.ts'
import type { Answered, Facts } from './facts.ts'
import type { Ledger } from './ledger.ts'

/** What is said where the question was asked, and what the asker alone is told. */
export interface Permitted {
  readonly aloud: readonly Answered[]
  readonly privately: readonly Answered[]
}

/**
 * Between loading and showing: each find is shown, kept for the asker's private chat, or refused with the reason and
 * the people to ask.
 */
export async function permit(
  loaded: readonly Answered[],
  { viewer, chat }: Pick<AskContext, 'viewer' | 'chat'>,
  { contacts }: Pick<Ledger, 'contacts'>,
): Promise<Permitted> {
  const judged = loaded.flatMap(ownApart).map((found) => ({ found, ...judge(found.facts, viewer, chat) }))
  const asked = judged.find((j) => j.refusal !== null)?.refusal?.ask
  const people = asked === undefined ? [] : await contacts(asked)
  const aloud = judged.map(({ found, refusal, whisper }): Answered => {
    if (refusal !== null) return { ...found, facts: { kind: 'refused', reason: refusal.reason, people } }
    return whisper ? { ...found, facts: { kind: 'whispered' } } : found
  })
  return { aloud, privately: judged.filter((j) => j.whisper).map((j) => j.found) }
}

/** What the asker may know beyond the others of a group is a find of its own. */
function ownApart(found: Answered): Answered[] {
  const { facts, query } = found
  if (facts.kind !== 'progress' || facts.own === undefined) return [found]
  const { own, ...open } = facts
  const aloud = open.lines.length === 0 ? [] : [{ query, facts: open }]
  return [...aloud, { query, facts: { ...own, kept: true } }]
}

function judge(facts: Facts, viewer: AskContext['viewer'], chat: AskContext['chat']) {
  const matter = matterOf(facts)
  const refusal = matter === null || isConcerned(facts, viewer) ? null : refusalFor(viewer, matter)
  const whisper = matter !== null && refusal === null && chat === 'group' && !isGroupSafe(matter)
  return { refusal, whisper }
}

/** What units have trouble with, and what they owe. */
const isKept = ({ of, filter }: ProgressQuery): boolean =>
  of === 'difficulties' ||
  filter.states?.some((state) => state === 'unreported' || state === 'pending') === true

/** Operators are nobody's colleagues here, whatever their unit. */
const isConcerned = (facts: Facts, viewer: AskContext['viewer']): boolean =>
  (facts.kind === 'progress' || facts.kind === 'owing') &&
  facts.concerned &&
  refusalFor(viewer, 'content') === null

/** null: says nothing of the ledger. */
export function matterOf(facts: Facts): Matter | null {
  switch (facts.kind) {
    case 'help':
    case 'chat':
    case 'empty':
    case 'refused':
    case 'whispered':
      return null
    case 'clarify':
      return facts.choices.length > 0 ? 'content' : null
    case 'feedback':
      return 'feedback'
    case 'progress':
      return facts.kept === true || isKept(facts.query) ? 'concern' : 'progress'
    case 'owing':
      return 'concern'
    default:
      return 'content'
  }
}
