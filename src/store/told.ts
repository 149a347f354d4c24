import type { Ledger, TaskRow } from '../answer/ledger.ts'
import type { Progress } from '../domain/progress.ts'
import { seenReport } from '../domain/seen-report.ts'
import type { Db } from './db.ts'
import { askedPeriods, openPeriods, readAsks, readOwing } from './owing.ts'
import { progressOfTask } from './read-progress.ts'
import { readUnits } from './read-standing-facts.ts'
import { answeringLeads } from './standing-of-row.ts'
import { standingsOf } from './standings.ts'

const ANYTHING = `
  select exists (select from progress) or exists (select from closing) or exists (select from request) as known`

/** What answers read of progress. */
export function toldOf(db: Db): Pick<Ledger, 'standings' | 'lights' | 'told' | 'owing'> {
  return {
    standings: (rows, look) => standingsOf(db, rows, look),
    async lights(rows, look) {
      const [any] = rows.length === 0 ? [] : await db.query<{ known: boolean }>(ANYTHING)
      return any?.known === true ? standingsOf(db, rows, look) : []
    },
    told: (row, viewer) => readTold(db, row, viewer),
    async owing({ period, today }) {
      const open = period === undefined ? await openPeriods(db, today) : []
      const chosen = period ?? open[0]?.period ?? (await askedPeriods(db, today))[0]
      if (chosen === undefined) return null
      const owing = await readOwing(db, chosen, today)
      if (owing.length === 0) return null
      return { period: chosen, owing, asks: await readAsks(db, chosen, today), others: open.slice(1) }
    },
  }
}

async function readTold(db: Db, row: TaskRow, viewer: Parameters<Ledger['told']>[1]): Promise<Progress[]> {
  const units = await readUnits(db, [row])
  const reports = await progressOfTask(db, row.originId)
  return reports.flatMap((report) => seenReport(report, answeringLeads(row, units), viewer) ?? [])
}
