import type { Writable } from 'node:stream'
import type { LedgerRow } from '../../domain/ledger-row.ts'
import type { Light } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { dayName } from '../../text/calendar.ts'
import type { CellValue, Sheet, SheetColumn } from './sheet.ts'
import { writeBook } from './write-book.ts'

export interface LedgerHead {
  /** 任务台账 */
  readonly title: string
  readonly asOf: Day
  /** What it is of: 低空经济，只含滞后任务; null: everything. */
  readonly scope: string | null
}

/** Streams the ledger into `out` and ends it; rows are taken one after another, any number. */
export function writeLedger(rows: Iterable<LedgerRow>, head: LedgerHead, out: Writable): Promise<void> {
  return writeBook([ledgerSheet(rows, head)], out)
}

function ledgerSheet(rows: Iterable<LedgerRow>, head: LedgerHead): Sheet {
  return {
    name: '任务台账',
    title: head.title,
    lines: [[head.scope, `数据截至${dayName(head.asOf)}`].filter((s) => s !== null).join('　')],
    columns: COLUMNS.map(([column]) => column),
    rows: cellsOf(rows),
    notes: [],
    hasFilter: true,
    frozen: 3,
  }
}

function* cellsOf(rows: Iterable<LedgerRow>) {
  let number = 0
  for (const row of rows) {
    number++
    yield { cells: COLUMNS.map(([, value]) => value(row, number)) }
  }
}

const LIGHTS: Readonly<Record<Light, string>> = { green: '绿灯', amber: '黄灯', red: '红灯', none: '' }

const text = (name: string, width: number): SheetColumn => ({ name, width, kind: 'text' })
const centred = (name: string, width: number): SheetColumn => ({ ...text(name, width), align: 'center' })
const share = (name: string): SheetColumn => ({ name, width: 8, kind: 'percent' })
const day = (name: string): SheetColumn => ({ name, width: 11, kind: 'date' })

/** Each column with what stands in it. */
const COLUMNS: readonly (readonly [SheetColumn, (row: LedgerRow, number: number) => CellValue])[] = [
  [{ name: '序号', width: 6, kind: 'number', align: 'center' }, (_, number) => number],
  [text('文件', 12), (r) => r.document],
  [centred('任务', 10), (r) => r.place],
  [text('领域', 11), (r) => r.section],
  [text('任务内容', 32), (r) => r.text],
  [text('牵头单位', 12), (r) => r.leads.join('、')],
  [text('责任单位', 13), (r) => r.responsible.join('、')],
  [text('目标', 15), (r) => r.targets],
  [text('完成值', 15), (r) => r.readings],
  [share('完成率'), (r) => r.share],
  [share('序时进度'), (r) => r.pace],
  [centred('预警', 6), (r) => LIGHTS[r.light]],
  [centred('状态', 8), (r) => r.state],
  [day('完成时限'), (r) => r.dueOn],
  [text('最近一次进展', 30), (r) => r.report],
  [day('报送日期'), (r) => r.reportedOn],
  [day('预计完成'), (r) => r.expectedFinish],
  [text('存在困难', 15), (r) => r.difficulty],
  [text('需协调事项', 15), (r) => r.help],
]
