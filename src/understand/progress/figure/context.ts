import type { Day } from '../../../domain/span.ts'
import type { DateReading } from '../../../text/dates.ts'
import type { Found } from '../../../text/rule.ts'
import { type Clause, clausesOf, contentOf } from '../clauses.ts'
import { carriedNames } from './carried-name.ts'
import type { Figure } from './figure.ts'
import type { FigureText } from './figures.ts'
import { addendsIn, goesOnPart, inBracket, partsBegin, withWholes } from './parts-of.ts'
import { afterLast } from './role-after.ts'
import { type FigureRole, type Role, roleOf } from './roles.ts'
import { withoutStage } from './stages.ts'

/** A figure with the words that say what it is of. */
export interface Told {
  readonly figure: Found<Figure>
  readonly role: FigureRole
  readonly rule: string
  /** Index of its clause. */
  readonly clause: number
  /** Words that may name its metric, the likelier first; empty where the figure stands alone. */
  readonly names: readonly string[]
  /** Words in front, for telling 累计 from the rest. */
  readonly before: string
  /** Words right behind it, up to the next figure. */
  readonly after: string
  /** The last day of the time said before it in its clause (九月底), null where none is. */
  readonly at: Day | null
  /** A part of another figure (其中…). */
  readonly partOf: boolean
}

const FROM_HERE_PLANS = /下一步|下步|接下来|下阶段|下一阶段|后续(?:将|我们将|工作)|今后/
const CONCLUDES = /已完成|目前|截至|累计|一共|总共|合计|新增/
/** 今后持续跟踪，留汉大学生已到23万人: no plan any more, though the sentence goes on. */
const IS_THERE = /已经?(?:到|达|有|完成|实现|累计)|截至|现在/

/** Figures with their clause, role and naming words. Plans announced (下一步…) cover all that follows. */
export function toldFigures(
  text: string,
  found: FigureText,
): { readonly told: Told[]; readonly clauses: readonly Clause[] } {
  const clauses = clausesOf(text)
  const completes = COMPLETES.test(text)
  const told: Told[] = []
  let planning = false
  clauses.forEach((clause, i) => {
    const masked = found.masked.slice(clause.start, clause.end)
    if (clause.text.match(FROM_HERE_PLANS)) planning = true
    else if (planning && (clause.opens ? CONCLUDES : IS_THERE).test(masked)) planning = false
    const here = inClause(clause, i, { found, clauses, planning })
    const last = told.at(-1)
    for (const [at, one] of here.entries()) {
      const own = afterLast(one, at > 0 ? told.at(-1) : undefined, last)
      told.push(withRest(clause.opens ? own : goesOnPart(own, last, text), completes))
    }
  })
  const parts = addendsIn(told, text)
  return { told: withWholes(told).map((t) => (parts.has(t) ? { ...t, partOf: true } : t)), clauses }
}

/** 地标再有一个，酒店再有两家，就全了: each is what is missing. */
const COMPLETES = /，就(?:都|可以|能)?(?:齐|全|够|满|完成|达标)了?/

const withRest = (told: Told, completes: boolean): Told =>
  completes && told.role === 'increment' && /再(?:有|来|加|开|建|签|办|引进|认定)$/.test(told.before)
    ? { ...told, role: 'remaining', rule: 'then all complete' }
    : told

interface Around {
  readonly found: FigureText
  readonly clauses: readonly Clause[]
  readonly planning: boolean
}

