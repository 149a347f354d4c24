import type { ClosestFacts } from '../../answer/closest-facts.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { clauseBlocks, nearRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say, shownTopic } from './wording.ts'

/** No answer, and said so: what stands nearest to the words, for the asker to judge. */
export function closestPart({ about, named, tasks, clauses }: ClosestFacts, book: SourceBook): Part {
  const subtitle = namesLine(documentsOf([...tasks, ...clauses].map(({ row }) => row)))
  return {
    title: say.closestTitle,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      text(named ? say.namedOnly(about) : say.closest(shownTopic(about))),
      ...(tasks.length === 0 ? [] : [nearRows(tasks, book, 'all')]),
      ...clauseBlocks(clauses, book),
    ],
  }
}
