import { refusalFor } from '../../domain/access.ts'
import type { Viewer } from '../../domain/person.ts'
import type { ProgressQuery } from '../../domain/progress-query.ts'
import type { Facts } from '../facts.ts'
import { askedOf, searchedIn } from '../scope.ts'
import type { Asking } from './progress.ts'

/** Who has reported and who owes, of the units the asker answers for; a supervisor sees all. */
export async function answerOwing(query: ProgressQuery, { deps, lexicon, context }: Asking): Promise<Facts> {
  const { viewer, today } = context
  const found = await deps.ledger.owing({
    today,
    ...(query.period === undefined ? {} : { period: query.period }),
  })
  if (found === null)
    return { kind: 'none', why: 'no-progress', about: '', searched: searchedIn(undefined, lexicon), near: [] }
  const asked = new Set(query.filter.units?.flatMap((unit) => unit.ids) ?? [])
  const ofAsked = found.owing.filter(({ unitId }) => asked.size === 0 || asked.has(unitId))
  const seen = ofAsked.filter(({ unitId }) => answersFor(viewer, unitId))
  const presses = refusalFor(viewer, 'decide') === null
  return {
    kind: 'owing',
    period: found.period,
    asked: askedOf(query.filter),
    owing: seen,
    overseen: !presses && asked.size === 0 && viewer.roles.includes('leader'),
    asks: presses && asked.size === 0 ? found.asks : null,
    others: presses && asked.size === 0 ? found.others : [],
    presses,
    concerned: seen.length > 0 || [...asked].some((unitId) => answersFor(viewer, unitId)),
  }
}

const answersFor = ({ roles, unitId: own, oversees }: Viewer, unitId: number): boolean =>
  roles.includes('supervisor') || own === unitId || (roles.includes('leader') && oversees.includes(unitId))