function inClause(clause: Clause, index: number, around: Around): Told[] {
  const { found, planning } = around
  const figures = found.figures.filter((f) => f.start >= clause.start && f.end <= clause.end)
  const ahead = headOf(figures, clause, found.words)
  const dates = found.dates.filter((d) => d.start >= clause.start && d.end <= clause.end)
  const parts = partsBegin(found.words.slice(clause.start, clause.end))
  const listed = respectively(
    found.words.slice(clause.start, figures[0]?.start ?? clause.start),
    figures.length,
  )
  return figures.flatMap((figure, i) => {
    const [from, to] = [figures[i - 1]?.end ?? clause.start, figures[i + 1]?.start ?? clause.end]
    const masked = {
      before: found.masked.slice(from, figure.start),
      after: withoutNext(found.masked.slice(figure.end, to), i < figures.length - 1),
    }
    const words = { before: found.words.slice(from, figure.start), after: found.words.slice(figure.end, to) }
    const date = dates.filter((d) => d.end <= figure.start).at(-1)
    const { role, rule } = planning
      ? { role: 'plan' as const, rule: 'after 下一步' }
      : ofItsTime(roleWith(figure, masked), date, found.today)
    const behind = i === figures.length - 1 ? [`${words.before} ${words.after}`] : []
    const order = ahead ? [words.after, words.before] : [words.before, ...behind]
    const names = listed?.[i] === undefined ? order.filter((w) => contentOf(w) !== '') : [listed[i]]
    const inside =
      /^(?:[（(]|[，、]?(?:即|也就是|就是|共))$/.test(words.before.trim()) && i > 0
        ? bracketed(found, figures[i - 1], clause)
        : []
    const nameless = i === 0 && contentOf(withoutStage(words.before)) === ''
    const carried = nameless ? carriedNames(index, words.before, around) : []
    const told = {
      figure,
      role,
      rule,
      clause: index,
      names: [...names, ...inside, ...carried],
      before: masked.before,
      after: masked.after,
      at: date?.value.end ?? null,
      partOf:
        (parts >= 0 && clause.start + parts < figure.start) ||
        inBracket(figure, figures[i - 1], words.before),
    }
    const both = names.length > 0 ? sharing(words.before) : []
    return both.length > 1 ? both.map((name) => ({ ...told, names: [name] })) : [told]
  })
}

/** 4家在建1家: what stands between two figures and tells of the second is not said of the first. */
const withoutNext = (after: string, followed: boolean): string =>
  followed && /^(?:[，、 ]|加上|连同|算上|外加|(?:在建|在谈|在办|在审|待批|待验收|筹建|储备)$)/.test(after)
    ? ''
    : after

/** 提高了1.2个百分点 is a change, whatever stands before it. */
function roleWith(figure: Found<Figure>, { before, after }: { before: string; after: string }): Role {
  const said = roleOf(before, after)
  if (figure.value.unit === '%' && said.rule.startsWith('of a short time')) return { role: 'value', rule: '' }
  const changed = /百分点/.test(figure.value.unit) && CHANGE.test(before)
  if (figure.value.unit === '成半' && /target|previous/.test(said.role)) return { role: 'value', rule: '' }
  return changed && said.role === 'value' ? { role: 'comparison', rule: 'so many points more or less' } : said
}

/** 去年年底评估是231亿 is a value, and not of now; 12月底前完成30个 is none yet. */
function ofItsTime(said: Role, date: Found<DateReading> | undefined, today: Day): Role {
  if (said.role !== 'value' || date === undefined) return said
  if (date.value.bound === 'by' && date.value.end > today && date.text.endsWith('前'))
    return { role: 'plan', rule: 'by a day to come' }
  const past = date.value.bound !== 'from' && /^(?:去年|上年)/.test(date.text)
  return past ? { role: 'previous', rule: 'of the year before' } : said
}

const CHANGE = /(?:提高|提升|上升|增长|下降|降低|回落|增加|扩大|收窄|涨|降|升)了?$/
/** 交易额完成率86%（12.9亿）: the figure in brackets is of what stands before the one in front. */
function bracketed(found: FigureText, before: Found<Figure> | undefined, clause: Clause): string[] {
  const words = before === undefined ? '' : found.words.slice(clause.start, before.start)
  return contentOf(words) === '' ? [] : [words.replace(/(?:完成|达成|达标)?率$/, '')]
}

const SHARED = /也?(?:都|均|全|皆|[两三四五六][个项])+(?:已经?)?(?:是|为|达到?|保持在?|到|有)?了?$/

/** 到位率和履职率都是100%: one figure of two names; empty where it has but one. */
function sharing(before: string): readonly string[] {
  if (!SHARED.test(before)) return []
  const names = before.replace(SHARED, '').split(/[、和与及]|(?<=率)(?=\p{Script=Han}{2,}率$)/u)
  return names.every((name) => name.length > 1 && contentOf(name) !== '') ? names : []
}

/** 数字化产线和智能车间分别为91条、18家: as many names as figures, in order; null otherwise. */
function respectively(before: string, count: number): readonly string[] | null {
  const names = /^(?<list>.+?)[，：]?分别/.exec(before)?.groups?.list?.split(/[、和与及]/) ?? []
  return count > 1 && names.length === count ? names : null
}

/** 开了7条便利店线路、845条治理类: the name stands behind its figure. */
function headOf(figures: readonly Found<Figure>[], clause: Clause, words: string): boolean {
  const [first, last] = [figures[0], figures.at(-1)]
  if (first === undefined || last === undefined) return false
  const before = contentOf(words.slice(clause.start, first.start))
  const behind = words.slice(last.end, clause.end)
  return (
    before.length <= 1 && contentOf(behind).length >= 2 && !/^(?:还|仍|都|均|已|正|也|在|全)/.test(behind)
  )
}
