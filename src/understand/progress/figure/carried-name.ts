import type { Found } from '../../../text/rule.ts'
import { type Clause, contentOf } from '../clauses.ts'
import type { Figure } from './figure.ts'
import type { FigureText } from './figures.ts'

interface Spoken {
  readonly clauses: readonly Clause[]
  readonly found: FigureText
}

/** Names for a figure that opens the clause at `index` with no name of its own (`before`: its words up to the figure). */
export const carriedNames = (index: number, before: string, spoken: Spoken): readonly string[] => [
  ...countedName(index, before, spoken),
  ...carriedName(index, spoken, SUM.test(before)),
]

/** 新开工项目总投资12亿元，数量24个: how many of what cost so much. */
function countedName(index: number, before: string, { clauses, found }: Spoken): string[] {
  const last = clauses[index - 1]
  if (last === undefined || !/^(?:数量|个数|总数|项目数)(?:是|为|有|达到?)?$/.test(before)) return []
  const figures = found.figures.filter((f) => f.start >= last.start && f.end <= last.end)
  const [first] = figures
  if (first === undefined || !figures.every((f) => f.value.unit.endsWith('元'))) return []
  return [found.words.slice(last.start, first.start).replace(/(?:总|计划|累计|完成)*投资额?$/, '')]
}

/** 便利店线路嘛，现在8条: the name stands in a clause before, if none since has a figure of its own. */
function carriedName(index: number, { clauses, found }: Spoken, sum: boolean): string[] {
  for (let i = index; i > Math.max(0, index - CARRIED); i--) {
    const [own, before] = [clauses[i], clauses[i - 1]]
    if (own === undefined || before === undefined || (own.opens && !/？$/.test(before.text))) return []
    if (i === index && found.words[own.start] === '■') return []
    if (ASKED_FOR.test(before.text)) continue
    const figures = found.figures.filter((f) => f.start >= before.start && f.end <= before.end)
    if (sum && figures.length > 0) continue
    const shares = figures.every((f) => isShareOfTarget(f, found.words.slice(before.start, f.start)))
    if (!shares) return []
    const words = found.words.slice(before.start, figures[0]?.start ?? before.end)
    if (TOLD_BEFORE.test(words) || /^(?:由于|因)/.test(words)) continue
    if (contentOf(words) !== '') return [words, ...headOf(words)]
  }
  return []
}

/** 网点 of 网点全部提档完毕: what such a clause is about. */
function headOf(words: string): string[] {
  const head = /^[^全都均已也还正在]{2,}(?=全部|都|均|已|也|还|正在)/.exec(words)?.[0]
  return head === undefined || contentOf(head).length < 2 ? [] : [head]
}

/** A request between name and figure: 缺场地，申请市里统筹2万平方米，目前17家. */
const ASKED_FOR = /^(?:申请|请(?!假)|恳请|建议|希望|盼|望|麻烦|急?需要?(?:市|省|上级|追加|增加))/

/** 刚刚报的是去年的数，今年是27家. */
const TOLD_BEFORE = /(?:刚才|刚|昨天|上次|之前|前面|上面|上午|早上)[^，。；]{0,4}(?:报|填|写|发)的?/

/** 外卖4条、血液2条，一共6条: a sum is of what was named before its parts. */
const SUM = /(?:一共|总共|共计|合计|总计|加起来)(?:是|有)?$/
/** 完成目标的94%，47家: the share leaves the name to the value behind it. */
const isShareOfTarget = ({ value }: Found<Figure>, before: string): boolean =>
  value.unit === '成半' || (value.unit === '%' && /(?:完成|达到|实现)[^，。；]{0,8}$|的$/.test(before))

/** Further back than this a name is forgotten. */
const CARRIED = 3
