import type { TaskRow } from '../../answer/ledger.ts'
import type { UnitRole } from '../../domain/task.ts'
import { dayName } from '../../text/calendar.ts'

export const ROLE_NAMES: Readonly<Record<UnitRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  supporting: '配合单位',
}

/** 〔第41项〕, 二（一）3, 第80项第2部分. */
export function placeName(row: Pick<TaskRow, 'no' | 'part' | 'path'>): string {
  const place =
    row.no !== null ? `第${row.no}项` : row.path.length === 1 ? `第${row.path[0]}条` : row.path.join('')
  return row.part === null ? place : `${place}第${row.part}部分`
}

/** 〔第41项〕 with the task's title, unless its words begin with it anyway. */
export function taskLead(row: TaskRow): string {
  const isSaidBelow = row.title !== null && row.text.startsWith(row.title)
  return `〔${placeName(row)}〕${isSaidBelow ? '' : (row.title ?? '')}`.trim()
}

/** 牵头单位：…；责任单位：…, with the rule that makes leads where none are written. */
export function unitLine(row: TaskRow): string {
  const roles: readonly UnitRole[] = ['lead', 'responsible', 'supporting']
  const written = roles.flatMap((role) => {
    const units = row.units.filter((u) => u.role === role).map((u) => u.written)
    return units.length === 0 ? [] : [`${ROLE_NAMES[role]}：${units.join('、')}`]
  })
  return [...written, ...byRule(row)].join('；')
}

export function byRule(row: TaskRow): string[] {
  if (row.leadRule === null || row.units.some((u) => u.role === 'lead')) return []
  const leads = row.units.filter((u) => u.role === 'effective_lead').map((u) => u.written)
  return leads.length === 0 ? [] : [`按文件规定视为牵头：${leads.join('、')}（“${row.leadRule}”）`]
}

export const dueLine = (row: TaskRow): string | null =>
  row.dueOn === null
    ? null
    : row.dueCertainty !== 'implied' || /[月日季]/.test(row.dueRaw ?? '')
      ? `时限：${row.dueRaw ?? ''}（${dayName(row.dueOn)}）`
      : null

/** 牵头：市经信局; without a written lead who is responsible. */
export function leadLine(row: TaskRow): string {
  const of = (role: UnitRole) => row.units.filter((u) => u.role === role).map((u) => u.written)
  const leads = of('lead')
  if (leads.length > 0) return `牵头：${leads.join('、')}`
  const rest = of('responsible')
  return rest.length === 0 ? '' : `责任单位：${rest.join('、')}`
}
