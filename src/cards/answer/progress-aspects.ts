import type { ProgressFacts, ProgressLine } from '../../answer/progress-facts.ts'
import type { Block, Row } from '../../domain/message.ts'
import { periodName } from '../../domain/period.ts'
import type { ProgressAspect } from '../../domain/progress-query.ts'
import type { Day } from '../../domain/span.ts'
import type { MetricStanding } from '../../domain/standing.ts'
import { movedWords, readingWords } from '../../report/figures.ts'
import { percent, shortDay } from '../../report/words.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { under } from './lists.ts'
import { aboutOf } from './progress-about.ts'
import { LIGHT_NAMES, LIGHT_RULE, reportLine, tallyLine, troubleLine, whyLine } from './progress-words.ts'
import { PAGE } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { taskLead } from './task-words.ts'

const note = (words: string): Block => ({ kind: 'note', text: words })

type Aspect = Exclude<ProgressAspect, 'standing' | 'reporting'>

interface Telling {
  readonly title: string
  readonly none: string
  readonly line: (line: ProgressLine, today: Day) => string
}

/** What one entry tells, by what was asked. */
const TELLING: Readonly<Record<Exclude<Aspect, 'rate'>, Telling>> = {
  why: {
    title: '亮灯原因',
    none: '现在没有亮黄灯或红灯的任务。',
    line: ({ standing }, today) => whyLine(standing, today),
  },
  last: { title: '最近一次报送', none: '还没有收到可以公开的报送。', line: lastLine },
  change: { title: '与上期相比', none: '还没有两期可以相比的数。', line: changeLine },
  difficulties: {
    title: '困难和需协调事项',
    none: '没有上报困难，也没有需要协调的事项。',
    line: troublesLine,
  },
  history: { title: '历次报送', none: '还没有收到可以公开的报送。', line: historyLine },
}

export function aspectPart(facts: ProgressFacts, book: SourceBook, today: Day): Part {
  const { query, lines } = facts
  const of = query.of as Aspect
  const rows = lines.map(({ row }) => row)
  if (of === 'rate')
    return { title: `${aboutOf(facts, today)} · 完成情况`, ...under(rows, today), blocks: rateBlocks(facts) }
  const telling = TELLING[of]
  const count = lines.length > 1 ? ` · ${lines.length}项` : ''
  const entries = lines.map(
    (line): Row => ({
      lead: taskLead(line.row),
      text: telling.line(line, today),
      light: line.standing.light,
      source: book.add(line.row, line.row.text),
    }),
  )
  const told: Block = { kind: 'rows', rows: entries, pageSize: PAGE }
  return {
    title: `${aboutOf(facts, today)} · ${telling.title}${count}`,
    ...under(rows, today),
    blocks: [
      ...otherLight(facts),
      lines.length === 0 ? text(noneWords(facts, telling)) : told,
      ...(of === 'why' ? [note(LIGHT_RULE)] : []),
    ],
  }
}

/** 为什么是黄灯 of tasks none of which is amber: said before they are told. */
function otherLight({ query: { of, lights }, lines }: ProgressFacts): Block[] {
  const asked = lights ?? []
  const other = of === 'why' && asked.length > 0 && lines.length > 0
  if (!other || lines.some(({ standing }) => asked.includes(standing.light))) return []
  return [text(`现在没有亮${asked.map((light) => LIGHT_NAMES[light]).join('、')}。`)]
}

/** A unit that never reported has named no difficulty; that is not to have none. */
const noneWords = ({ silent, asked, query }: ProgressFacts, { none }: Telling): string =>
  query.of === 'difficulties' && silent === true ? `${asked.unit ?? '这些任务'}还没有报送过进展。` : none

/** 商业航线6/10条（60%），2026年第三季度，10月15日报; 上期4条 */
function lastLine({ standing }: ProgressLine, today: Day): string {
  const measured = standing.metrics.flatMap((metric) => {
    const words = readingWords(metric)
    if (words === null || metric.last === null) return []
    const before = metric.before === null ? '' : `，上期${metric.before.value}${metric.before.unit}`
    return [
      `${words}${leftOf(metric)}（${periodName(metric.last.period)}，${shortDay(metric.last.on, today)}报${before}）`,
    ]
  })
  if (measured.length > 0) return measured.join('；')
  const said = standing.report ?? standing.statements[0]
  return said === undefined ? '没有报送' : reportLine(said, today)
}

/** ，还差4条: where the target adds up and both stand in one unit. */
function leftOf({ kind, op, value, unit, last, share }: MetricStanding): string {
  if (last === null || share === null || share >= 1 || kind !== 'total' || op === '<=' || last.unit !== unit)
    return ''
  return `，还差${Math.round((value - last.value) * 1e6) / 1e6}${unit}`
}

function changeLine({ standing }: ProgressLine): string {
  const moved = standing.metrics.flatMap((metric) => {
    if (metric.last === null || metric.before === null) return []
    const between = `（${periodName(metric.before.period)}到${periodName(metric.last.period)}）`
    return [`${movedWords(metric) ?? `${metric.name}没有变化`}${between}`]
  })
  return moved.join('；')
}

function troublesLine({ standing }: ProgressLine, today: Day): string {
  return [standing.report, ...standing.statements]
    .flatMap((report) => {
      const words = report === null ? '' : troubleLine(report)
      return report === null || words === ''
        ? []
        : [`${report.unit}（${shortDay(report.reportedOn, today)}报）${words}`]
    })
    .join('；')
}

function historyLine({ history }: ProgressLine, today: Day): string {
  return history
    .map((report) => `${reportLine(report, today)}${report.supersededAt === null ? '' : '（后有更正）'}`)
    .join(' ')
}

/** How many are done, on pace and behind; never a mean of unlike targets. */
function rateBlocks({ lines, tally }: ProgressFacts): Block[] {
  const done = lines.filter(({ standing }) => ['done', 'closed'].includes(standing.reason.kind)).length
  const known = lines.filter(({ standing }) => standing.report !== null).length
  const pace = lines.find(({ standing }) => standing.pace !== null)?.standing.pace ?? null
  const same = lines.every(({ standing }) => standing.pace === null || standing.pace === pace)
  return [
    text(
      `共${lines.length}项，已办结**${done}项**（完成率${percent(lines.length === 0 ? 0 : done / lines.length)}）。`,
    ),
    text(tallyLine(tally)),
    ...(pace !== null && same ? [note(`按时间算，到今天应完成${percent(pace)}。`)] : []),
    note(`${known}项有进展报送，${lines.length - known}项没有。`),
  ]
}
