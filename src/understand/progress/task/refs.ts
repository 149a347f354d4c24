import { parseNumber } from '../../../text/numbers.ts'
import { dropOverlaps, type Found, findAll, type Match, type Rule } from '../../../text/rule.ts'
import { COME, COME_TO } from '../figure/row.ts'
import { PLACE_REFS } from './place-refs.ts'

/** A task named by number or by its place in the document, wherever the message does so. */
export interface TaskRef {
  readonly numbers: readonly number[]
  readonly path: readonly string[]
  readonly part: number | null
  /** False for a bare number at the head of a clause, which only counts where the unit has such a task. */
  readonly sure: boolean
}

/** The numbers the speaker's unit has tasks with: 3项 is otherwise a count. */
export interface RefContext {
  readonly known: ReadonlySet<number>
  /** Places that may be said without their chapter, of tasks just asked about or of a document named: （二）1. */
  readonly ends: ReadonlySet<string>
  /** The text before names something that is counted in 项: 标志性成果：8项. */
  readonly counts: (before: string) => boolean
  /** So many 项 of what the text behind speaks of are a target: 30项成果目标. */
  readonly aims: (n: number, behind: string) => boolean
}

const N = String.raw`(?:\d{1,3}|[一二三四五六七八九十百零]{1,5})`
const LIST = `${N}(?:(?:[、和与及，,]|以及|还有)第?${N})*`
/** Without 第 a comma parts what is said: 治理905，92项没变化. */
const SHORT_LIST = `${N}(?:(?:[、和与及]|以及|还有)第?${N})*`
const TAIL = `(?:号?任务|项(?:任务|工作)?|条(?:任务)?|款|号)`

const named = (numbers: readonly number[], sure = true): TaskRef => ({ numbers, path: [], part: null, sure })

/** Numbers of a list: 52、92和99. */
function listed(text: string): number[] {
  const said = text.match(new RegExp(N, 'g')) ?? []
  return said.flatMap((n) => parseNumber(n) ?? [])
}

/** At the head of a clause, or after words that lead up to a task; in a row of figures only with a figure of its own. */
function opens({ input, start, end, text }: Match): boolean {
  const before = input.slice(Math.max(0, start - 6), start)
  if (/(?:落地|完成|建成|签约|转化|获批|投用|开工|认定|验收)的$/.test(before)) return false
  if (IN_A_RUN.test(before) && /^\d+项$/.test(text)) return true
  if (/\d[个家条名场座]、$/.test(before) && !/^\p{Script=Han}{2,10}\d/u.test(input.slice(end))) return false
  return /(?:^|[，。；：！？、\n（ □]|关于|报告|工作报告|都是|属于|是|对于?|针对|我们|我局|咱们?|任务|还有|那[条个块]|这[条个块]|另外|然后|和|跟|把|号文|议案|建议案|方案|的|里|补报|补充|汇报|更正|上报|报|上回|上次|之前|先前|刚才|前面)$/.test(
    before,
  )
}

/** 1项5项16项没变化: one number behind the other. */
const IN_A_RUN = /(?<![\d.])\d{1,3}项$/

const all = (numbers: readonly number[], context: RefContext): boolean =>
  numbers.every((n) => context.known.has(n))

/** 三项加起来821亿, 三项一起报: what has just been listed, or all there are. */
const ADDED_UP = /^(?:加起来|加在一起|合起来|合在一起|合计|总计|总共|共计|相加|一起|一并|一块儿?报|统一报)/

/** 专项和计划分别是10项、98项: counts, one of each. */
const EACH_OF = /分别(?:是|为|有|达到?|完成|立了?)?(?:\d+[项个条家]?[、和及])*$/

/** 项 and 条 are counters too: 18项关键技术 after a name is a figure, 52项 at the head of a clause a task. */
function readCounterLike(match: Match, context: RefContext): TaskRef | null {
  const rest = match.input.slice(match.end)
  if (ADDED_UP.test(rest) || EACH_OF.test(match.input.slice(0, match.start))) return null
  const numbers = listed(match.groups.list ?? '')
  const foreign =
    match.start === 0 && /项$/.test(match.text) && /^\p{Script=Han}/u.test(rest) && !all(numbers, context)
  if (!foreign && (!opens(match) || !all(numbers, context))) return null
  if (numbers.length === 1 && context.counts(match.input.slice(0, match.start))) return null
  if (numbers.some((n) => context.aims(n, rest))) return null
  if (/^(?:任务|工作)?(?:都|均|全部|全都)/.test(rest) && numbers.length === 1 && /任务|工作/.test(match.text))
    return null
  return named(numbers)
}

/** 第十条航线昨天首飞, 开到第7条了: a thing of a row that has come, no task. */
const OF_ROW = new RegExp(`^[^，。；]{0,8}(?:${COME})`)
const UP_TO = new RegExp(`${COME_TO}$`)

