import type { GroupDefinition, OtherName } from '../../src/domain/document.ts'
import type { UnitMention, UnitRole } from '../../src/domain/task.ts'
import { type Mapped, replace, slice, sourceOf } from '../../src/text/mapped.ts'
import { spellOut } from './ellipsis.ts'
import { piecesOf } from './unit-pieces.ts'

export interface RoledMention {
  readonly role: UnitRole
  readonly unit: UnitMention
}

export interface UnitList {
  readonly units: readonly RoledMention[]
  readonly groups: readonly GroupDefinition[]
  readonly otherNames: readonly OtherName[]
}

/**
 * Verbs that end a run of units and give it its role: A牵头，B、C配合. Longest first; what follows must be the end
 * of the run, so 负责形成总结 is no role.
 */
const VERB =
  /(?<lead>(?:分别|共同|联合|总)?牵头(?:负责|组织|推进|实施|落实)?|主办|作?为牵头(?:单位|部门))|(?<responsible>(?:等)?(?:有关|相关)?(?:部门|单位)?(?:按照?|根据)?(?:各自)?(?:职责|职能)?(?:分工)?(?:分别|共同|具体|协同)?(?:负责(?:落实|实施|推进)?|(?:抓好|组织|推进|推动|具体)?(?:贯彻|组织)?(?:落实|实施)|承办|指导|监督指导|作?为责任(?:单位|部门)))|(?<supporting>(?:积极|共同|协同)?(?:配合|协助|协办|参与|参加|支持)(?:实施|落实|推进)?|作?为(?:配合|协办)(?:单位|部门))/g
const AFTER_VERB = /^[，；、。）〕】\s]|^$/

/** 列第一位的为牵头单位，下同: parsed elsewhere, no unit. With the brackets it may stand in. */
const RULE_TAIL =
  /[。；，]?[（〔]?(?:除标注[^，。]*外，?)?(?:责任单位中，?)?(?:[列排](?:名|序)?(?:在)?(?:第一|首)位?|首位|第一个)[^。；）〕]*?(?:牵头|汇总)[^。；）〕]*[）〕]?/g

/** 以下各项任务均需相关市、县政府推进，不再单独列出: units for every later task, not a unit of this one alone. */
export const DEFAULT_TAIL =
  /[。；，]?[（〔]?以[下上](?:各项)?(?:工作|任务|措施|内容|事项|政策)*(?:均|都|皆)(?:需|由|须|涉及)*(?<units>[^。；]{2,80}?)(?:(?:负责|贯彻|组织|抓好|共同|分别)?(?:落实|推进|实施|负责|配合|参与))?，?不再(?:单独|一一|逐一|分别|重复)*(?:列出|列示|列明|注明|标注|列)/

/** No list of units is longer; what is has lost its closing bracket. */
const LONGEST = 4000

export interface ListContext {
  /** Role of units no verb speaks for. */
  readonly role: UnitRole
}

/** A run of units as it stands after a label or in brackets → one mention per unit, with its role. */
export function readUnitList(m: Mapped, context: ListContext): UnitList {
  const units: RoledMention[] = []
  const groups: GroupDefinition[] = []
  const otherNames: OtherName[] = []
  for (const run of runsOf(withoutTails(slice(m, 0, LONGEST)), context.role)) {
    for (const piece of spellOut(piecesOf(run.text))) {
      const source = sourceOf(piece.at)
      units.push({
        role: piece.lead ? 'lead' : run.role,
        unit: { name: piece.name, certainty: 'stated', source },
      })
      if (piece.other) {
        units.push({ role: run.role, unit: { name: piece.other, certainty: 'stated', source } })
        otherNames.push({ name: piece.name, other: piece.other, source })
      }
      if (piece.includes) groups.push({ name: piece.name, includes: piece.includes, text: piece.raw, source })
    }
  }
  return { units: distinct(units), groups, otherNames }
}

function withoutTails(m: Mapped): Mapped {
  const plain = replace(m, RULE_TAIL, '')
  const at = plain.text.search(DEFAULT_TAIL)
  return at < 0 ? plain : slice(plain, 0, at)
}

interface Run {
  readonly text: Mapped
  readonly role: UnitRole
}

function runsOf(m: Mapped, rest: UnitRole): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of m.text.matchAll(VERB)) {
    const end = match.index + match[0].length
    if (match[0] === '' || !AFTER_VERB.test(m.text.slice(end)) || depthAt(m.text, match.index) > 0) continue
    const role = (Object.keys(match.groups ?? {}) as UnitRole[]).find((k) => match.groups?.[k] !== undefined)
    runs.push({ text: slice(m, from, match.index), role: role ?? rest })
    from = end
  }
  return [...runs, { text: slice(m, from), role: rest }]
}

function depthAt(text: string, at: number): number {
  let depth = 0
  for (let i = 0; i < at; i++) {
    if (/[（〔〈【]/.test(text[i] ?? '')) depth++
    else if (/[）〕〉】]/.test(text[i] ?? '')) depth--
  }
  return depth
}

function distinct(units: readonly RoledMention[]): RoledMention[] {
  const seen = new Set<string>()
  return units.filter(({ role, unit }) => {
    const key = `${role} ${unit.name}`
    if (unit.name === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
