import type { Facts, TaskFact } from './facts.ts'
import { type Place, RULES } from './rules.ts'

/** What is no figure: dates, periods, numbers of documents and of list entries, and the rule a note explains. */
const NO_FIGURES: readonly RegExp[] = [
  /^\d+\. /g,
  /〔\d{4}〕\d+号/g,
  /落后序时10至30个百分点|落后30个百分点以上/g,
]

/** Beside a task they must be the task's own. */
const DATES = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}/g

/** Every digit of a line: true once something accounts for it. */
export class Ledger {
  readonly text: string
  readonly wrong: string[] = []
  private readonly done: boolean[]

  constructor(text: string) {
    this.text = text
    this.done = [...text.split('')].map((letter) => !/\d/.test(letter))
  }

  settle(from: number, to: number): void {
    this.done.fill(true, from, to)
  }

  open(from: number, to: number): boolean {
    return this.done.slice(from, to).includes(false)
  }

  /** The numbers nobody counted again, with the words beside them. */
  left(): readonly string[] {
    const found = [...this.text.matchAll(/\d+(?:\.\d+)?/g)].filter(({ index, 0: n }) =>
      this.open(index, index + n.length),
    )
    return found.map(
      ({ index, 0: n }) =>
        `${this.text.slice(Math.max(0, index - 12), index)}【${n}】${this.text.slice(index + n.length, index + n.length + 6)}`,
    )
  }
}

/** What of a line no query accounts for, and what a query counts otherwise. Empty: every number was counted again. */
export function unaccounted(
  text: string,
  facts: Facts,
  at: Place = { base: 0, listed: 0 },
): readonly string[] {
  const ledger = new Ledger(text)
  const stretches = mentions(text, facts.tasks)
  for (const [from, to, task] of stretches) ofTask(ledger, task, { from, to })
  for (const { pattern, counted } of RULES)
    for (const match of text.matchAll(pattern)) settle(ledger, match, counted(match, facts, at))
  for (const pattern of NO_FIGURES)
    for (const { index, 0: words } of text.matchAll(pattern)) ledger.settle(index, index + words.length)
  for (const { index, 0: words } of text.matchAll(DATES))
    if (!stretches.some(([from]) => from <= index)) ledger.settle(index, index + words.length)
  return [...ledger.wrong, ...ledger.left()]
}

function settle(
  ledger: Ledger,
  match: RegExpExecArray,
  counted: readonly (number | undefined)[] | null,
): void {
  if (counted === null) return
  const spans = Object.entries(match.indices?.groups ?? {}).filter(
    ([name, span]) => name !== 'unit' && span !== undefined,
  )
  for (const [i, [, span]] of spans.entries()) {
    const [from, to] = span as [number, number]
    if (Number(ledger.text.slice(from, to)) === counted[i]) ledger.settle(from, to)
    else ledger.wrong.push(`${match[0]}：SQL ${counted[i]}`)
  }
}

/** Stretches of a line that speak of one task: from its name to the name of the next; all of it in the report of one. */
function mentions(
  text: string,
  tasks: readonly TaskFact[],
): readonly (readonly [number, number, TaskFact])[] {
  const [only, ...others] = tasks
  if (only !== undefined && others.length === 0 && !/任务共|截至/.test(text)) return [[0, text.length, only]]
  const found = tasks
    .flatMap((task) =>
      [...text.matchAll(new RegExp(`${escaped(task.name)}(?=（|。|$)`, 'g'))].map(
        ({ index }) => [index, task] as const,
      ),
    )
    .sort(([a], [b]) => a - b)
  return found.map(([from, task], i) => [from, found[i + 1]?.[0] ?? text.length, task] as const)
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What SQL knows of the task and nothing else, the longest first, may be said there. */
export function ofTask(
  ledger: Ledger,
  { said }: TaskFact,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const known = said.filter((words) => /\d/.test(words)).sort((a, b) => b.length - a.length)
  for (const words of known)
    for (
      let at = ledger.text.indexOf(words, from);
      at >= 0 && at + words.length <= to;
      at = ledger.text.indexOf(words, at + 1)
    )
      if (isWhole(ledger.text, at, at + words.length)) ledger.settle(at, at + words.length)
}

/** 第1项 is not in 第11项: a number is not cut in two. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !(/\d/.test(text[from] ?? '') && /[\d.]/.test(text[from - 1] ?? '')) &&
  !(/\d/.test(text[to - 1] ?? '') && /[\d.]/.test(text[to] ?? ''))

/** The cells of a row that speaks of one task. */
export function unaccountedOf(text: string, task: TaskFact): readonly string[] {
  const ledger = new Ledger(text)
  ofTask(ledger, task, { from: 0, to: text.length })
  return ledger.left()
}
