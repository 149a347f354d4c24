import type { Task, UnitMention } from '../../src/domain/task.ts'
import { type Mapped, slice } from '../../src/text/mapped.ts'
import { DEFAULT_TAIL, readUnitList } from './unit-list.ts'

/** What a document says once about who leads, and who helps with everything. */
export interface LeadRules {
  /** 列第一位的为牵头单位，下同 */
  readonly firstLeads: string | null
  /** 无牵头单位的，责任单位即为牵头单位 */
  readonly noneMeansAll: string | null
  /** 以下各项均需相关市、县政府推进，不再单独列出: those units, from that place of the file on. */
  readonly everywhere: { readonly units: readonly UnitMention[]; readonly from: number } | null
}

const FIRST =
  /(?:除标注[^，。；）]*外，?)?(?:责任单位中，?)?(?:[列排](?:名|序)?(?:在)?(?:第一|首)位?|首位|第一个|排名第一)[^。；，（）〔〕]{0,12}(?:牵头|汇总)[^。；，（）〔〕]{0,8}(?:，下同)?/
const NONE =
  /(?:[无没未](?:有|明确|标明|标注|列)?(?:明确)?牵头(?:单位|部门)的?)，?(?:由)?(?:排|列)?[^。；，（）]{0,10}责任(?:单位|部门)[^。；，（）]{0,4}(?:即为|为|即是|视为|作为)牵头(?:单位|部门)(?:，下同)?|未(?:明确|标注)牵头单位的，[^。；]{0,20}牵头(?:单位|部门)/

export function findLeadRules(paragraphs: readonly Mapped[]): LeadRules {
  let firstLeads: string | null = null
  let noneMeansAll: string | null = null
  let everywhere: LeadRules['everywhere'] = null
  for (const p of paragraphs) {
    if (!/牵头|不再/.test(p.text)) continue
    noneMeansAll ??= NONE.exec(p.text)?.[0] ?? null
    firstLeads ??= FIRST.exec(p.text)?.[0] ?? null
    everywhere ??= defaultUnits(p)
  }
  return { firstLeads, noneMeansAll, everywhere }
}

function defaultUnits(p: Mapped): LeadRules['everywhere'] {
  const m = DEFAULT_TAIL.exec(p.text)
  const names = m?.groups?.units
  if (!m || !names) return null
  const at = m.index + m[0].indexOf(names)
  const { units } = readUnitList(slice(p, at, at + names.length), { role: 'responsible' })
  const inherited = units.map(({ unit }) => ({ ...unit, certainty: 'inherited' as const }))
  return inherited.length === 0 ? null : { units: inherited, from: p.ends[m.index] ?? 0 }
}

type Roles = Pick<Task, 'lead' | 'responsible' | 'supporting'>

/** `roles` without units every later task has by default: those never lead. Written leads; else the ones a rule of the document makes leads, with that rule. */
export function effectiveLead(roles: Roles, rules: LeadRules): Pick<Task, 'effectiveLead' | 'leadRule'> {
  if (roles.lead.length > 0) return { effectiveLead: roles.lead, leadRule: null }
  const made = rules.firstLeads ? roles.responsible.slice(0, 1) : rules.noneMeansAll ? roles.responsible : []
  const rule = rules.firstLeads ?? rules.noneMeansAll
  if (made.length === 0) return { effectiveLead: [], leadRule: null }
  return { effectiveLead: made.map((u) => ({ ...u, certainty: 'implied' as const })), leadRule: rule }
}
