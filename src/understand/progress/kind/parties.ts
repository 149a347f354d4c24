import { findNames, type NameFound } from '../../../text/names.ts'
import { findAbbreviated } from '../../finders/abbreviated.ts'
import type { LexiconUnit } from '../../lexicon.ts'
import type { Lexicon } from '../../prepare.ts'
import { PERSON } from './person-names.ts'

/** Whose side the speaker is on. */
export interface Side {
  readonly lexicon: Lexicon
  /** The speaker's unit with its former and later selves; empty for a stranger. */
  readonly own: ReadonlySet<number>
}

/**
 * The message with its parties by one character each, as clerks write contracts: 甲 the speaker's side (我们, 本局, the unit's
 * own name), 乙 another body (数据局, 区里 for a bureau), 丙 a person (小马, 冯涛), 丁 an office inside (职建处).
 * 72项跟城管不沾边，发改委社会处的事 → 72项跟甲不沾边，乙的事 where a city management bureau speaks.
 * Rules on it need no list of units and no list of names. Lengths change: only what is said counts, not where.
 */
export function partiesIn(text: string, side: Side): string {
  const even = text.replace(/[甲乙丙丁](?=[级方类等])/g, '□')
  const named = byNames(byNames(even, side, 'units'), side, 'stems')
  return STEPS.reduce((t, [pattern, by]) => t.replace(pattern, by), named)
}

/** What may stand behind a stem that means the body: 科创统一报, 临空港牵头, 城管一点不沾边. */
const AFTER_STEM =
  /^(?:$|[，。；！、]|[局委办口](?!公室)|牵头|主抓|主管|负责|统一|这边|那边|在(?!建)|管|的(?:事|活|任务|职责|为准|$|[，。；吧了])|来报|报|才是|毫|没(?:有)?(?:啥|任何|什么)?关|不沾|一点|无关|系统|部门|要(?=牵头|报|管))/

/** Stems that are words of everyday as well: 没有数据 names nobody. */
const EVERYDAY = /^(?:数据|统计|审计)$/

/** Behind a stem of the speaker's own unit more may stand: 财政不汇总, 公安只配合. */
const AFTER_OWN = /^(?:不|没|未|只|仅|也|并|均|都|就|已|这)/

/** Units by their names, or stems where the words behind them say that a body is meant. */
function byNames(text: string, side: Side, by: 'units' | 'stems'): string {
  const said = namesIn(text, side, by)
  return said.reduceRight((t, f) => t.slice(0, f.start) + (f.ours ? '甲' : '乙') + t.slice(f.end), text)
}

function namesIn(text: string, { lexicon, own }: Side, by: 'units' | 'stems'): Named[] {
  const exact = findNames(text, lexicon[by])
  const short = by === 'stems' ? [] : findAbbreviated(text, lexicon).map((f) => ({ ...f, values: [f.unit] }))
  const apart = short.filter((f) => !exact.some((e) => e.start < f.end && f.start < e.end))
  return [...exact, ...apart]
    .filter((f) => by === 'units' || isBody(f, text, own))
    .sort((a, b) => a.start - b.start)
    .map((f) => ({ ...f, ours: f.values.some((u) => own.has(u.id)) }))
}

/** A stem means the body only beside words that say so. */
function isBody(
  { text: name, start, end, values }: NameFound<LexiconUnit>,
  text: string,
  own: Side['own'],
): boolean {
  const after = text.slice(end)
  if (/[“（]$/.test(text.slice(0, start))) return false
  if (EVERYDAY.test(name)) return /^(?:局|口|那边|牵头|负责)/.test(after)
  return AFTER_STEM.test(after) || (values.some((u) => own.has(u.id)) && AFTER_OWN.test(after))
}

type Named = NameFound<LexiconUnit> & { readonly ours: boolean }

/** The other bodies a message names, by id: those a task is said to be of. */
export const othersIn = (text: string, side: Side): ReadonlySet<number> =>
  new Set(
    [...namesIn(text, side, 'units'), ...namesIn(text, side, 'stems')]
      .filter((f) => !f.ours)
      .flatMap((f) => f.values.map((u) => u.id)),
  )

const OFFICE = String.raw`(?:(?:(?![找由换改让归给交是叫转请问系以后的了我新])\p{Script=Han}){1,5}?(?:处|科|室|专班|股)|办公室)`

const STEPS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:我们?|咱们?|本)(?:区|局|委|办|院|司|处室?|部(?!分)|会(?![在将会要])|单位|公司|集团|中心|街道|部门|市局|这边|这里|这儿|这(?![个些项条块]))(?:里|这边|这里|这儿|级|层面)?|我们(?:[区局委办院司](?!的?(?:领导|里)))?|咱们?(?=[^，。；]|$)|(?<=^|[，。；])(?:[局委院部会]里|(?:集团|公司)(?=不|只|没|未|仅|配合))|(?<=^|[，。；、和由归是给到跟与找算]|各|在)区(?:里|级|内|上)(?:面|层面)?(?!的?企业)/gu,
    '甲',
  ],
  [/甲(?:这边|这里|这儿|那边|单位|部门|口|系统|这)+/g, '甲'],
  [
    /(?<=归|由|是|找|问|向|给|到|至|属|于|入|该|应|为|请)(?:市|省|区)?[\p{Script=Han}]{2,6}?(?:管委会|办事处|集团|公司|中心|厅|局|委(?!托|员)|银行|学院|大学|协会|指挥部|街道|区)(?=$|[，。；！、 （(的牵负承来管抓在统主那才去会呀吧了]|办理|处理|报|做|搞)|(?<=^|[，。；、])(?:市|省)?[\p{Script=Han}]{2,6}?(?:管委会|办事处|厅|局)(?=[的牵负承来管抓在统主那才会]|报|做|搞)/gu,
    '乙',
  ],
  [
    /市级(?:层面|部门)?|市直(?:部门|单位)|市里(?:面)?|(?:其他|其它|别的|别|相关|有关|兄弟|哪个|另外)(?:单位|部门|处室|地方|家)/g,
    '乙',
  ],
  [/乙(?:[\p{Script=Han}]{0,4}?(?:处|科|室|专班|办公室)|那边|那里|那儿|口|系统|部门|同志|的同事)+/gu, '乙'],
  [/乙(?:[、和与及跟]乙)+/g, '乙'],
  [new RegExp(PERSON, 'gu'), '丙'],
  [
    new RegExp(
      `(?<=^|[，。；：、]|找|由|换|改|为|让|归|给|交|是|叫|到|系|问|转)(?:甲的?)?${OFFICE}(?:的)?(?=丙|$|[，。；接代替负管对报填跟来了吧统签收处])`,
      'gu',
    ),
    '丁',
  ],
  [/丁(?:的)?丙/g, '丙'],
]
