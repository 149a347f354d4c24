import type { PlanDocument, SectionNode } from '../domain/document.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/**
 * Writes what a document has beside tasks and chunks: sections, stages, duties, roster, indicators, group
 * definitions, other names. A second reading keeps the rows (and their ids) place by place.
 */
export async function saveParts(db: Db, documentId: number, document: PlanDocument): Promise<void> {
  for (const [part, rows] of Object.entries(partsOf(document))) {
    await savePart(db, part as Part, { documentId, rows })
  }
}

/** Writes one of the lists anew, after a correction. */
export async function saveList(
  db: Db,
  documentId: number,
  list:
    | Pick<PlanDocument, 'stages'>
    | Pick<PlanDocument, 'duties'>
    | Pick<PlanDocument, 'roster'>
    | Pick<PlanDocument, 'indicators'>,
): Promise<void> {
  const rows = partsOf({ ...NOTHING, ...list })
  const part = PART_OF[Object.keys(list)[0] as keyof typeof PART_OF]
  await savePart(db, part, { documentId, rows: rows[part] })
}

const PART_OF = { stages: 'stage', duties: 'duty', roster: 'roster', indicators: 'indicator' } as const

type Listed = Pick<
  PlanDocument,
  'sections' | 'stages' | 'duties' | 'roster' | 'indicators' | 'groups' | 'otherNames'
>
const NOTHING: Listed = {
  sections: [],
  stages: [],
  duties: [],
  roster: [],
  indicators: [],
  groups: [],
  otherNames: [],
}

/** Columns of each part beside document_id, ordinal and span. */
const COLUMNS = {
  section: ['path', 'heading'],
  stage: ['name', 'start_on', 'end_on', 'body'],
  duty: [
    'who',
    'to_whom',
    'what',
    'due_on',
    'due_certainty',
    'recurrence',
    'from_on',
    'until_on',
    'due_month',
    'due_day',
    'body',
  ],
  roster: ['role', 'name', 'title'],
  indicator: [
    'table_title',
    'group_name',
    'name',
    'unit',
    'target',
    'value',
    'period',
    'by_part',
    'note',
    'certain',
  ],
  group_definition: ['name', 'includes', 'body'],
  other_name: ['name', 'other'],
} as const
type Part = keyof typeof COLUMNS

async function savePart(
  db: Db,
  part: Part,
  { documentId, rows }: { readonly documentId: number; readonly rows: readonly object[] },
): Promise<void> {
  const columns = ['ordinal', ...COLUMNS[part], 'span_start', 'span_end']
  const list = columns.join(', ')
  const update = columns.map((c) => `${c} = excluded.${c}`).join(', ')
  await db.query(`delete from ${part} where document_id = $1 and ordinal >= $2`, [documentId, rows.length])
  if (rows.length === 0) return
  await db.query(
    `insert into ${part} (document_id, ${list})
     select $1, ${list} from jsonb_populate_recordset(null::${part}, $2::jsonb)
     on conflict (document_id, ordinal) do update set ${update}`,
    [documentId, jsonOf(rows.map((row, ordinal) => ({ ...row, ordinal })))],
  )
}

const span = (source: Span) => ({ span_start: source.start, span_end: source.end })

function partsOf(d: Listed): Readonly<Record<Part, readonly object[]>> {
  return {
    section: headings(d.sections).map((s) => ({ path: s.path, heading: s.heading, ...span(s.source) })),
    stage: d.stages.map((s) => ({
      name: s.name,
      start_on: s.start,
      end_on: s.end,
      body: s.text,
      ...span(s.source),
    })),
    duty: d.duties.map((duty) => ({
      who: duty.who,
      to_whom: duty.to,
      what: duty.what,
      due_on: duty.due,
      due_certainty: duty.dueCertainty ?? null,
      recurrence: duty.recurrence,
      from_on: duty.timing?.from ?? null,
      until_on: duty.timing?.until ?? null,
      due_month: duty.timing?.month ?? null,
      due_day: duty.timing?.day ?? null,
      body: duty.text,
      ...span(duty.source),
    })),
    roster: d.roster.map((r) => ({ role: r.role, name: r.name, title: r.title, ...span(r.source) })),
    indicator: d.indicators.map((i) => ({
      table_title: i.table,
      group_name: i.group,
      name: i.name,
      unit: i.unit,
      target: i.target,
      value: i.value,
      period: i.period,
      by_part: i.by,
      note: i.note,
      certain: i.certain,
      ...span(i.source),
    })),
    group_definition: d.groups.map((g) => ({
      name: g.name,
      includes: g.includes,
      body: g.text,
      ...span(g.source),
    })),
    other_name: d.otherNames.map((o) => ({ name: o.name, other: o.other, ...span(o.source) })),
  }
}

/** The tree as a list in reading order. */
function headings(nodes: readonly SectionNode[]): readonly SectionNode[] {
  return nodes.flatMap((node) => [node, ...headings(node.children)])
}
