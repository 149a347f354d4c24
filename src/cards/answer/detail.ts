import type { DetailFacts } from '../../answer/detail-facts.ts'
import type { FigureUnsaid } from '../../answer/figures-facts.ts'
import type { Detail } from '../../domain/query.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { clauseBlocks, taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { shownTopic } from './wording.ts'

/** What the documents leave unsaid of a thing, behind its name. */
export const UNSAID: Readonly<Record<Detail, string>> = {
  names: '具体是哪些',
  place: '具体在什么地方',
  rhythm: '多久一次',
  reason: '的原因',
  day: '是哪一年、哪一天',
  terms: '标准、条件或办法',
}

/** Said where the text tells only some of what was asked. */
export const PARTLY: Readonly<Record<Detail, string>> = {
  names: '文件没有全部列出，只写了这些：',
  place: '文件没有写具体地点，相关的只有：',
  rhythm: '文件没有写明多久一次，只这样写：',
  reason: '文件没有直接写原因，相关的只有：',
  day: '文件没有写明时间，相关的只有：',
  terms: '文件没有写明标准、条件或办法，相关的只有：',
}

/** Another sort of figure was asked for than is written. */
export const FIGURE_UNSAID: Readonly<Record<FigureUnsaid, string>> = {
  reached: '文件没有写实际完成多少，只写了目标：',
  total: '文件没有写合计，只写了每年的数：',
  rate: '文件没有按这样的时间分开写，只写了总的：',
}

/** Duties name nobody. */
export const UNNAMED = '文件没有写姓名，只这样写：'

/** The clause that tells it, quoted; some of it only is said as such. */
export function detailPart({ of, about, tasks, clauses, whole }: DetailFacts, book: SourceBook): Part {
  const subtitle = namesLine(documentsOf([...tasks, ...clauses].map(({ row }) => row)))
  return {
    title: about === '' ? '文件原文' : shownTopic(about),
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      text(whole ? '文件这样写：' : PARTLY[of]),
      ...(tasks.length === 0
        ? []
        : [
            taskRows(
              tasks.map(({ row }) => row),
              book,
              { document: true, units: of === 'place' ? 'all' : 'lead' },
            ),
          ]),
      ...clauseBlocks(clauses, book),
    ],
  }
}
