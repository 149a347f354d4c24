import type { Block, Row } from '../../domain/message.ts'
import type { ReportPart, Run } from '../../domain/report.ts'

const ROWS_A_PAGE = 10

/** Parts of a section as blocks, in order: paragraphs that are entries of a list become rows, with their light and clause. */
export function partBlocks(parts: readonly ReportPart[]): readonly Block[] {
  return stretches(parts).flatMap((stretch): readonly Block[] =>
    isList(stretch)
      ? [{ kind: 'rows', rows: stretch.map(rowOf), pageSize: ROWS_A_PAGE }]
      : stretch.map(blockOf),
  )
}

type Paragraph = Extract<ReportPart, { readonly kind: 'paragraph' }>

/** 1. 新建智能工厂12家（第9项）：…, or a name in strong letters that begins the paragraph. */
const NUMBER = /^\s*\d+[.．、]\s*$/
const isNumbered = ({ runs }: Paragraph): boolean => NUMBER.test(runs[0]?.text ?? '')
const isEntry = (part: ReportPart): part is Paragraph =>
  part.kind === 'paragraph' && !part.lead && (isNumbered(part) || part.runs[0]?.strong === true)
const isList = (parts: readonly ReportPart[]): parts is readonly Paragraph[] => parts.every(isEntry)

/** Entries that follow one another together, every other part alone. */
function stretches(parts: readonly ReportPart[]): readonly (readonly ReportPart[])[] {
  const made: ReportPart[][] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (last !== undefined && isEntry(part) && isList(last)) last.push(part)
    else made.push([part])
  }
  return made
}

/** Name and brackets lead, what is said of it follows the colon; the number is the list's own. */
function rowOf(part: Paragraph): Row {
  const runs = isNumbered(part) ? part.runs.slice(1) : part.runs
  const words = wordsOf(runs)
  const colon = words.indexOf('：')
  const isNamed = runs[0]?.strong === true && colon > 0
  const light = runs.find((run) => run.light !== undefined)?.light
  const source = runs.find((run) => run.figure?.source !== undefined)?.figure?.source
  return {
    lead: isNamed ? plain(words.slice(0, colon)) : '',
    text: isNamed ? words.slice(colon + 1) : words,
    ...(light === undefined ? {} : { light }),
    ...(source === undefined ? {} : { source }),
  }
}

const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.strong && run.text.trim() !== '' ? `**${run.text}**` : run.text)).join('')
const plain = (words: string): string => words.replaceAll('**', '')

function blockOf(part: ReportPart): Block {
  switch (part.kind) {
    case 'heading':
      return { kind: 'text', text: `**${part.text}**` }
    case 'paragraph':
      return { kind: 'text', text: wordsOf(part.runs) }
    case 'figures': {
      const figures = part.figures.map(({ label, value }) => ({ label, value: value.text }))
      return { kind: 'figures', figures }
    }
    case 'table': {
      const rows = part.rows.map((row) => row.map((cell) => cell.text))
      return { kind: 'table', columns: part.columns.map((column) => column.name), rows }
    }
    case 'chart':
      return { kind: 'chart', spec: part.spec, caption: part.caption }
  }
}
