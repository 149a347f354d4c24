import type { GroupDefinition, OtherName } from '../../src/domain/document.ts'
import { concat, EMPTY, type Mapped, slice, trim } from '../../src/text/mapped.ts'
import { findUnitClauses, type UnitClause } from './unit-clause.ts'
import type { RoledMention } from './unit-list.ts'

/** Words and the units named for them, as they stand in one node of the tree. */
export interface Statement {
  readonly text: Mapped
  readonly units: readonly RoledMention[]
  readonly groups: readonly GroupDefinition[]
  readonly otherNames: readonly OtherName[]
  readonly time: Mapped | null
  /** False for words no clause follows. */
  readonly assigned: boolean
}

interface Pending {
  text: Mapped[]
  clauses: UnitClause[]
}

/** Words too few to be a task of their own behind the last unit clause (。 ； 等). */
const SCRAP = 6

const REMARK = 30

/**
 * Cuts the paragraphs of a node at their unit clauses. Clauses that follow each other without words between speak
 * for the same words; words behind the last clause of a paragraph belong to it, later paragraphs stand alone.
 */
export function statementsOf(paragraphs: readonly Mapped[]): Statement[] {
  const out: Statement[] = []
  let open: Pending = { text: [], clauses: [] }
  const flush = () => {
    if (open.text.length === 0) return
    out.push(toStatement(open))
    open = { text: [], clauses: [] }
  }
  for (const p of paragraphs) {
    const clauses = findUnitClauses(p)
    let from = 0
    for (const clause of clauses) {
      const words = trim(slice(p, from, clause.from))
      if (words.text.length > SCRAP && open.clauses.length > 0) flush()
      if (words.text !== '') open.text.push(words)
      open.clauses.push(clause)
      from = clause.to
    }
    const rest = trim(slice(p, from))
    if (rest.text === '') continue
    if (open.clauses.length > 0 && (clauses.length === 0 || standsAlone(rest.text))) flush()
    open.text.push(rest)
  }
  if (open.text.length > 0 || open.clauses.length > 0) out.push(toStatement(open))
  return out
}

/** Words behind a clause that are more than its closing remark: long ones, and the torn head of a next sentence. */
const standsAlone = (words: string): boolean =>
  words.length > REMARK || (words.length > SCRAP && !/。$/.test(words))

function toStatement(p: Pending): Statement {
  return {
    text: p.text.length === 0 ? EMPTY : concat(p.text),
    units: p.clauses.flatMap((c) => c.units),
    groups: p.clauses.flatMap((c) => c.groups),
    otherNames: p.clauses.flatMap((c) => c.otherNames),
    time: p.clauses.find((c) => c.time !== null)?.time ?? null,
    assigned: p.clauses.some((c) => c.units.length > 0),
  }
}
