/** A sheet before exceljs: the rest of the house does not know that library, so that another can take its place. */
export interface Sheet {
  /** On the tab; made to fit Excel's rules when it is written. */
  readonly name: string
  /** Over the table, across all its columns. */
  readonly title: string
  /** Lines between title and table: 填报单位：市水务局. */
  readonly lines: readonly string[]
  readonly columns: readonly SheetColumn[]
  /** Read once, one after another: any number goes. */
  readonly rows: Iterable<SheetRow>
  /** Under the table. */
  readonly notes: readonly string[]
  /** Arrows to filter by. Not with cells merged over rows, which filters tear. */
  readonly hasFilter: boolean
  /** Columns that stay when one scrolls to the right. */
  readonly frozen: number
}

export interface SheetColumn {
  readonly name: string
  /** In digits of body type, as Excel counts; a Chinese letter takes two. Not 9: exceljs leaves that out as its default, Excel's is 8.43. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'percent' | 'date'
  readonly align?: 'left' | 'center' | 'right'
  /** Carries keys for reading a filled form back: neither shown nor printed. */
  readonly isHidden?: boolean
  /** To be filled in: on pale ground. */
  readonly isOpen?: boolean
  /** What its cells offer to choose from. */
  readonly choices?: readonly string[]
}

/** Text, a number, or a day as YYYY-MM-DD in a date column; null: empty. Words in a number or date column stay words. */
export type CellValue = string | number | null

export interface SheetRow {
  readonly cells: readonly CellValue[]
  /** Columns of this row that reach down over so many rows, this one included. Their cells in the rows below must be null. */
  readonly over?: { readonly columns: readonly number[]; readonly rows: number }
}
