import { changeCard } from '../../cards/progress/change-card.ts'
import { numberWords } from '../../cards/progress/naming.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { Choice, OpenQuestion } from '../../domain/draft-view.ts'
import { parseNumber } from '../../text/numbers.ts'
import { plainMessage } from '../../understand/progress/plain.ts'
import { type Answered, withAnswer } from './choose.ts'
import type { WordsTurn } from './deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { showChange } from './show.ts'

/** 第一个, 后一个, 第二项那个 is none: a task's number. */
const PLACE =
  /^(?:第(?<n>[一二三四五六1-6])(?:个|条|种)|(?<front>前(?:面)?(?:那)?(?:一)?[个者]|头一个)|(?<back>后(?:面)?(?:那)?(?:一)?[个者]|最后(?:那)?(?:一)?个))$/
/** Around what is chosen: 是…的, 选…那个吧. */
const AROUND =
  /^(?:应该|就)?(?:是|选|指的?是?|说的是|我说的是|我是说)+|(?:的那[一]?[个项条]|那[一]?[个项条]|里的|的数|的|吧|呢|呀|啊|任务)+$/g
/** 52项, 第52项: a task by its number. */
const NUMBER = /^第?(?<n>\d+|[一二三四五六七八九十百]+)[项号]$/
/** 11号文: a document by its number. */
const DOCUMENT = /^(?<no>\d+号)(?:文件?)?$/

/** 第一个, 52项的, 11号文那个: the answer to an open question of the draft. False: it is none, or not clearly to which. */
export async function answersQuestion(
  turn: WordsTurn,
  draft: Draft<ReportDraft>,
  ground: Ground,
): Promise<boolean> {
  const old = viewOf(draft, ground, turn.today)
  const answered = answerIn(turn.text, old.questions, ground)
  if (answered === null) return false
  const { body } = draft
  const heard = await withAnswer(turn, ground, { heard: body.heard, said: body.said, ...answered })
  const said = [...body.said, { key: turn.question.key, text: turn.text }]
  const changed = await turn.p.drafts.revise(draft, { ...body, said, heard }, turn.now)
  if (changed === null) return false
  const view = viewOf(changed as Draft<ReportDraft>, ground, turn.today)
  return showChange(turn, changed as Draft<ReportDraft>, { view, change: changeCard(old, view) })
}

/** A place counts the answers of the only question; a name must be that of one answer alone. */
export function answerIn(
  text: string,
  questions: readonly OpenQuestion[],
  ground: Pick<Ground, 'tasks' | 'origins'>,
): Answered | null {
  const said = plainMessage(text).replace(/[。！，\s]+$/, '')
  const core = said.replace(AROUND, '').trim()
  const [question, ...others] = questions
  const place = placeIn(said.replace(/^(?:就)?(?:是|选)|[的吧]+$/g, ''), question?.choices.length ?? 0)
  if (place !== null) {
    const choice = others.length === 0 ? question?.choices[place] : undefined
    return question && choice ? { question, choice } : null
  }
  const named = questions.flatMap((q) =>
    q.choices.filter((c) => isNamed(core, c, ground)).map((choice) => ({ question: q, choice })),
  )
  const [only, ...rivals] = named
  return only && rivals.length === 0 ? only : null
}

function placeIn(text: string, count: number): number | null {
  const { n, front, back } = PLACE.exec(text)?.groups ?? {}
  if (front !== undefined) return 0
  if (back !== undefined) return count - 1
  const number = parseNumber(n ?? '')
  return number === null ? null : number - 1
}

const SHORTEST = 2

function isNamed(
  core: string,
  { text, task: origin, metric }: Choice,
  ground: Pick<Ground, 'tasks' | 'origins'>,
): boolean {
  if (core.length < SHORTEST) return false
  if (metric !== null) return metric.includes(core)
  const task = taskOfOrigin(ground, origin)
  if (task === undefined) return false
  const number = parseNumber(NUMBER.exec(core)?.groups?.n ?? '')
  if (number !== null && task.no !== null) return task.no === number
  const document = DOCUMENT.exec(core)?.groups?.no
  if (document !== undefined) return new RegExp(`(?<!\\d)${document}`).test(task.document)
  const names = [
    text,
    task.path.join(''),
    task.title ?? '',
    task.no === null ? '' : numberWords(task.no, task.part),
  ]
  return names.some((name) => plainMessage(name) === core)
}
