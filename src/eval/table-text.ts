export type Cell = string | number | null

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const GAP = '  '
/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu

/** A table for a terminal: first column left, the others right; a figure with one decimal, — where there is none. */
export function tableText({ title, columns, rows }: Table): string {
  const lines = [columns, ...rows.map((row) => row.map(cellText))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => widthOf(line[i] ?? ''))))
  const body = lines.map((line) =>
    line
      .map((text, i) => pad(text, widths[i] ?? 0, i === 0 ? 'left' : 'right'))
      .join(GAP)
      .trimEnd(),
  )
  return [`── ${title}`, ...body].join('\n')
}

const cellText = (cell: Cell): string =>
  cell === null ? '—' : typeof cell === 'number' ? cell.toFixed(1) : cell

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

function pad(text: string, width: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? text + space : space + text
}
