import { findUnits } from '../../finders/units.ts'
import type { Lexicon } from '../../prepare.ts'

/** 市交通运输局牵头负责实施…行动, 建立由市港务局牵头、各区参与的联动机制. */
const LEADS = /^(?:牵头(?:负责|、|，|组织|统筹|抓总|会同|实施|推进)|负责(?:统筹|牵头))/

/** The unit a document's organisation clause makes answer for tasks that name no unit; null where none does. */
export function organiserOf(clauses: readonly string[], lexicon: Lexicon): number | null {
  for (const clause of clauses) {
    for (const mark of findUnits(clause, lexicon)) {
      const unit = mark.value.kind === 'unit' ? mark.value.units[0] : undefined
      if (unit && unit.kind !== 'group' && LEADS.test(clause.slice(mark.end))) return unit.id
    }
  }
  return null
}
