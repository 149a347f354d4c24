import { comparable } from '../../text/comparable.ts'
import { taggedWordsOf } from '../../text/tokens.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import { taskText } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { sayings } from '../synonyms.ts'
import type { Scored } from './scored.ts'

export interface Fitting {
  readonly tasks: readonly Scored<TaskRow>[]
  readonly goals: readonly Scored<GoalRow>[]
  readonly cells: readonly Scored<IndicatorRow>[]
}

/** Goals and cells are short: what stands beside them in the same document completes them (数据中心…，其中高性能算力占比). */
export function ofTheThing(topic: string, lexicon: Lexicon, { tasks, goals, cells }: Fitting): Fitting {
  const speaks = speaksOf(topic, lexicon)
  const beside = new Map<number, string>()
  const add = (id: number, text: string) => beside.set(id, `${beside.get(id) ?? ''} ${text}`)
  for (const { row } of goals) add(row.document.id, `${row.raw} ${row.document.title}`)
  for (const { row } of cells)
    add(row.document.id, [row.group, row.name, row.table, row.target, row.unit].join(' '))
  const told = ({ row }: Scored<GoalRow | IndicatorRow>): boolean =>
    speaks(row.document.id, beside.get(row.document.id) ?? '')
  return {
    tasks: tasks.filter(({ row }) =>
      speaks(row.document.id, `${row.section} ${taskText(row)} ${row.document.title}`),
    ),
    goals: goals.filter(told),
    cells: cells.filter(told),
  }
}

/** Things and kinds of them. Places and bodies have a check of their own (conditions); verbs may be said in other words. */
const THING = /^(?:n|nz|eng|l|i|j|b|s)$/

/** So often the opening of a document says what it is about (低空); a word in passing it says once. */
const OFTEN = 3

/**
 * 国际航线 is not told by 低空商业航线10条, nor 农产品网络零售额 by 网络零售额突破5000亿元: every noun of what is asked must stand
 * in a text, or in what its document is about. A figure of the question that stands there is as good (500兆宽带用户).
 */
export function speaksOf(topic: string, { documentById }: Pick<Lexicon, 'documentById'>) {
  const said = sayings(topic).map(wordsFor)
  return (documentId: number, text: string): boolean => {
    const plain = comparable(text)
    const about = comparable(documentById.get(documentId)?.about ?? '')
    const has = (thing: string) => plain.includes(thing) || about.split(thing).length > OFTEN
    return said.some(
      ({ things, figures }) => things.every(has) || figures.some((figure) => plain.includes(figure)),
    )
  }
}

function wordsFor(saying: string) {
  const tagged = taggedWordsOf(saying)
  const of = (tags: RegExp) =>
    tagged.filter(({ word, tag }) => tags.test(tag) && word.length > 1).map(({ word }) => comparable(word))
  return { things: of(THING), figures: of(/^m$/).filter((figure) => /^\d/.test(figure)) }
}
