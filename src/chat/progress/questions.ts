import type { Choice, OpenQuestion } from '../../domain/draft-view.ts'
import type { Heard } from '../../domain/heard.ts'
import type { Day } from '../../domain/span.ts'
import type { Figure } from '../../understand/progress/figure/figure.ts'
import { findFigures } from '../../understand/progress/figure/figures.ts'
import { fitUnit } from '../../understand/progress/figure/fit-unit.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import { labelOf } from '../../understand/progress/wording.ts'
import type { Ground } from './ground.ts'

/** “治理类是”可能是第52项、第11项，请问是哪一项？ */
const WHICH_TASK = /^“(?<words>.+?)”可能是(?<tasks>.+)，请问是哪一项？$/
/** “850条”是哪个指标的数？“商业航线”、“治理类航线” */
const WHICH_METRIC = /^“(?<words>[^”]+)”是哪个指标的数？(?<metrics>.+)$/

type Known = Pick<Ground, 'tasks' | 'origins'>

/** Open questions of a draft whose answers can be told; a note of another sort, or of tasks the unit has not, is none. Pure. */
export function questionsOf(heard: Heard, ground: Known, today: Day): OpenQuestion[] {
  return [...new Set(heard.assumptions)].flatMap((note) => {
    const question = ofTask(note, ground) ?? ofMetric(note, { heard, ground, today })
    return question === null || question.choices.length === 0 ? [] : [question]
  })
}

function ofTask(note: string, { tasks, origins }: Known): OpenQuestion | null {
  const { words, tasks: listed } = WHICH_TASK.exec(note)?.groups ?? {}
  if (words === undefined || listed === undefined) return null
  const choices = namesIn(listed, tasks).flatMap(({ text, task }): Choice[] => {
    const origin = origins.get(task.id)
    return origin === undefined ? [] : [{ text, task: origin, metric: null }]
  })
  return { note, words, choices }
}

interface Listed {
  readonly text: string
  readonly task: LedgerTask
}

/** Names of tasks between 、; a title may hold one itself, so known names are looked for. One that several tasks share is none. */
function namesIn(listed: string, tasks: readonly LedgerTask[]): Listed[] {
  const names = Map.groupBy(
    tasks.flatMap((task) => [...new Set([labelOf(task), fullName(task)])].map((text) => ({ text, task }))),
    ({ text }) => text,
  )
  const found: Listed[] = []
  for (let at = 0; at < listed.length; ) {
    const [name] = [...names.keys()]
      .filter((text) => listed.startsWith(text, at) && /^(?:、|$)/.test(listed.slice(at + text.length)))
      .sort((a, b) => b.length - a.length)
    const own = name === undefined ? [] : (names.get(name) ?? [])
    if (own.length === 1) found.push(...own)
    const next = listed.indexOf('、', at + (name?.length ?? 0))
    at = next < 0 ? listed.length : next + 1
  }
  return found
}

const fullName = (task: LedgerTask): string => `${task.document}${labelOf(task).replace(task.document, '')}`

interface Asking {
  readonly heard: Heard
  readonly ground: Known
  readonly today: Day
}

/** Metrics the figure fits; of the draft's own tasks where they have them, and of one task alone. */
function ofMetric(note: string, { heard, ground, today }: Asking): OpenQuestion | null {
  const { words, metrics } = WHICH_METRIC.exec(note)?.groups ?? {}
  const figure = words === undefined ? null : figureOf(words, today)
  if (words === undefined || metrics === undefined || figure === null) return null
  const names = [...metrics.matchAll(/“(?<name>[^”]+)”/g)].map((m) => m.groups?.name ?? '')
  const drafted = new Set(heard.updates.map((u) => u.task.id))
  const choices = names.flatMap((name): Choice[] => {
    const having = ground.tasks.filter((t) =>
      t.metrics.some((m) => m.name === name && fitUnit(figure, m) !== null),
    )
    const own = having.filter((t) => drafted.has(t.id))
    const [only, ...others] = own.length > 0 ? own : having
    const origin = only && others.length === 0 ? ground.origins.get(only.id) : undefined
    return origin === undefined ? [] : [{ text: name, task: origin, metric: name }]
  })
  return { note, words, choices }
}

/** The one figure of the quoted words; null: none, or several. */
export function figureOf(words: string, today: Day): Figure | null {
  const [only, ...others] = findFigures(words, [], today).figures
  return only === undefined || others.length > 0 ? null : only.value
}

/**
 * What may be of several tasks is no word of any of them yet: a task that a question is about keeps what was said of it alone.
 * 治理类正在选址 of both 第52项 and 第7项 is neither's.
 */
export function withOwnWords(heard: Heard, questions: readonly OpenQuestion[], { origins }: Known): Heard {
  const open = questions.filter((q) => q.choices.every((c) => c.metric === null))
  const partsOf = ({ text }: Heard['updates'][number]): string[] => text.split('；')
  return {
    ...heard,
    updates: heard.updates.map((update) => {
      const origin = origins.get(update.task.id)
      const about = open.filter((q) => q.choices.some((c) => c.task === origin))
      if (about.length === 0) return update
      const rivals = heard.updates.filter(
        (u) => u !== update && about.some((q) => q.choices.some((c) => c.task === origins.get(u.task.id))),
      )
      const shared = rivals.flatMap(partsOf)
      const own = partsOf(update).filter(
        (part) => !shared.includes(part) && !about.some((q) => part.includes(q.words)),
      )
      return { ...update, text: own.join('；') }
    }),
  }
}
