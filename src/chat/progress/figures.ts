import type { Insistence } from '../../domain/draft.ts'
import type { FigureView, OldValue } from '../../domain/draft-view.ts'
import { figureOffers } from '../../domain/figure-offers.ts'
import type { Reading } from '../../domain/heard.ts'
import type { Progress } from '../../domain/progress.ts'
import { type Checked, doubtsOf } from '../../domain/progress-check.ts'
import type { LedgerTask, OwnMetric } from '../../understand/progress/ledger.ts'
import { fittedValue } from './fitted.ts'

interface Record {
  /** The unit's standing reports of the task, newest first, and those of earlier periods alone. */
  readonly own: readonly Progress[]
  readonly before: readonly Progress[]
  readonly insisted: readonly Insistence[]
}

/** Readings of a task with their doubts; readings of metrics the task has no more are left out. */
export function figuresOf(task: LedgerTask, readings: readonly Reading[], record: Record): FigureView[] {
  return readings.flatMap((said) => {
    const target = task.metrics.find((m) => m.name === said.metric)
    const value = target ? fittedValue(said, target) : null
    return target && value !== null ? [figureOf({ target, said, value }, record)] : []
  })
}

type Fitted = Pick<FigureView, 'target' | 'said' | 'value'>

function figureOf({ target, said, value }: Fitted, { own, before, insisted }: Record): FigureView {
  const last = oldValue(target, own)
  const earlier = oldValue(target, before)
  const checked: Checked = {
    value,
    target: target.value,
    last: earlier?.value ?? null,
    ...{ name: target.name, kind: target.kind, unit: target.unit, saidUnit: null, op: target.op },
  }
  const doubts = doubtsOf(checked)
  const word = insisted.find((i) => i.metric === target.name && i.value === value)
  return {
    ...{ target, said, value, last, before: earlier, doubts },
    insisted: word?.reason ?? null,
    offers: doubts.length > 0 ? figureOffers(checked) : [],
  }
}

function oldValue(metric: OwnMetric, reports: readonly Progress[]): OldValue | null {
  for (const { readings, period } of reports) {
    const reading = readings.find((r) => r.metric === metric.name)
    const value = reading ? fittedValue(reading, metric) : null
    if (value !== null) return { value, period }
  }
  return null
}
