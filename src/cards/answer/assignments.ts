import type { TaskRow } from '../../answer/ledger.ts'
import type { LeadFacts } from '../../answer/task-facts.ts'
import type { UnitRole } from '../../domain/task.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { clauseBlocks, taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { byRule, placeName, ROLE_NAMES } from './task-words.ts'
import { say } from './wording.ts'

const TITLE_MAX = 32

/** Who carries it: of one task its units stand above, each role a line; of several each entry tells its own. */
export function leadPart(facts: LeadFacts, book: SourceBook): Part {
  const { rows, clauses } = facts
  const [only] = rows
  const silent = rows.length > 0 && rows.every((row) => row.units.length === 0)
  const alone = rows.length === 1 && only !== undefined && !silent
  const head =
    facts.unstaffed === true
      ? [text(say.unstaffed)]
      : silent
        ? [text(say.noUnits)]
        : alone
          ? roleLines(only, facts).map(text)
          : []
  const list = rows.length === 0 ? [] : [taskRows(rows, book, alone ? { units: 'none' } : { units: 'all' })]
  const subtitle = namesLine(documentsOf([...rows, ...clauses.map((c) => c.row)]))
  return {
    title: titleOf(facts),
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [...head, ...list, ...clauseBlocks(clauses, book)],
  }
}

/** 第52项：市交通运输局牵头; 2项都由市交通运输局牵头; else no more than what it is about. */
function titleOf({ rows, roles, same }: LeadFacts): string {
  if (same && rows.length > 1) return sameTitle(rows, roles)
  const leads = new Set(rows.map((row) => leadsOf(row).join('、')))
  const [lead = ''] = leads
  const [only] = rows
  const aboutLeads = roles.length === 0 || roles.includes('lead')
  if (!aboutLeads || leads.size !== 1 || lead === '' || only === undefined)
    return rows.length > 1 ? `${say.leadTitle} · ${rows.length}项` : say.leadTitle
  const title = rows.length === 1 ? `${placeName(only)}：${lead}牵头` : `${rows.length}项都由${lead}牵头`
  return title.length > TITLE_MAX ? say.leadTitle : title
}

/** 牵头单位一样：都是市经信局; 责任单位不一样. */
function sameTitle(rows: readonly TaskRow[], [role = 'lead']: readonly UnitRole[]): string {
  const units = rows.map((row) =>
    (role === 'lead' ? leadsOf(row) : row.units.filter((u) => u.role === role).map((u) => u.written))
      .sort()
      .join('、'),
  )
  const [first = ''] = units
  const title = `${ROLE_NAMES[role]}${units.every((own) => own === first) ? '一样' : '不一样'}`
  return title.endsWith('不一样') || first.length > TITLE_MAX ? title : `${title}：都是${first}`
}

const leadsOf = (row: TaskRow): string[] => {
  const written = row.units.filter((u) => u.role === 'lead')
  return (written.length > 0 ? written : row.units.filter((u) => u.role === 'effective_lead')).map(
    (u) => u.written,
  )
}

const ROLES: readonly UnitRole[] = ['lead', 'responsible', 'supporting']

/** The role asked for first, then the others. */
function roleLines(row: TaskRow, { roles: asked, counted }: LeadFacts): string[] {
  const order = [
    ...ROLES.filter((role) => asked.includes(role)),
    ...ROLES.filter((role) => !asked.includes(role)),
  ]
  const lines = order.flatMap((role) => {
    const units = row.units.filter((u) => u.role === role).map((u) => u.written)
    return units.length === 0
      ? []
      : [
          `${ROLE_NAMES[role]}${counted ? `（${units.length}个）` : ''}：${emphasised(units.join('、'), asked, role)}`,
        ]
  })
  return [...byRule(row), ...lines]
}

const emphasised = (units: string, asked: readonly UnitRole[], role: UnitRole): string =>
  asked.includes(role) || (asked.length === 0 && role === 'lead') ? `**${units}**` : units
