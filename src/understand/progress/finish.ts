import type { Day } from '../../domain/span.ts'
import { type DateReading, findDates } from '../../text/dates.ts'
import { parseNumber } from '../../text/numbers.ts'
import type { Found } from '../../text/rule.ts'
import { BEGINNING, ENDING } from './finish-words.ts'
import { ROW } from './row.ts'

const AHEAD =
  /预计|预期|计划|力争|争取|确保|有望|能|可|将|估计|要|打算|准备|保证|年底|月底|应该|拟|前|才|希望|目标|下周|明年|下个?月|下季度|最迟|最晚|力求|延期?到|推迟到|顺延|调整到|定[在于]/
const PASSED = /截至|截止|已(?:于|经|在)?|完成了|同比|上报|召开|印发了|于$|自/
/** The end is somebody else's, or of another thing. */
const OTHERS =
  /反馈|统计局|开会|会议|调度会|出差|休假|再报|补报|报送|报给|数据要等|来函|检查|督查|答复|报数|核实|反映/

/** 年底到13%压力很大, 11月底完不成: no day anybody promises. */
const HARD = /压力(?!不大)|难度|够呛|悬|[完做办赶]不[成完上到]|来不及|不一定/

/** 一季度完成31个: what the span has brought, though it has not ended. */
const DONE = /^(?:目标|任务)?(?:已(?:经)?(?:实现|完成)|(?:共|已|累计)*(?:完成|实现|新增|建成|办)了?\d)/

/** 今年认定27家: done so far in a span that still runs. */
const DID = /^\p{Script=Han}{1,6}\d/u
const isRunning = ({ value }: Found<DateReading>, today: Day): boolean =>
  value.bound === 'in' && value.start !== null && value.start <= today

/** What the day is looked for in. */
export interface FinishIn {
  readonly clauses: readonly string[]
  readonly today: Day
  /** The task asks for work to begin (开工建设…): its beginning is its end. */
  readonly begins: boolean
  /** How many of each thing the task asks for: 第8条12月首飞 ends it where eight are asked for. */
  readonly targets: readonly number[]
}

/** The day by which the speaker expects the task done: 预计11月底全部完成, 春节前签完. null: none said. */
export function expectedFinish({ clauses, today, begins, targets }: FinishIn): Day | null {
  const ending = begins ? new RegExp(`${ENDING.source}|${BEGINNING.source}`, 'u') : ENDING
  const found = clauses.flatMap((clause, i) =>
    isMidway(clause, targets)
      ? []
      : finishIn({ clause, next: clauses.slice(i + 1, i + 2).join('') }, ending, today),
  )
  return found.at(-1) ?? null
}

/** 第六条下周首飞, of eight: one of a row and not its last. */
function isMidway(clause: string, targets: readonly number[]): boolean {
  const nth = NTH.exec(clause)?.groups?.n
  return nth !== undefined && targets.length > 0 && !targets.includes(parseNumber(nth) ?? 0)
}

const NTH = new RegExp(`第(?<n>\\d+|[一二三四五六七八九十百]+)${ROW}(?!任务|工作)`)

interface Place {
  readonly clause: string
  readonly next: string
}

function finishIn({ clause, next }: Place, ending: RegExp, today: Day): Day[] {
  const dates = findDates(clause, { today, year: null }).filter((date) => isAhead(date, today))
  const last = dates.filter((d) => d.value.grain !== 'year').at(-1) ?? dates.at(-1)
  if (last === undefined) return []
  const before = clause.slice(0, last.start)
  const after = clause.slice(last.end)
  if (/^截[至止]/.test(last.text) && last.value.end <= today) return []
  if (!AHEAD.test(before) && (DONE.test(after) || (isRunning(last, today) && DID.test(after)))) return []
  if (HARD.test(after)) return []
  if (OTHERS.test(after) || OTHERS.test(before) || PASSED.test(before.slice(-6))) return []
  const ends =
    /(?:延期|推迟|顺延|后延|延后|延迟|调整|拖|延|挪|推|改)(?:到|至)?$/.test(before) ||
    ending.test(after) ||
    (ending.test(before) && AHEAD.test(before)) ||
    (after.length <= 2 && ending.test(next)) ||
    (after === '' && /(?:预计|预期|计划|力争|争取)(?:在|到)?$/.test(before))
  const ahead = last.value.bound === 'by' || last.value.end > today || AHEAD.test(clause)
  return ends && ahead ? [last.value.end] : []
}

/** 春节前's day is the eve; a span that has ended is no expectation. */
const isAhead = ({ value, text }: Found<DateReading>, today: Day): boolean =>
  !/^(?:全年|当年|本月|这个?月|本周|这周|今天|本季度?|这个?季度?)$/.test(text) &&
  value.end >= today &&
  value.bound !== 'from'
