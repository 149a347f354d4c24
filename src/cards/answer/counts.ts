import type { CountFacts, Facts, UnitTally } from '../../answer/facts.ts'
import type { Block } from '../../domain/message.ts'
import { documentLabel } from '../../understand/document-names.ts'
import { taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say } from './wording.ts'

const text = (words: string): Block => ({ kind: 'text', text: words })
const note = (words: string): Block => ({ kind: 'note', text: words })

export function countTitle(facts: Extract<Facts, { kind: 'count' }>): string {
  const { count } = facts
  return facts.of === 'documents'
    ? say.countDocuments(count.documents.length)
    : say.tasksTitle(count.asked, count.rows.length)
}

export function countBlocks(
  of: Extract<Facts, { kind: 'count' }>['of'],
  count: CountFacts,
  book: SourceBook,
): Block[] {
  if (of === 'documents') return [text(say.countDocuments(count.documents.length)), ...documentRows(count)]
  const whole = count.asked.unit === null && count.asked.topic === null && count.asked.missing.length === 0
  const sections = (of === 'sections' || (whole && of === 'tasks')) && count.documents.length === 1
  const head =
    of === 'parts'
      ? say.countParts(count.rows.length)
      : of === 'units'
        ? say.countUnits(count.units.length)
        : say.countTasks(count.asked, count.rows.length)
  const lines = [text(head), ...(of === 'units' ? [text(count.units.join('、'))] : [])]
  const split = sections
    ? [text(say.countSections(count.sections.length, count.rows.length)), text(count.sections.join('；'))]
    : []
  const group =
    count.viaGroup > 0 && count.asked.unit !== null
      ? [note(say.viaGroup(count.asked.unit, count.viaGroup))]
      : []
  return [...lines, ...split, taskRows(count.rows, book), ...group]
}

function documentRows(count: CountFacts): Block[] {
  const rows = count.documents.map((d) => ({ lead: documentLabel(d), text: d.title }))
  return [{ kind: 'rows', rows, pageSize: 12 }]
}

export function tallyBlocks(facts: Extract<Facts, { kind: 'units' }>, book: SourceBook): Block[] {
  const what =
    facts.roles.length === 0
      ? '参与'
      : facts.roles.includes('lead')
        ? facts.writtenOnly
          ? '明文牵头'
          : '牵头'
        : '承担'
  const lines = facts.tallies.map((t) => text(say.tally(t.unit, t.rows.length, what)))
  const lists = facts.tallies.flatMap((t): Block[] =>
    t.rows.length === 0
      ? []
      : [{ kind: 'heading', text: say.tally(t.unit, t.rows.length, what) }, taskRows(t.rows, book)],
  )
  return [...lines, text(winner(facts.tallies)), ...lists]
}

function winner(tallies: readonly UnitTally[]): string {
  const sorted = [...tallies].sort((a, b) => b.rows.length - a.rows.length)
  const [first, second] = sorted
  if (first === undefined) return ''
  return first.rows.length === second?.rows.length ? say.even : say.most(first.unit)
}
