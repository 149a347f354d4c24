import type { Viewer } from '../domain/person.ts'
import type { Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import { parseNumber } from '../text/numbers.ts'
import { soundOf } from '../text/pinyin.ts'
import { correctSounds } from '../text/typo.ts'
import { eachPart } from './each-part.ts'
import { feedbackAsked } from './feedback.ts'
import { UNDER_ME } from './finders/units.ts'
import { refine } from './follow/follow-up.ts'
import { carryProgress } from './follow/progress.ts'
import type { Turn } from './follow/turn.ts'
import { narrowToMatter } from './matter.ts'
import type { Lexicon } from './prepare.ts'
import { buildQuery, unclear } from './query/build.ts'
import { staffAsked } from './query/staff.ts'
import { owedAsked, waitingAsked } from './query/waiting.ts'
import { readSlots } from './read.ts'
import { restated } from './restated.ts'
import { isPastedTable, smallTalk } from './small-talk.ts'
import { splitQuestions } from './split.ts'
import { asks, assumed } from './wording.ts'

export interface UnderstandContext {
  readonly viewer: Viewer
  /** Earlier turns of this chat and person, oldest first. */
  readonly history: readonly Turn[]
  readonly today: Day
  readonly lexicon: Lexicon
}

export interface Understanding {
  readonly query: Query
  /** What was taken for granted, in Chinese, to be said with the answer. */
  readonly assumptions: readonly string[]
  /** Names of the rules that fired, for --trace. */
  readonly trace: readonly string[]
}

const PASTED = { tone: 'table', rule: 'talk: pasted table' } as const

/** Question → Query by rules alone. Pure: the clock, the names and the past are parameters; never throws. */
export function understand(text: string, context: UnderstandContext): Understanding {
  const plain = restated(plainText(text))
  const talk = isPastedTable(text) ? PASTED : smallTalk(plain)
  if (talk !== null) return { query: { kind: 'chat', tone: talk.tone }, assumptions: [], trace: [talk.rule] }
  const corrected = correctSounds(plain, context.lexicon.sounds)
  const typos = corrected.corrections.map((c) => assumed.typo(c.said, c.meant))
  const pieces = splitQuestions(corrected.text, (piece) => readSlots(piece, context).slots)
  const read = pieces.map((piece) => understandOne(piece, context))
  const [first] = read
  const query: Query =
    pieces.length === 1 && first
      ? first.query
      : { kind: 'several', queries: read.flatMap((r) => partsOf(r.query)) }
  const assumptions = [...new Set([...typos, ...read.flatMap((r) => r.assumptions)])]
  const trace = [
    ...corrected.corrections.map((c) => `typo: ${c.said} → ${c.meant}`),
    ...read.flatMap((r) => r.trace),
  ]
  return { query, assumptions, trace }
}

const partsOf = (query: Query): readonly Query[] => (query.kind === 'several' ? query.queries : [query])

function understandOne(text: string, context: UnderstandContext): Understanding {
  const about = feedbackAsked(text)
  if (about !== null)
    return { query: { kind: 'feedback', about }, assumptions: [], trace: [`feedback: ${about}`] }
  const waiting = waitingAsked(text, context.viewer)
  if (waiting !== null) return { query: waiting, assumptions: [], trace: ['all that waits for me: 待办'] }
  const owed = owedAsked(text, context.viewer)
  if (owed !== null) return { query: owed, assumptions: [], trace: ['what one’s unit owes: 有什么要报的'] }
  const { slots, trace } = readSlots(text, context)
  if (
    /(?:我们|咱们?|我|本)(?:单位|局|委|部门)/.test(text) &&
    context.viewer.unitId === null &&
    slots.units.length === 0
  ) {
    return {
      query: { kind: 'clarify', about: asks.whichUnit, choices: [] },
      assumptions: [],
      trace: [...trace, 'my unit is not known'],
    }
  }
  if (trace.includes(UNDER_ME) && context.viewer.oversees.length === 0) {
    const query: Query = { kind: 'clarify', about: asks.whichOverseen, choices: [] }
    return { query, assumptions: [], trace: [...trace, 'nobody is known to be under me'] }
  }
  const staff = staffAsked(slots)
  if (staff !== null)
    return { query: staff, assumptions: slots.assumptions, trace: [...trace, `staff: ${staff.of}`] }
  const refined = refine(
    narrowToMatter(slots, context.lexicon, context.history.at(-1)?.query),
    context.history,
  )
  const fired = refined.rule === null ? trace : [...trace, refined.rule]
  if ('query' in refined) return { query: refined.query, assumptions: refined.assumptions, trace: fired }
  const query = unclear(refined.slots) ?? eachPart(buildQuery(refined.slots), refined.slots)
  const carried = carryProgress(query, text, context.history)
  if (carried !== null) {
    const assumptions = [...refined.slots.assumptions, assumed.carried]
    return { query: carried, assumptions, trace: [...fired, 'follow-up: progress of what was spoken of'] }
  }
  return { query, assumptions: refined.slots.assumptions, trace: [...fired, `query: ${query.kind}`] }
}

/** 千头、牵投 for 牵头: the commonest word of all is too short for the list of slips. */
const leadMeant = (said: string): string =>
  soundOf(said) === soundOf('牵头') && said !== '前头' ? '牵头' : said

/** Half-width, mentions off, breaks kept as breaks; 〔〕 and quotation marks stay for names. */
function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) =>
      '（），：；？！'.includes(c) ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/@\S+\s*/g, ' ')
    .replace(/^\s*(?:督办)?(?:小?助手|机器人)[，,：:、\s]+/, '')
    .replace(/[”」』](?:和|与|或者?|、)?[“「『]/g, '、')
    .replace(/[“”"「」『』]/g, '')
    .replace(/(?<=第)[壹贰叁肆伍陆柒捌玖拾佰]+(?=[项条款])/g, (said) =>
      Array.from(said, (char) => '一二三四五六七八九十百'['壹贰叁肆伍陆柒捌玖拾佰'.indexOf(char)]).join(''),
    )
    .replace(/百分之([\d.]+|[零一二两三四五六七八九十百点]+)(?!\d)/g, (said, n: string) =>
      /^[\d.]+$/.test(n) ? `${n}%` : parseNumber(n) === null ? said : `${parseNumber(n)}%`,
    )
    .replace(/(?<=几|多少)(?:样|桩|宗|码)(?=任务|活|事|工作|[，,。？?]|$)/g, '项')
    .replace(/[一二三四五六七八九十]+(?=号(?!线|楼|院|门))/g, (said) => `${parseNumber(said) ?? said}`)
    .replace(/(?<![\d.第月—-])(\d{1,3})(?=[、和,，]\d{1,3}号(?![线楼院门]))/g, '$1号')
    .replace(/(?<![\d〔.])(20[12]\d)(?=[、和与及,，]20[12]\d|[）)]|\p{Script=Han})(?![年号〕])/gu, '$1年')
    .replace(
      /\p{Script=Han}头(?=单位|的|多少|几|哪|任务|什么|啥|了|[，,]|[？?。]?$)|牵\p{Script=Han}(?=单位|的|多少|几|哪|任务|什么|啥|[？?。]?$)/gu,
      leadMeant,
    )
    .replace(/(?<=规划|方案|报告|文件|议案|公报|号文)中(?![国心小央部东西南北文医药试间长等级期介])/g, '里')
    .replace(/(?<=哪些|什么|几[项条个]|多少[项条个])人物(?=[？?]?$)/g, '任务')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim()
}
