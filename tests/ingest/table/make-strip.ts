/** A table of districts by year as a printer leaves it whose columns are two characters wide: one scrap a line. */
export interface StripRow {
  readonly name: string
  readonly leads: readonly (string | null)[]
  /** Per year the whole and its parts; null leaves no trace. */
  readonly years: readonly (readonly (string | null)[])[]
}

export const PARTS = ['全市', '东江区', '西湖区', '北山县'] as const
const YEARS = ['2026年', '2027年'] as const

const scraps = (cell: string, width = 2): string[] => cell.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
const letters = (text: string): string[] => [...text]

export function stripText(rows: readonly StripRow[], first = 1): string {
  const head = [
    '序号',
    '指标名称/工作内容',
    '分年度任务目标',
    '2025年',
    '二年',
    ...YEARS,
    '完成情况',
    ...YEARS.flatMap(() => PARTS),
  ]
  const body = rows.flatMap((row, i) => [
    ...scraps(String(first + i)),
    ...letters(row.name),
    ...[...row.leads, ...row.years.flat()].flatMap((cell) => (cell === null ? [] : scraps(cell))),
  ])
  return ['云川市农村公路任务清单', ...head.flatMap((h) => letters(h)), ...body, '以上任务请认真落实。'].join(
    '\n\n',
  )
}
