import type { ExtractedMetric } from './extracted.ts'
import { foldText, foldUnit, isClose } from './fold.ts'
import type { MetricLabel } from './labels.ts'
import { f1, type Measure } from './measure.ts'

/** A label as the scorer asks it: does this reading say the same? */
export interface Expected {
  readonly name: string
  /** Consumes a reading and counts neither way. */
  readonly isAside: boolean
  readonly fits: (metric: ExtractedMetric) => boolean
}

/** Labels of whole documents: op, value and unit, or one of the other forms. */
export function ofDocument(label: MetricLabel): Expected {
  const forms = [{ value: label.value, unit: label.unit }, ...label.alt.map((form) => formOf(form, label))]
  const ops = [label.op, ...label.op_alt]
  return {
    name: label.raw ?? `${label.op}${label.value}${label.unit}`,
    isAside: label.optional || Boolean(label.scope),
    fits: (m) =>
      ops.includes(m.op) &&
      forms.some((f) => isClose(f.value, m.value) && foldText(f.unit ?? label.unit) === foldText(m.unit)),
  }
}

/** Labels of other layouts: an optional one goes by its value alone, a range by either end. */
export function ofLayout(label: MetricLabel): Expected {
  const forms = [
    { value: label.value, unit: label.unit },
    ...label.unitAlt.map((unit) => ({ value: label.value, unit })),
    ...label.alt.map((form) => formOf(form, label)),
  ]
  const sameUnit = (m: ExtractedMetric) => (form: { readonly unit: string | null }) =>
    foldUnit(form.unit) === foldUnit(m.unit)
  const ends = [label.value, label.valueMax ?? label.value]
  const scaled = [1, 1e4, 1e-4].map((times) => label.value * times)
  const ops = [label.op, ...label.opAlt]
  const fits = (m: ExtractedMetric): boolean => {
    if (label.optional) return scaled.some((value) => isClose(value, m.value))
    if (label.valueMax !== undefined)
      return ends.some((end) => isClose(end, m.value)) && forms.some(sameUnit(m))
    return ops.includes(m.op) && forms.filter(sameUnit(m)).some((form) => isClose(form.value, m.value))
  }
  return { name: label.raw ?? `${label.value}${label.unit}`, isAside: label.optional, fits }
}

const formOf = (form: MetricLabel['alt'][number], label: MetricLabel) =>
  typeof form === 'number' ? { value: form, unit: label.unit } : form

/** Each label takes one reading, those that count before those set aside; what is left over is extra. */
export function scoreMetrics(
  labels: readonly Expected[],
  got: readonly ExtractedMetric[],
  where: string,
): Measure {
  const left = [...got]
  const taken = (label: Expected): boolean => {
    const at = left.findIndex(label.fits)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const asked = labels.filter((label) => !label.isAside)
  const missed = asked.filter((label) => !taken(label))
  for (const label of labels) if (label.isAside) taken(label)
  return f1({
    right: asked.length - missed.length,
    missed: missed.length,
    extra: left.length,
    misses: [
      ...missed.map((label) => `${where} 缺指标 ${label.name}`),
      ...left.map((m) => `${where} 多指标 ${m.raw ?? `${m.op}${m.value}${m.unit}`}`),
    ],
  })
}
