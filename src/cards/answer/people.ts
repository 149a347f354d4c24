import type { Facts } from '../../answer/facts.ts'
import type { Block } from '../../domain/message.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { documentsOf, fullName, namesLine } from './naming.ts'
import { clauseBlocks } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say } from './wording.ts'

/** Who is who in a leading group, a line each; or the sentence that says it. */
export function peoplePart(facts: Extract<Facts, { kind: 'people' }>, book: SourceBook): Part {
  const { rows, clauses, about } = facts
  const documents = documentsOf([...rows, ...clauses.map((c) => c.row)])
  const list = rows.map((row) => ({
    lead: `${row.role} ${row.name}`,
    text: row.title,
    ...(documents.length > 1 ? { small: fullName(row.document) } : {}),
    source: book.add(row, `${row.role} ${row.name} ${row.title}`),
  }))
  const [only] = rows
  const named = say.peopleTitle(about)
  const title =
    rows.length === 1 && only !== undefined
      ? `${only.role}：${only.name}`
      : rows.length > 1
        ? `${named} · ${new Set(rows.map((row) => row.name)).size === 1 ? say.groups(rows.length) : `${rows.length}名`}`
        : named
  const blocks: Block[] = list.length === 0 ? [] : [{ kind: 'rows', rows: list, pageSize: 14 }]
  const subtitle = namesLine(documents)
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      ...(facts.unnamed === true ? [text(say.unnamed)] : []),
      ...blocks,
      ...clauseBlocks(clauses, book),
    ],
  }
}
