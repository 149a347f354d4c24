import type { Light } from './message.ts'
import type { Day } from './span.ts'

/** One line of the ledger (任务台账) and of 附表3, worded: what the xlsx printers write, in any number, one after another. */
export interface LedgerRow {
  /** First version of the task. */
  readonly taskId: number
  readonly document: string
  /** 第52项, 第80项第2条, 二（三）1. */
  readonly place: string
  readonly section: string
  readonly text: string
  readonly leads: readonly string[]
  readonly responsible: readonly string[]
  /** 商业航线不少于10条；治理类航线1000条; '' where there is no figure to reach. */
  readonly targets: string
  /** 商业航线8条（80%）; '' where nothing was reported. */
  readonly readings: string
  /** Share of the target done and expected by now, 0–1; by the worst metric. */
  readonly share: number | null
  readonly pace: number | null
  readonly light: Light
  /** 推进中, 已完成, 已销号, 受阻, 未启动, 未报送. */
  readonly state: string
  readonly dueOn: Day | null
  /** Words of the last report. */
  readonly report: string
  readonly reportedOn: Day | null
  readonly expectedFinish: Day | null
  readonly difficulty: string | null
  readonly help: string | null
}
