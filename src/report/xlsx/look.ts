import type { Alignment, Borders, Fill, Font, Style } from 'exceljs'
import { FORMATS } from './cell.ts'
import type { SheetColumn } from './sheet.ts'

const thin = { style: 'thin', color: { argb: 'FF808080' } } as const
const BORDER: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin }
const font = (name: string, size: number, bold = false): Partial<Font> => ({ name, size, bold })
const ground = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

export const TITLE: Partial<Style> = {
  font: font('方正小标宋简体', 18),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}

export const LINE: Partial<Style> = {
  font: font('仿宋', 11),
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
}

export const HEAD: Partial<Style> = {
  font: font('黑体', 11),
  fill: ground('FFE8EDF4'),
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}

/** All cells of a column: given to the column, so that each cell need not be told. */
export function columnStyle(column: SheetColumn): Partial<Style> {
  const alignment: Partial<Alignment> = {
    horizontal:
      column.align ?? (column.kind === 'text' ? 'left' : column.kind === 'date' ? 'center' : 'right'),
    vertical: 'middle',
    wrapText: true,
  }
  return {
    font: font('仿宋', 11),
    border: BORDER,
    alignment,
    numFmt: FORMATS[column.kind],
    ...(column.isOpen ? { fill: ground('FFFFFBE6') } : {}),
  }
}

/** A4 lying, as wide as the page, the head of the table on every page, 第1页，共3页 at the foot. */
export const paper = (headRow: number) => ({
  paperSize: 9,
  orientation: 'landscape' as const,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  printTitlesRow: `${headRow}:${headRow}`,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
})

export const PAGE_FOOT = '&C第&P页，共&N页'
