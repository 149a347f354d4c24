import type { Block, Message, Row } from '../domain/message.ts'
import { plainOf } from './markup.ts'
import { LIGHTS } from './row-piece.ts'

/** A message as plain text, every page of it: what stands in `Answer.text`, in the log, and where no card can be shown. */
export function messageText(message: Message): string {
  const head = [message.title, message.subtitle].filter((line) => line !== undefined)
  const body = message.blocks.flatMap(blockLines)
  const sources = [
    ...new Set(message.sources.map((s) => [s.document, s.path.join('')].filter(Boolean).join(' '))),
  ]
  const foot = [
    ...(sources.length === 0 ? [] : [`依据：${sources.join('；')}`]),
    ...message.assumptions.map((words) => `说明：${words}`),
  ]
  return plainOf([...head, ...body, ...foot].join('\n'))
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'note':
      return [block.text]
    case 'quote':
      return [`“${block.text}”`]
    case 'rows':
      return block.rows.flatMap((row, i) => rowLines(row, (block.first ?? 1) + i))
    case 'table':
      return [block.columns.join('\t'), ...block.rows.map((cells) => cells.join('\t'))]
    case 'figures':
      return block.figures.map((f) => `${f.label}：${f.value}`)
    case 'chart':
      return [block.caption]
    case 'fold':
      return [block.title, ...block.blocks.flatMap(blockLines)]
    case 'form':
      return block.fields.map((f) => f.label)
    case 'buttons':
      return []
  }
}

/** A short lead runs into its words, as it does on the card. */
function rowLines(row: Row, n: number): string[] {
  const gap = row.lead.length > RUN_IN ? '\n' : /[〕）》]$/.test(row.lead) ? '' : ' '
  const head = [row.lead, row.text].filter((part) => part !== '').join(gap)
  const light = row.light === undefined ? '' : LIGHTS[row.light]
  return [`${n}. ${light}${head}`, ...(row.small === undefined || row.small === '' ? [] : [row.small])]
}

const RUN_IN = 14
