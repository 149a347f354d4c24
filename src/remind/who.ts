import type { Capacity } from '../domain/progress.ts'
import { resolveUnit, type UnitRegistry } from '../domain/unit.ts'
import type { OwedTask } from './duty.ts'

/** One task of one unit. */
export interface Owing {
  readonly unitId: number
  readonly taskId: number
  readonly capacity: Capacity
}

/** Why a duty asks nobody. */
export type Unasked = 'nobodyNamed' | 'unknownUnit' | 'noTasks'

type Pick = (task: OwedTask, kindOf: (unitId: number) => string | null) => readonly number[]

interface Who {
  readonly name: string
  readonly pattern: RegExp
  readonly pick: Pick
}

const either = ({ leads, responsible }: OwedTask): readonly number[] => [...leads, ...responsible]

/** Who is meant by a duty's words. First match wins for each part of them. */
const WHO: readonly Who[] = [
  {
    name: '各牵头单位, 主办单位',
    pattern: /牵头|主办|主责|主管/,
    pick: ({ leads, responsible }) => orElse(leads, responsible),
  },
  { name: '各责任单位', pattern: /责任|协办/, pick: ({ leads, responsible }) => orElse(responsible, leads) },
  { name: '配合单位', pattern: /配合/, pick: ({ supporting }) => supporting },
  {
    name: '各区, 各区人民政府, 各县（市、区）',
    pattern: /^各(?:地|县|区|市|开发区|新区|（|[^，。；]{0,6}[区县])(?!直)[^部门单位]*$/,
    pick: (task, kindOf) => either(task).filter((id) => /^(?:district|zone)$/.test(kindOf(id) ?? '')),
  },
  {
    name: '市直部门',
    pattern: /[省市区县]直|^各部门$/,
    pick: (task, kindOf) =>
      either(task).filter((id) => !/^(?:district|zone|company)$/.test(kindOf(id) ?? '')),
  },
  {
    name: '各承办单位, 各有关单位, 各成员单位, 各单位',
    pattern: /承办|承担|实施|落实|办理|有关|相关|成员|各单位|^部门$|^单位$|专班/,
    pick: either,
  },
]

const orElse = (ids: readonly number[], other: readonly number[]) => (ids.length > 0 ? ids : other)

/** 各区人民政府、各相关部门和单位 → three parts; 和 of 人力资源和社会保障局 joins none. */
const partsOf = (who: string): string[] =>
  who
    .split(/、(?![^（]*）)|(?<=单位|部门|政府|各区)[和及与]|[和及与](?=各|单位|部门)/)
    .filter((part) => part !== '')

interface Place {
  readonly registry: UnitRegistry
  readonly place: string | null
  readonly tasks: readonly OwedTask[]
}

/** The units a duty's words name, each with the tasks it answers for. A named unit answers for its own. */
export function owingOf(who: string | null, { registry, place, tasks }: Place): readonly Owing[] | Unasked {
  if (who === null) return 'nobodyNamed'
  const kindOf = (id: number): string | null => registry.byId.get(id)?.kind ?? null
  const found = new Map<string, Owing>()
  let known = false
  for (const part of partsOf(who)) {
    const pick = WHO.find(({ pattern }) => pattern.test(part))?.pick ?? named(part, { registry, place })
    if (pick === null) continue
    known = true
    for (const task of tasks)
      for (const unitId of pick(task, kindOf)) found.set(`${unitId}/${task.taskId}`, owing(unitId, task))
  }
  if (!known) return 'unknownUnit'
  return found.size > 0 ? [...found.values()] : 'noTasks'
}

function named(
  part: string,
  { registry, place }: { registry: UnitRegistry; place: string | null },
): Pick | null {
  const resolved = resolveUnit(registry, part, place)
  if (resolved.kind !== 'known') return null
  const { id } = resolved.unit
  return (task) => either(task).filter((unitId) => unitId === id)
}

const owing = (unitId: number, { taskId, leads }: OwedTask): Owing => ({
  unitId,
  taskId,
  capacity: leads.includes(unitId) ? 'lead' : 'responsible',
})
