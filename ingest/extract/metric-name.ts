import type { Quantity } from '../../src/text/quantities.ts'
import type { Found } from '../../src/text/rule.ts'
import type { Clause } from './clause.ts'
import { newAt, openingAt, verbAt } from './metric-words.ts'

/** What is measured, cut out of the words around a quantity. */
export interface MetricName {
  readonly name: string
  /** Range of the words and the quantity together. */
  readonly start: number
  readonly end: number
}

/** A verb before these is part of the noun: 落地项目, 改造率, 签约总额. */
const NOUN_AFTER =
  /^(?:率|任务|项目|面积|规模(?!以上)|成本|数(?![字据智])|总[额量数规]|比例|比重|资金|投资|用地|时[限长]|[额量]|活动(?:数|$))/
const INNER_VERB =
  /(?<=.{3})(?:牵头|参与|自主)?(?:组建|产出|设立|实施|开展|滚动发布)(?!率|项目|比例|计划|方案|情况)(?=.{2})/
/** 围绕优势产业|建设…, 面向重点行业|遴选…: where, before the verb. */
const WHERE =
  /^(?:按照|根据|对照|围绕|面向|聚焦|依托|针对|结合|以|在|为)(?:《[^》]*》|“[^”]*”|[^，《“])+?(?:建设|建成|打造|培育|遴选|引进|发布|组建|布局|实施|开展|提供)(?=.{2})/
/** Ends of names that can be listed before one figure: 到位率、履职率100%. */
const MEASURED = /(?:率|比例|比重|占比|额|量|面积|产值|收入|规模|数)$/

/** Words that cannot end a name: 推进8个行业|1000家企业, 每个街道建成|1个, 下达的|30个. The noun follows the number. */
const LEADS_ON =
  /\d(?:个|家|所|类|大类)[^\d]{0,4}$|(?:建成|打造|建设|培育|引进|新增|新建|举办|开展|完成|遴选|组建|设立|创建|选取|提供|推出|形成|召开|评选|认定|招引|征集|的)$|^每[个家]/

/** True where the words only say that something be done: 高水平举办, 每年新增. What is done follows the number. */
export function isVerbal(left: string): boolean {
  let rest = left.replace(/（[^（）]*）/g, '')
  for (let cut = head(rest); cut > 0 && rest !== ''; cut = head(rest)) rest = rest.slice(cut)
  return rest === ''
}

const head = (text: string): number => openingAt(text) || newAt(text) || verbAt(text)

/** The names a quantity, or `count` quantities in a row, are of; `end` is where the last of them ends. */
export function namesOf(found: Found<Quantity>, clause: Clause): MetricName[] {
  const { left, right, leftStart } = clause
  const after = isVerbal(left) || /等$/.test(left) || (right !== '' && LEADS_ON.test(left))
  const noun = after ? nounAfter(right) : ''
  const start = leftStart + (/^(?:并且?|且|其中|将)/.exec(left)?.[0].length ?? 0)
  const end =
    found.end + (after ? right.indexOf(noun) + noun.length : /^覆盖(?:率)?$/.test(right) ? right.length : 0)
  const names = after ? [`${newIn(left)}${noun}`] : splitNames(nounBefore(left), found)
  return names.map((name) => ({ name: rateOf(name, found, right) || named(clause), start, end }))
}

/** 年内新增|: kept before the noun that follows the number. */
function newIn(left: string): string {
  const rest = stripOpening(left)
  return rest.slice(0, newAt(rest))
}

/** 算力规模达每秒…次（7.2EFLOPS）: a figure put again in brackets is of what the words before say. */
function named({ before }: Clause): string {
  return (
    /(?:^|[，；])(?<name>[^，；]{2,}?)(?:达到?|为|约|超|突破|每|\d)[^，；]*（$/.exec(before)?.groups?.name ??
    ''
  )
}

/** Words after the number up to the verb they are the subject of: 10家联合实验室|提高运行质效. */
function nounAfter(right: string): string {
  const noun = right.replace(/^.*的(?=[^《》]{2,}$)/, '')
  const verb = noun
    .slice(2)
    .search(/提高|产出|达到|用于|予以|进行|结对|做大做强|投入使用|并(?!购|网)|[与和及]$/)
  return verb < 0 ? noun : noun.slice(0, verb + 2)
}

function nounBefore(left: string): string {
  let rest = stripOpening(left.replace(/(?<=.{2})[由从]\d[^，]*$/, ''))
  rest = rest.slice(WHERE.exec(rest)?.[0].length ?? 0).replace(/^.*按照(?=.{2})/, '')
  const verb = verbAt(rest)
  if (verb > 0 && !NOUN_AFTER.test(rest.slice(verb)) && rest.length - verb >= 2) rest = rest.slice(verb)
  const inner = INNER_VERB.exec(rest)
  const cut = inner ? rest.slice(inner.index + inner[0].length) : rest
  return cut.replace(/(?:分别|总数|力争|有望|保持|均|需)$/, (w) => (w === '总数' ? w : '')) || left
}

function stripOpening(left: string): string {
  let rest = left
  for (let n = openingAt(rest); n > 0 && rest.length > n; n = openingAt(rest)) rest = rest.slice(n)
  return rest
}

/** 路长到位率、履职率 → two names; the second takes over what the first says before its own last word. */
function splitNames(name: string, found: Found<Quantity>): string[] {
  const parts = name.split(/[、和]|及(?![率时格早])/)
  const from = parts.findLastIndex((p) => !MEASURED.test(p)) + 1
  const tail = parts.slice(from)
  if (tail.length < 2 || (found.value.sort !== 'share' && tail.length > 2)) return [name]
  const head = name.slice(0, name.indexOf(tail[0] ?? '') + (tail[0]?.length ?? 0))
  return [
    head,
    ...tail.slice(1).map((p) => (p.length <= 4 && p.length < head.length ? head.slice(0, -p.length) + p : p)),
  ]
}

function rateOf(name: string, { value }: Found<Quantity>, right: string): string {
  if (value.sort !== 'share' || value.unit !== '%') return name
  if (/^覆盖/.test(right)) return `${name}覆盖率`
  return /(?:检测|覆盖|达标|履约|普及)$/.test(name) ? `${name}率` : name
}
