import { z } from 'zod'

/** gold/indicators.json and gold/table39.json: the tables of indicators and of districts by year. */
export interface LabelledCell {
  readonly name: string
  readonly group: string | null
  readonly unit: string | null
  readonly period: string
  readonly by: string | null
  /** null: the cell is empty. */
  readonly value: number | null
}

export interface LabelledTable {
  readonly doc: string
  readonly title: string
  readonly cells: readonly LabelledCell[]
  /** Rows whose districts the file does not tell apart: what is read of them must be marked uncertain. */
  readonly uncertain: readonly { readonly name: string; readonly whole: string }[]
  /** Names of rows that hold words and no figures. */
  readonly wordRows: readonly string[]
}

const value = z.number().nullable()
const INDICATOR_TABLE = z.object({
  doc: z.string(),
  table: z.string(),
  year: z.number(),
  rows: z.array(
    z.looseObject({ group: z.string().nullish(), indicator: z.string(), unit: z.string().nullish() }),
  ),
})

export function indicatorTable(json: unknown): LabelledTable {
  const { doc, table, year, rows } = INDICATOR_TABLE.parse(json)
  const cells = rows.map((row) => ({
    name: row.indicator,
    group: row.group ?? null,
    unit: row.unit ?? null,
    period: String(year),
    by: null,
    value: value.parse(row[`target_${year}`] ?? null),
  }))
  return { doc, title: table, cells, uncertain: [], wordRows: [] }
}

const DISTRICT_ROW = z.object({
  name: z.string(),
  unit: z.string().nullish(),
  done_2024: value,
  three_year_total: value,
  years: z.record(z.string(), z.record(z.string(), value)).nullish(),
  district_certain: z
    .boolean()
    .nullish()
    .transform((v) => v ?? true),
  text: z.string().optional(),
})
const DISTRICT_TABLE = z.object({
  doc: z.string(),
  title: z.string(),
  district_columns: z.array(z.string()).min(1),
  rows: z.array(DISTRICT_ROW),
})

/** The first of the district columns is the whole city; 三年 stands for first to last year. */
export function districtTable(json: unknown): LabelledTable {
  const { doc, title, district_columns, rows } = DISTRICT_TABLE.parse(json)
  const whole = district_columns[0] ?? ''
  const figures = rows.filter((row) => row.years)
  return {
    doc,
    title,
    cells: figures.flatMap((row) => cellsOf(row, whole)),
    uncertain: figures.filter((row) => !row.district_certain).map((row) => ({ name: row.name, whole })),
    wordRows: rows.filter((row) => !row.years).map((row) => row.name),
  }
}

function cellsOf(row: z.infer<typeof DISTRICT_ROW>, whole: string): LabelledCell[] {
  const years = Object.keys(row.years ?? {}).sort()
  const cell = (period: string, by: string, figure: number | null): LabelledCell => {
    return { name: row.name, group: null, unit: row.unit ?? null, period, by, value: figure }
  }
  const districts = Object.entries(row.years ?? {}).flatMap(([year, parts]) =>
    Object.entries(parts).flatMap(([by, figure]) =>
      by === whole || row.district_certain ? [cell(year, by, figure)] : [],
    ),
  )
  return [
    cell('2024', whole, row.done_2024),
    cell(`${years[0]}-${years.at(-1)}`, whole, row.three_year_total),
    ...districts,
  ]
}
