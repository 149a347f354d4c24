import type { DocumentIds } from './document-ids.ts'
import type { QuestionLabel } from './question-labels.ts'

/** What `duban ask --json` prints, as far as it is scored. */
export interface GivenAnswer {
  readonly kind: string
  readonly text: string
  readonly tasks: readonly GivenTask[]
}

export interface GivenTask {
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: string | number | null
}

/** Kinds that ask for a whole list: a task more is as wrong as one less. */
const EXACT_KINDS: readonly string[] = ['unit_tasks', 'topic']
const SAYS_NONE =
  /没有|未(?:写|提|规定|明确|列|给|查|找|载|注明)|查不到|找不到|不(?:包含|含|涉及|能确定)|无(?:法确定|相关|此)/

/** Why an answer does not pass; nothing: it passes. */
export function judge(question: QuestionLabel, answer: GivenAnswer, ids: DocumentIds): string[] {
  const { expect } = question
  if (expect.none) {
    return answer.kind === 'none' || SAYS_NONE.test(answer.text) ? [] : ['文件没有写，应当说没有']
  }
  return [
    ...(answer.kind === 'none' ? ['说没有'] : []),
    ...wordsMissed(expect, foldSaid(answer.text)),
    ...tasksWrong(question, answer, ids),
  ]
}

/** Thousands separators and spaces are no part of a figure. */
const foldSaid = (text: string): string => text.normalize('NFKC').replace(/[\s,，]/g, '')
/** A task as labels name it, without brackets and spaces. */
export const foldId = (id: string): string => id.normalize('NFKC').replace(/[\s()（）.、]/g, '')

function wordsMissed(expect: QuestionLabel['expect'], text: string): string[] {
  const says = (value: string) => value.split('|').some((form) => text.includes(foldSaid(form)))
  return [
    ...expect.values.filter((value) => !says(value)).map((value) => `缺 ${value}`),
    ...expect.values_any.filter((any) => !any.some(says)).map((any) => `缺其一 ${any.join('/')}`),
    ...expect.units.filter((unit) => !says(unit)).map((unit) => `缺单位 ${unit}`),
  ]
}

function tasksWrong({ kind, expect }: QuestionLabel, answer: GivenAnswer, ids: DocumentIds): string[] {
  const got = answer.tasks.map((task) => idsOf(task, ids))
  const given = new Set(got.flat())
  const want = expect.tasks.map(foldId)
  const isGiven = (id: string) => given.has(id) || [...given].some((other) => other.startsWith(`${id}/`))
  const missed = want.filter((id) => !isGiven(id)).map((id) => `缺任务 ${id}`)
  if (!(expect.tasks_exact ?? EXACT_KINDS.includes(kind))) return missed
  const fine = new Set([...want, ...expect.tasks_optional.map(foldId)])
  const extra = got.filter((forms) => !forms.some((form) => fine.has(form)))
  return [...missed, ...new Set(extra.map(([form]) => `多任务 ${form}`))]
}

/** A task is labelled by its path, or by its running number where the document counts through. */
function idsOf(task: GivenTask, ids: DocumentIds): string[] {
  const document = ids.get(task.document) ?? task.document
  const part = task.part === null ? '' : `/${task.part}`
  const places = [task.path.join(''), ...(task.no === null ? [] : [String(task.no)])]
  return places.map((place) => foldId(`${document}:${place}${part}`))
}
