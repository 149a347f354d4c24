import type { Stage } from '../../src/domain/document.ts'
import type { Day } from '../../src/domain/span.ts'
import { yearOf } from '../../src/text/calendar.ts'
import { type DateReading, findDates } from '../../src/text/dates.ts'
import { concat, type Mapped, slice } from '../../src/text/mapped.ts'
import type { TreeNode } from '../types.ts'
import { walkWithHeadings } from './sentence.ts'

/** 动员部署阶段（2022年3月底之前）, 第一阶段：动员部署（3月1日—3月31日）, 动员部署阶段：2025年3月底前 */
const HEAD =
  /^(?<name>[^（：。，]{2,24}?)(?:（(?<when>[^（）]*)）|[：:](?<then>[^。（]{2,30}(?:（(?<last>[^）]*)）)?))?[。：:]?$/
const STEPS = /步骤|安排|进度|阶段/

/**
 * The stages of a plan in order. 阶段 must be in the name, or the heading above must speak of steps. A year that is
 * not written is that of the stage before, else of the headings, else of `year` (the plan's).
 */
export function readStages(body: TreeNode, year: number | null): Stage[] {
  const stages: Stage[] = []
  for (const { node, headings } of walkWithHeadings(body)) {
    const stage = stageOf(node, headings, stages.at(-1)?.end ?? null, year)
    if (stage) stages.push(stage)
  }
  return stages
}

/** The stage a heading opens, or null. `last` is the end of the stage before, whose year goes on. */
export function stageOf(
  node: TreeNode,
  headings: readonly string[],
  last: Day | null,
  planYear: number | null,
): Stage | null {
  const told = headings.map((h) => /20\d{2}(?=年)/.exec(h)?.[0]).findLast((y) => y !== undefined)
  return readStage(node, headings, last ? yearOf(last) : told ? Number(told) : planYear)
}

function readStage(node: TreeNode, headings: readonly string[], year: number | null): Stage | null {
  const head = HEAD.exec(node.heading?.text ?? '')?.groups
  const name = head && stageName(head, headings.slice(0, -1))
  if (!head || !name) return null
  const body = textOf(node)
  const written = datesIn(head.when ?? head.last ?? head.then ?? '', year)[0] ?? leading(body.text, year)
  if (!written && !name.includes('阶段')) return null
  return {
    name,
    start: written?.start ?? null,
    end: written?.end ?? null,
    text: body.text,
    source: node.source,
  }
}

function stageName(
  head: Readonly<Record<string, string | undefined>>,
  above: readonly string[],
): string | null {
  const name = head.name ?? ''
  if (name.endsWith('阶段'))
    return /^第.阶段$/.test(name) && head.then ? head.then.replace(/（.*$/, '') : name
  return STEPS.test(above.at(-1) ?? '') && head.when !== undefined ? name : null
}

const datesIn = (text: string, year: number | null): DateReading[] =>
  findDates(text, { today: null, year }).map((found) => found.value)

/** 3月底前，成立专班…: the time stands at the head of the text instead of the heading. */
function leading(text: string, year: number | null): DateReading | null {
  const first = findDates(text, { today: null, year })[0]
  return first && first.start <= 1 ? first.value : null
}

/** What is said under the heading, the run-in heading itself cut off. */
function textOf(node: TreeNode): Mapped {
  const whole = concat(node.paragraphs)
  const head = node.heading?.text.length ?? 0
  return node.runIn ? slice(whole, head + (/^[。：:]/.test(whole.text.slice(head)) ? 1 : 0)) : whole
}