export const TASK_REFS: readonly Rule<TaskRef, RefContext>[] = [
  {
    name: 'number: 第52项, 第七条, 第5、6项, 第九条和第十条, 第52号任务',
    pattern: new RegExp(`第(?<list>${LIST})${TAIL}(?!季度|批|届|次)`, 'g'),
    read: ({ groups, text, input, start, end }) => {
      const numbers = listed(groups.list ?? '')
      const counted =
        text.endsWith('条') &&
        (/(?<!第[\d一二三四五六七八九十]{0,3})[\d一二两三四五六七八九十]条/.test(input) ||
          UP_TO.test(input.slice(0, start)) ||
          OF_ROW.test(input.slice(end)))
      return counted || numbers.some((n) => n < 1 || n > 400) ? null : named(numbers)
    },
  },
  {
    name: 'range: 第12至15项, 第12到第15项',
    pattern: /(?<first>第)?(?<a>\d{1,3})(?:至|到|—|-|~)第?(?<b>\d{1,3})(?:项|(?<clause>条))(?:任务)?/g,
    read: (match) => {
      const { groups } = match
      if (!groups.first && (groups.clause !== undefined || !opens(match))) return null
      const [a, b] = [Number(groups.a), Number(groups.b)]
      return b <= a || b - a > 30 ? null : named(Array.from({ length: b - a + 1 }, (_, i) => a + i))
    },
  },
  {
    name: 'number without 第: 52项, 92、99项, 三十一项的, 64号任务',
    pattern: new RegExp(
      String.raw`(?<![\d.第a-zA-Z一二三四五六七八九十百千万亿〔])(?<list>${SHORT_LIST})(?:号任务|项(?:任务|工作)?)(?!指标|目标任务)`,
      'g',
    ),
    read: readCounterLike,
  },
  {
    name: 'number after 任务: 任务52, 任务号52, 编号52, no.52',
    pattern:
      /(?:任务(?:编?号)?|编号|序号|no\.?)[：: ]?(?<n>\d{1,3})(?![\d.]|[月年日]|[—–~～-]\d|[至到]\d|[个家条名场台座处件套户人亩元%万亿]|公里)/gi,
    read: ({ groups }, { known }) => (known.has(Number(groups.n)) ? named([Number(groups.n)]) : null),
  },
  {
    name: 'number behind its verb: 干完52项了, 报完9项',
    pattern: /(?<=(?:干|做|办|弄|搞|忙|报|填)完(?:了)?)(?<n>\d{1,3})项(?=$|[了啦吧，。；！])/g,
    read: ({ groups }, { known }) => (known.has(Number(groups.n)) ? named([Number(groups.n)], false) : null),
  },
  {
    name: 'number that all before is of: …，都是31的',
    pattern: /(?<=(?:都|全|均)(?:是|属于?))(?<n>\d{1,3})(?=的?(?:$|[。！]))/g,
    read: ({ groups }, { known }) => (known.has(Number(groups.n)) ? named([Number(groups.n)], false) : null),
  },
  ...PLACE_REFS,
  {
    name: 'N号: 64号会展中心, 52号：',
    pattern:
      /(?<![\d.第月a-zA-Z〔〕])(?<n>\d{1,3})号(?=[：，、 \p{Script=Han}])(?!以后|之后|后|再|上午|下午|晚|到|才|就|给|交|文|议案|建议|提案|线|楼|馆|机组|厂房|地块|高炉|码头|泊位|仓|站|桥|墩|标段|隧道|井|公告|令|前|之前|以前|院|门|左右)/gu,
    read: (match, { known }) => {
      const n = Number(match.groups.n)
      return known.has(n) && opens(match) ? named([n], false) : null
    },
  },
  {
    name: 'bare number at the head of a clause: 52便利店八家, 58 便利店41家, 52：, 3.展会982场',
    pattern:
      /(?<=^|[，。；！\n ])(?<n>\d{1,3})(?=[：、 \p{Script=Han}]|。\p{Script=Han})(?![至到]\d{1,2}月|写|打成|错|改|更正|应|搞|填成|报成|[个家条名人场所座套台辆件张户处次米亩吨元%万亿千百年月日号项多余来天号点度倍款季批期轮届]|公里|平方|分|小时|立方|工作日| ?[\d])/gu,
    read: ({ groups }, { known }) => (known.has(Number(groups.n)) ? named([Number(groups.n)], false) : null),
  },
  {
    name: 'bare numbers in a row: 70、73不变, 13、15两项同8月, 69和93跟公安局对接中, …没变：48、49',
    pattern:
      /(?<=^|[，。；！：\n ])(?<list>\d{1,3}(?:[、和]\d{1,3})+)(?=$|[，。；]|\p{Script=Han}{2})(?![个家条名人场所座套台辆件张户处次米亩吨元%万亿千百年月日号多余来天点度倍款]|公里|平方|小时|工作日)/gu,
    read: ({ groups }, context) => {
      const numbers = listed(groups.list ?? '')
      return all(numbers, context) ? named(numbers, false) : null
    },
  },
  {
    name: 'bare number, then a pause and a figure: 72，4512P, 72 4180P',
    pattern: /^(?<n>\d{1,3})(?:，| +)(?=\d[\d.]*[\p{L}%])/gu,
    read: ({ groups }, { known }) => (known.has(Number(groups.n)) ? named([Number(groups.n)], false) : null),
  },
  {
    name: 'bare number in characters at the head of a clause: 五十二便利店八家',
    pattern:
      /(?<=^|[，。；！\n ])(?<n>[一二三四五六七八九]?十[一二三四五六七八九]?|一百零[一二三])(?=[： \p{Script=Han}])(?![一二两三四六七八九十个家条名人场所座套台辆件张户处次米亩吨元万亿千百年月日号多余来几分项五里大]|公里|平方)/gu,
    read: ({ groups }, { known }) => {
      const n = parseNumber(groups.n ?? '')
      return n !== null && known.has(n) ? named([n], false) : null
    },
  },
]

const PART = /^(?:任务)?的?第(?<n>[一二三四1-9])(?:小?块|小项|部分|小点|款|句|段)/

/** Every mention of a task in the plain message, in reading order, with the part said behind it (80项第二块). */
export function findTaskRefs(text: string, context: RefContext): Found<TaskRef>[] {
  return dropOverlaps(findAll(text, TASK_REFS, context)).map((found) => {
    const part = PART.exec(text.slice(found.end))
    if (part === null) return found
    const end = found.end + part[0].length
    return {
      ...found,
      end,
      text: text.slice(found.start, end),
      value: { ...found.value, part: parseNumber(part.groups?.n ?? '') },
    }
  })
}
