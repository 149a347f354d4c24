import type { Indicator } from '../../../src/domain/document.ts'
import { type Mapped, sourceOf } from '../../../src/text/mapped.ts'
import type { TableGrid } from './grid.ts'
import { indicatorOf, VALUE } from './indicator-cell.ts'
import { indicatorColumn } from './indicator-head.ts'

const PLACE_HEAD = /^(?:各?区|区县|县区|各?县（?市、区）?|区（市、县）|市县|地区|辖区|区域|行政区划?|区别)$/
const PLACE =
  /^(?:全市|全省|总计|合计|小计)$|(?:区|县|市|旗|州|街道|镇|乡)$|(?:开发区|高新区|经开区|风景区|新区|管委会|人民政府)$/
const WHOLE = /^(?:全市|总计|合计)$/
/** Columns that repeat the table's own count under a plain head. */
const COUNT = /^(?:合计|小计|总计|总数|数量|任务数?|目标(?:数|任务|值)?|建设任务|计划数)$/
const YEAR = /(?<year>20\d{2})年/

/**
 * An annex that gives each district its share: a row a district, a column a year (2025年 2026年 三年合计) or a kind
 * (新建 改建 合计). What is counted stands in the title alone (低空起降点建设任务分区表). [] for other tables.
 */
export function readDistrictGrid(grid: TableGrid): Indicator[] {
  const heads = grid.rows[0]?.map((c) => c.text) ?? []
  const at = heads.findIndex((head) => PLACE_HEAD.test(head))
  const rows = grid.rows.slice(1).filter((row) => PLACE.test(row[at]?.text ?? ''))
  const topic = topicOf(grid.caption ?? '')
  if (at < 0 || rows.length < 2 || rows.length < grid.rows.length - 2 || topic === '') return []
  const columns = heads.flatMap((head, i) => (i > at && isFigures(rows, i) ? [{ head, i }] : []))
  const table: TableWords = { topic, grid, year: YEAR.exec(grid.caption ?? '')?.groups?.year ?? null }
  return rows.flatMap((row) => columns.map(({ head, i }) => cellOf(row[at]!, row[i]!, { ...table, head })))
}

interface TableWords {
  readonly topic: string
  readonly grid: TableGrid
  /** The year the title names. */
  readonly year: string | null
}

function cellOf(
  place: Mapped,
  cell: Mapped,
  { topic, grid, year, head }: TableWords & { head: string },
): Indicator {
  const column = indicatorColumn(head)
  const period = column?.kind === 'value' ? column.period : null
  const isCount = period !== null || COUNT.test(head)
  const isSum = period === null && /[三五两]年|累计/.test(head)
  const context = {
    table: grid.caption ?? '',
    group: null,
    name: isCount || isSum ? topic : `${topic}（${head}）`,
    unit: grid.unit ?? null,
    by: WHOLE.test(place.text) ? '全市' : place.text,
    note: isSum ? head : null,
    certain: true,
  }
  return indicatorOf(context, {
    text: cell.text,
    period: period ?? (isSum ? null : year),
    source: sourceOf(cell),
  })
}

function isFigures(rows: TableGrid['rows'], i: number): boolean {
  return rows.every((row) => /^$|^[/／—–-]+$/.test(row[i]?.text ?? '') || VALUE.test(row[i]?.text ?? ''))
}

/** 2026年农村公交候车亭站点建设任务分解表 → 农村公交候车亭站点: what stays when years and words of tables are gone. */
function topicOf(caption: string): string {
  return caption
    .replace(/（[^）]*）|^附[件表]\s*\d*[：:.．]?|《|》/g, '')
    .replace(/^.{0,8}?20\d{2}(?:[—–~-]20\d{2})?年度?/, '')
    .replace(
      /(?:建设|工作|年度|目标|任务|指标|计划|数量|分年度|分区|分区县|各区|分解|分配|安排|明细|情况|汇总|一览|清单)*表?$/,
      '',
    )
}
