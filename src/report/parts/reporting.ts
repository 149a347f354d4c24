import type { ReportPart, Run } from '../../domain/report.ts'
import type { UnitOwing } from '../../domain/standing.ts'
import type { Context } from '../context.ts'
import { joined, number, paragraph, words } from '../runs.ts'
import { shortDay } from '../words.ts'

/** 本期应报60家，已报56家，逾期未报4家. Units are named only where it is allowed. '' of it all where nobody owed anything. */
export function reportingParts(context: Context, named: boolean): readonly ReportPart[] {
  const units = perUnit(context.now.owing)
  if (units.length === 0) return [paragraph(words`本期没有应报送进展的单位。`)]
  const [only] = units
  if (units.length === 1 && only !== undefined) return [paragraph(oneRuns(only, context))]
  const late = units.filter((unit) => unit.state === 'late')
  const open = units.filter((unit) => unit.state === 'open')
  const done = units.length - late.length - open.length
  const statements = [
    words`已报${number(done)}家`,
    open.length === 0 ? [] : words`未到报送时限${number(open.length)}家`,
    late.length === 0 ? [] : words`逾期未报${number(late.length)}家`,
  ]
  const all = late.length + open.length === 0 ? '，全部按要求报送' : ''
  const head = words`本期应报送进展的单位${number(units.length)}家，${joined(statements, '，')}${all}。`
  return [paragraph(named ? [...head, ...lateRuns(late, context)] : head)]
}

/** The report of a unit itself: it alone owes. */
function oneRuns({ unit, state, dueOn, missing, asked }: OwingUnit, { wish }: Context): readonly Run[] {
  const due = shortDay(dueOn, wish.today)
  if (state === 'done') return words`${unit}本期应报的进展已全部报送。`
  if (state === 'open') return words`${unit}本期进展应于${due}前报送，还有${number(missing)}项未报。`
  const times = asked === 0 ? [] : words`，已提醒${number(asked)}次`
  return words`${unit}本期进展应于${due}前报送，逾期未报${number(missing)}项${times}。`
}

/** 逾期未报：市水务局（2项，应于10月20日前报送，已提醒3次）。 */
function lateRuns(late: readonly OwingUnit[], { wish }: Context): readonly Run[] {
  if (late.length === 0) return []
  const days = new Set(late.map((unit) => unit.dueOn))
  const due = (unit: OwingUnit): string => `应于${shortDay(unit.dueOn, wish.today)}前报送`
  const each = late.map((unit) => {
    const asked = unit.asked === 0 ? [] : words`，已提醒${number(unit.asked)}次`
    return words`${unit.unit}（${number(unit.missing)}项${days.size > 1 ? `，${due(unit)}` : ''}${asked}）`
  })
  const [first] = late
  const same = first !== undefined && days.size === 1 ? `（${due(first)}）` : ''
  return words`逾期未报的单位${same}：${joined(each, '、')}。`
}

export interface OwingUnit {
  readonly unit: string
  readonly state: 'done' | 'open' | 'late'
  readonly dueOn: string
  /** Tasks still owed. */
  readonly missing: number
  readonly asked: number
}

/** Progress requests by unit: one that owes several is late when any is. Dropped ones are owed no more. */
export function perUnit(owing: readonly UnitOwing[]): readonly OwingUnit[] {
  const owed = owing.filter((o) => o.kind === 'progress' && o.state !== 'dropped')
  return [...Map.groupBy(owed, (o) => o.unitId).values()].map((requests) => {
    const open = requests.filter((o) => o.state === 'open')
    const late = open.filter((o) => o.daysLate > 0)
    const [first] = [...late, ...open, ...requests]
    return {
      unit: first?.unit ?? '',
      state: late.length > 0 ? 'late' : open.length > 0 ? 'open' : 'done',
      dueOn: first?.dueOn ?? '',
      missing: open.reduce((sum, o) => sum + o.tasks - o.reported, 0),
      asked: Math.max(...requests.map((o) => o.asked)),
    }
  })
}
