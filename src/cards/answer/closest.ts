import type { ClosestFacts } from '../../answer/closest-facts.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { clauseBlocks, nearRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { shownTopic } from './wording.ts'

const TITLE = '最接近的原文'
const nearestTo = (about: string): string => `文件里没有“${about}”的原话，最接近的是：`
const namedOnly = (unit: string): string => `${unit}没有列为牵头或责任单位，正文里提到它的是：`

/** No answer, and said so: what stands nearest to the words, for the asker to judge. */
export function closestPart({ about, named, tasks, clauses }: ClosestFacts, book: SourceBook): Part {
  const subtitle = namesLine(documentsOf([...tasks, ...clauses].map(({ row }) => row)))
  return {
    title: TITLE,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      text(named ? namedOnly(about) : nearestTo(shownTopic(about))),
      ...(tasks.length === 0 ? [] : [nearRows(tasks, book, 'all')]),
      ...clauseBlocks(clauses, book),
    ],
  }
}
