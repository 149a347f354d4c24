import type { Chunk, GroupDefinition, OtherName, PlanDocument } from '../src/domain/document.ts'
import type { Span } from '../src/domain/span.ts'
import type { Deadline, Task, UnitMention, UnitRole } from '../src/domain/task.ts'
import { type Mapped, sourceOf } from '../src/text/mapped.ts'
import { tighten } from '../src/text/normalise.ts'
import { chunkTree } from './chunk.ts'
import { cleanFile } from './clean.ts'
import { findCellDeadline, findDeadline } from './extract/deadline.ts'
import { readDuties } from './extract/duty.ts'
import { readGoals } from './extract/goal.ts'
import { type Header, readHeader } from './extract/header.ts'
import { effectiveLead, findLeadRules, type LeadRules } from './extract/lead.ts'
import { findMetrics } from './extract/metric.ts'
import { withRunningNumbers } from './extract/numbering.ts'
import { taskRemarks } from './extract/remarks.ts'
import { readRoster } from './extract/roster.ts'
import { readStages } from './extract/stage.ts'
import { statementsOf } from './extract/statements.ts'
import { readIndicators } from './extract/table/indicator.ts'
import { readTaskTables } from './extract/table/task-table.ts'
import { type Draft, findAnnexTasks, findTasks } from './extract/task.ts'
import { splitDocuments } from './split.ts'
import { splitParts } from './structure/parts.ts'
import { buildTree, toSection } from './structure.ts'
import type { DocumentLines, DocumentParts, ReadFile, TreeNode } from './types.ts'

/** Everything the rules read out of a file, one entry per document it holds. Pure; never throws on text. */
export function extractDocuments(file: ReadFile): PlanDocument[] {
  return splitDocuments(cleanFile(file)).map(extractDocument)
}

/** One document: header, tree, tasks, everything that hangs on them. */
export function extractDocument(whole: DocumentLines): PlanDocument {
  const tables = readTaskTables(whole)
  const figures = readIndicators(whole)
  const used = [...tables.used, ...figures.used]
  const lines = { ...whole, lines: whole.lines.filter((l) => !within(used, sourceOf(l.text).start)) }
  const header = readHeader(splitParts(whole.lines))
  const parts = buildParts(lines)
  const paragraphs = lines.lines.length === 0 ? [] : allParagraphs(parts)
  const rules = findLeadRules(paragraphs)
  const annexed = parts.annexes.flatMap((annex) => findAnnexTasks(annex, header.title))
  const drafts = [...withRunningNumbers(findTasks(parts.body, header.title)), ...annexed, ...tables.drafts]
  const year = yearOfPlan(header)
  const nodes = [...(parts.letter ? [parts.letter] : []), parts.body, ...parts.annexes]
  const tasks = drafts.map((d) => toTask(d, rules, header))
  return {
    ...header,
    goals: readGoals(parts.body),
    stages: readStages(parts.body, year),
    duties: readDuties(parts, year),
    roster: readRoster(parts, knownNames(drafts)),
    indicators: figures.indicators,
    ...namesOf(parts.body),
    tasks,
    sections: nodes.map(toSection),
    chunks: [...chunkTree(header.title, nodes), ...tables.drafts.map((d) => rowChunk(d, header.title))],
    warnings: [...lines.warnings, ...figures.warnings, ...taskRemarks(tasks)],
    source: lines.source,
  }
}

/** A row of a task table is found like any clause. */
const rowChunk = ({ path, section, text }: Draft, title: string): Chunk => ({
  path,
  heading: [title === '' ? '' : `《${title}》`, section].filter((h) => h !== '').join(' > '),
  text: text.text,
  source: sourceOf(text),
})

const within = (spans: readonly Span[], at: number): boolean => spans.some((s) => at >= s.start && at < s.end)

/** The one year a plan is for, else the year it was issued in: where its steps and duties name none. */
function yearOfPlan({ period, issuedOn }: Header): number | null {
  const start = issuedOn ?? period?.start ?? null
  const one = period && period.start.slice(0, 4) === period.end.slice(0, 4) ? period.start : start
  return one === null ? null : Number(one.slice(0, 4))
}

/** Units the document itself names: they tell a name from a post where a roster prints them without a space. */
const knownNames = (drafts: readonly Draft[]): string[] => [
  ...new Set(drafts.flatMap((d) => d.units.map((u) => u.unit.name))),
]

/** Letter, plan and annexes of a document as trees. */
export function buildParts(lines: DocumentLines): DocumentParts {
  const parts = splitParts(lines.lines)
  return {
    letter: parts.letter.length === 0 ? null : buildTree(parts.letter),
    body: buildTree(parts.body),
    annexes: [...parts.annexes, parts.tail].filter((a) => a.length > 0).map(buildTree),
  }
}

function allParagraphs(parts: DocumentParts) {
  const walk = (node: TreeNode): TreeNode['paragraphs'] => [
    ...node.paragraphs,
    ...node.children.flatMap(walk),
  ]
  return [...(parts.letter ? walk(parts.letter) : []), ...walk(parts.body)]
}

function namesOf(body: TreeNode): { groups: GroupDefinition[]; otherNames: OtherName[] } {
  const walk = (node: TreeNode): ReturnType<typeof statementsOf> => [
    ...statementsOf(node.paragraphs),
    ...node.children.flatMap(walk),
  ]
  const statements = walk(body)
  return {
    groups: statements.flatMap((s) => s.groups),
    otherNames: statements.flatMap((s) => s.otherNames),
  }
}

function toTask(draft: Draft, rules: LeadRules, header: Header): Task {
  const text = tighten(draft.text)
  const of = (role: UnitRole): UnitMention[] => draft.units.filter((u) => u.role === role).map((u) => u.unit)
  const later = rules.everywhere && draft.source.start > rules.everywhere.from ? rules.everywhere.units : []
  const stated = of('responsible')
  const extra = later.filter((u) => !stated.some((s) => s.name === u.name))
  const roles = { lead: of('lead'), responsible: [...stated, ...extra], supporting: of('supporting') }
  return {
    path: draft.path,
    no: draft.no,
    part: draft.part,
    section: draft.section,
    title: draft.title,
    text: text.text,
    ...roles,
    ...effectiveLead({ ...roles, responsible: stated }, rules),
    metrics: findMetrics(text.text).map(({ value, start, end }) => ({
      ...value,
      source: sourceOf(text, start, end),
    })),
    deadline: deadlineOf(draft, text, header),
    source: sourceOf(text),
  }
}

/** The time a label gives (完成时限：…) goes before one in the words. */
function deadlineOf(draft: Draft, text: Mapped, header: Header): Deadline | null {
  const context = { headings: draft.headings, title: header.title, period: header.period }
  const cell = draft.time && findCellDeadline(draft.time.text, context)
  const [found, at] = cell && draft.time ? [cell, draft.time] : [findDeadline(text.text, context), text]
  if (!found) return null
  const { start, end, ...deadline } = found
  return { ...deadline, source: sourceOf(at, start, end) }
}
