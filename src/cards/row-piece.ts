import type { Block, Light, Row } from '../domain/message.ts'
import * as e from './elements.ts'
import { clip, markdownOf, plainOf, strong } from './markup.ts'
import { greyLines, type Piece, type Printing, piece, sourceLink, TEXT_MAX } from './piece.ts'
import { cutLong } from './split.ts'

export const LIGHTS: Readonly<Record<Light, string>> = { green: '🟢', amber: '🟡', red: '🔴', none: '⚪' }

type Rows = Extract<Block, { kind: 'rows' }>

/** A list as pieces, one an entry. */
export function rowPieces(block: Rows, p: Printing): readonly Piece[] {
  return block.rows.map((r, i) => rowPiece(r, { ...p, ...entryOf(block, i) }))
}

/** An entry's place in its list: numbered, so that one can ask for 第3项; not where leads are years or figures. */
interface Entry {
  readonly pageSize: number
  readonly number: string
}

const entryOf = (block: Rows, i: number): Entry => ({
  pageSize: Math.max(1, block.pageSize),
  number:
    (block.rows.length > 1 || block.first !== undefined) && !block.rows.some((r) => /^\d/.test(r.lead))
      ? `${(block.first ?? 1) + i}. `
      : '',
})

function rowPiece(row: Row, p: Printing & Entry): Piece {
  const sources = row.source === undefined ? [] : [row.source]
  return { ...piece([e.markdown(rowMarkdown(row, p))], sources), pageSize: p.pageSize }
}

/** Longest lead that the words follow on its line; a longer one is a title. */
const RUN_IN = 14

function rowMarkdown(row: Row, p: Printing & Entry): string {
  const [text = '', ...more] = cutLong(row.text, TEXT_MAX)
  const light = row.light === undefined ? '' : `${LIGHTS[row.light]} `
  const lead = strong((p.number + clip(plainOf(row.lead), 200)).trimEnd())
  const body = inline(more.length > 0 ? `${text}…` : text)
  const head = `${light}${lead}${lead !== '' && body !== '' ? gapAfter(row.lead) : ''}${body}`
  const source = sourceLink(row.source, p)
  const tail = row.small ? `\n${greyLines(clip(row.small, 500))}` : ''
  return `${head}${tail}${source === '' ? '' : ` ${source}`}`
}

function gapAfter(lead: string): string {
  if (lead.length > RUN_IN) return '\n'
  return /[〕）》]$/.test(lead) ? '' : '　'
}

/** Blanks before the words would make them code. */
const inline = (text: string) => markdownOf(text.replace(/^\s+/, ''))
