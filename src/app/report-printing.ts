import { PassThrough } from 'node:stream'
import type { Printed } from '../chat/report/deps.ts'
import type { HandlingPlans } from '../domain/handling-plan.ts'
import type { Report } from '../domain/report.ts'
import type { ReportFile } from '../domain/report-file.ts'
import { chartDrawer } from '../report/chart/draw-chart.ts'
import { formsOf } from '../report/forms/forms-of.ts'
import { ledgerRows } from '../report/ledger-rows.ts'
import type { Db } from '../store/db.ts'
import { createHandlingPlans } from '../store/handling-plans.ts'

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export interface Printing {
  readonly print: (printed: Printed) => Promise<ReportFile>
  /** Ends the process that draws charts. */
  readonly close: () => void
}

/**
 * Reports as files. Printers are loaded with the first file, for they hold 46 MB, and charts are drawn by a process that starts
 * with the first one: a server that prints nothing pays nothing.
 */
export function createPrinting(db: Db): Printing {
  const drawer = chartDrawer()
  const plans = createHandlingPlans(db)
  const draw = drawer.draw.bind(drawer)
  return {
    async print(printed) {
      const { report, form } = printed
      const redHead = report.number === null ? null : `${report.issuer}`
      const bytes =
        form === 'docx'
          ? await (await import('../report/docx/print-docx.ts')).printDocx(report, { draw, redHead })
          : await workbook(printed, plans)
      return { name: `${fileName(report)}.${form}`, mediaType: MEDIA[form], bytes }
    },
    close: () => drawer.close(),
  }
}

/** 附表 are forms to fill in; a ledger is written line by line, however long; all else is a book of its tables. */
async function workbook({ report, snapshot, audience }: Printed, filed: HandlingPlans): Promise<Uint8Array> {
  if (snapshot === null || (report.kind !== 'ledger' && report.kind !== 'forms'))
    return (await import('../report/xlsx/print-xlsx.ts')).printXlsx(report)
  if (report.kind === 'forms') {
    const [plans, contacts] = await Promise.all([filed.plans(), filed.contacts()])
    const { printForms } = await import('../report/xlsx/write-forms.ts')
    return printForms(formsOf({ snapshot, audience, plans, contacts }))
  }
  const { writeLedger } = await import('../report/xlsx/write-ledger.ts')
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeLedger(ledgerRows(snapshot, audience), { ...report, scope: scopeOf(report) }, out)
  return Buffer.concat(chunks)
}

/** 2026年第三季度: the day its data are of is said by the ledger itself. */
const scopeOf = ({ subtitle }: Report): string | null => subtitle?.replace(/，?截至[^，]*$/, '') || null

/** Title and date, without what a file name may not hold. */
const fileName = ({ title, asOf }: Report): string =>
  `${title.replace(/[\\/:*?"<>|\s]/g, '')}（${asOf.replaceAll('-', '')}）`
