import type { Block, Message } from '../../domain/message.ts'
import type { Report, ReportPart, Run } from '../../domain/report.ts'

/** A report as a message: figures and first words on top, lists paged, tables and charts as they are. */
export function reportMessage(report: Report): Message {
  const marks = [report.number, report.subtitle].filter((mark) => mark !== null)
  return {
    title: report.title,
    ...(marks.length === 0 ? {} : { subtitle: marks.join(' · ') }),
    tone: 'plain',
    blocks: [...report.parts.map(blockOf), ...(report.machineWorded ? [DRAFTED] : [])],
    sources: report.sources,
    assumptions: [],
    suggestions: [],
  }
}

const DRAFTED: Block = { kind: 'note', text: '首段由大模型按文中数据起草（机器起草），数字已核对。' }

const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.strong && run.text.trim() !== '' ? `**${run.text}**` : run.text)).join('')

function blockOf(part: ReportPart): Block {
  switch (part.kind) {
    case 'heading':
      return { kind: 'heading', text: part.text }
    case 'paragraph':
      return { kind: 'text', text: wordsOf(part.runs) }
    case 'figures':
      return {
        kind: 'figures',
        figures: part.figures.map(({ label, value }) => ({ label, value: value.text })),
      }
    case 'table': {
      const rows = part.rows.map((row) => row.map((cell) => cell.text))
      return { kind: 'table', columns: part.columns.map((column) => column.name), rows }
    }
    case 'chart':
      return { kind: 'chart', spec: part.spec, caption: part.caption }
  }
}
