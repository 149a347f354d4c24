import type { Choice, OpenQuestion } from '../../domain/draft-view.ts'
import type { Heard, TaskUpdate } from '../../domain/heard.ts'
import { mergeUpdates } from '../../understand/progress/draft/draft.ts'
import { fitUnit } from '../../understand/progress/figure/fit-unit.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import { plainMessage } from '../../understand/progress/plain.ts'
import { assumed } from '../../understand/progress/wording.ts'
import type { Sitting } from './deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin } from './items.ts'
import { stripped } from './new-report.ts'
import { figureOf, questionsOf, withOwnWords } from './questions.ts'
import { isBare, saysNothingElse, wordsBeside } from './telling.ts'
import { UNSAID } from './unsaid.ts'

export interface Answered {
  readonly question: OpenQuestion
  readonly choice: Choice
}

interface Asked {
  readonly heard: Heard
  /** What was said for the draft, oldest first. */
  readonly said: readonly { readonly text: string }[]
}

/** The draft with a question answered: the words are of the task chosen and of no other, the figure of the metric chosen. */
export async function withAnswer(
  turn: Sitting,
  ground: Ground,
  { heard, said, question, choice }: Asked & Answered,
): Promise<Heard> {
  const task = taskOfOrigin(ground, choice.task)
  if (task === undefined) return heard
  if (choice.metric !== null) return withMetric(heard, { question, choice }, { task, turn })
  const words = wordsOf(question, { heard, said }, ground)
  const left = withoutQuestion(heard, question, { ground, words })
  const told = await hearOf(turn, ground, { task, words })
  const updates = mergeUpdates(left.updates, told.updates)
  return {
    ...left,
    updates,
    unread: [...left.unread, ...told.unread],
    assumptions: [...left.assumptions, ...told.assumptions],
  }
}

function withMetric(
  heard: Heard,
  { question, choice }: Answered,
  { task, turn }: { readonly task: LedgerTask; readonly turn: Sitting },
): Heard {
  const metric = task.metrics.find((m) => m.name === choice.metric)
  const figure = figureOf(question.words, turn.today)
  const fitted = metric && figure && fitUnit(figure, metric)
  if (!metric || !fitted) return heard
  const reading = { metric: metric.name, value: fitted.value, unit: fitted.unit }
  const updates = mergeUpdates(heard.updates, [{ ...bare(task, ''), readings: [reading] }])
  return stripped({ ...withoutNote(heard, question), updates })
}

const withoutNote = (heard: Heard, { note, words }: OpenQuestion): Heard => ({
  ...heard,
  unread: heard.unread.filter((w) => w !== words),
  assumptions: heard.assumptions.filter((n) => n !== note),
})

/** The question and its words are gone: a task it was about that has nothing else to say goes with it. */
export function withoutQuestion(
  heard: Heard,
  question: OpenQuestion,
  { ground, words }: { readonly ground: Ground; readonly words: string },
): Heard {
  const about = new Set(question.choices.map((c) => c.task))
  const { unread, ...rest } = withoutNote(heard, question)
  return {
    ...rest,
    unread: unread.filter((w) => !words.includes(w)),
    updates: withOwnWords(heard, [question], ground).updates.flatMap((update): TaskUpdate[] => {
      if (!about.has(ground.origins.get(update.task.id) ?? 0)) return [update]
      const text = wordsBeside(update.text, [question.words, words])
      return isBare(update) && text === '' ? [] : [{ ...update, text }]
    }),
  }
}

/**
 * 52项治理类是850条, after “治理类是”可能是第52项、第7项: the words said once more of one of the tasks answer the question. Other
 * words about one of them leave it open.
 */
export function withoutAnswered(
  before: Heard,
  after: Heard,
  { turn, ground }: { readonly turn: Sitting & { readonly text: string }; readonly ground: Ground },
): Heard {
  const said = plainMessage(turn.text)
  const changed = new Set(
    after.updates
      .filter(
        (u) => JSON.stringify(u) !== JSON.stringify(before.updates.find((b) => b.task.id === u.task.id)),
      )
      .flatMap((u) => ground.origins.get(u.task.id) ?? []),
  )
  const answered = questionsOf(before, ground, turn.today).filter(
    ({ note, words, choices }) =>
      choices.every((c) => c.metric === null) &&
      choices.filter((c) => changed.has(c.task)).length === 1 &&
      after.assumptions.includes(note) &&
      said.includes(words),
  )
  return answered.reduce((left, question) => {
    const others = { ...question, choices: question.choices.filter((c) => !changed.has(c.task)) }
    return withoutQuestion(left, others, { ground, words: question.words })
  }, saidOnce(after))
}

/** The same words of the same task, said again to say which. */
const saidOnce = (heard: Heard): Heard => ({
  ...heard,
  updates: heard.updates.map((u) => {
    const parts = [...new Set(u.text.split('；'))]
    return { ...u, text: parts.filter((p) => !parts.some((o) => o !== p && o.includes(p))).join('；') }
  }),
})

/** What the question is about as it was said: its clauses, or all that the tasks it names were given. */
function wordsOf(question: OpenQuestion, { heard, said }: Asked, { origins }: Ground): string {
  const quoted = question.words
  const numbered = /^第\d+项$/.test(quoted)
  for (const { text } of said.toReversed()) {
    const clauses = plainMessage(text)
      .split(/[，。；！\n]+/)
      .filter((clause) => clause.includes(quoted))
    if (!numbered && clauses.length > 0) return clauses.join('，')
    if (!numbered && plainMessage(text).includes(quoted)) return quoted
  }
  const about = new Set(question.choices.map((c) => c.task))
  const given = heard.updates.find((u) => about.has(origins.get(u.task.id) ?? 0))
  return given?.text || (numbered ? (said.at(-1)?.text ?? quoted) : quoted)
}

interface OfTask {
  readonly task: LedgerTask
  readonly words: string
}

/** The words heard once more as if the task were the only one there is; kept as its words where nothing can be read from them. */
async function hearOf({ p }: Sitting, ground: Ground, { task, words }: OfTask): Promise<Heard> {
  const context = { ...ground.context, tasks: [task], history: [] }
  const named = task.no === null ? words : `第${task.no}项，${words}`
  for (const said of [words, named]) {
    const heard = await p.ear.hear(said, context)
    const own = heard.updates.filter((u) => u.task.id === task.id && (!isBare(u) || u.text !== ''))
    if (own.length > 0 && own.some((u) => u.readings.length > 0 || said === named))
      return stripped({ ...heard, updates: own })
  }
  return { ...UNSAID, updates: [{ ...bare(task, words), state: 'ongoing' }] }
}

/** A figure that stands alone and can be of one metric only is taken so, with a word about it; beside other words it is asked about. */
export function withOnlyMetrics(heard: Heard, ground: Ground, turn: Sitting): Heard {
  return questionsOf(heard, ground, turn.today).reduce((left, question) => {
    const [choice, ...others] = question.choices
    const task = choice && taskOfOrigin(ground, choice.task)
    if (!choice || !task || choice.metric === null || others.length > 0) return left
    const own = left.updates.find((u) => u.task.id === task.id)
    const alone = saysNothingElse((own?.text ?? '').replaceAll(question.words, ''))
    const free = own === undefined || !own.readings.some((r) => r.metric === choice.metric)
    if (!alone || !free) return left
    const taken = withMetric(left, { question, choice }, { task, turn })
    return { ...taken, assumptions: [...taken.assumptions, assumed.metric(question.words, choice.metric)] }
  }, heard)
}
