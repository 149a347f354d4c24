import type { Figure } from './figure.ts'
import type { DocumentRef, GoalRow, IndicatorRow, MetricFact, TaskRow } from './ledger.ts'
import { topicMatcher } from './match.ts'

type Rarity = Parameters<typeof topicMatcher>[1]

/** The figure of each row that the topic means, one a row; rows without any are left out. */
export function figuresOf(
  rows: {
    readonly tasks: readonly TaskRow[]
    readonly goals: readonly GoalRow[]
    readonly indicators: readonly IndicatorRow[]
  },
  topic: string,
  rarity: Rarity,
): Figure[] {
  const matcher = topicMatcher(topic, rarity)
  const ofTasks = rows.tasks.flatMap((row) => {
    const metric = bestMetric(row.metrics, matcher.score)
    return metric === null ? [] : [figureOf(metric, row.document)]
  })
  const ofIndicators = rows.indicators
    .filter((i) => i.by === null || i.by === '全市')
    .flatMap(indicatorFigure)
  const goals = bestPerDocument(rows.goals, matcher.score)
  return [...goals.map((goal) => figureOf(goal, goal.document)), ...ofTasks, ...ofIndicators].sort(byYear)
}

const byYear = (a: Figure, b: Figure): number =>
  (a.year ?? 0) - (b.year ?? 0) || (a.document.issuedOn ?? '').localeCompare(b.document.issuedOn ?? '')

export function bestMetric(
  metrics: readonly MetricFact[],
  score: (text: string) => number,
): MetricFact | null {
  const scored = metrics.map((metric) => ({ metric, score: Math.max(score(metric.name), score(metric.raw)) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    metric: null as MetricFact | null,
    score: 0.45,
  })
  return best.metric
}

function bestPerDocument(goals: readonly GoalRow[], score: (text: string) => number): GoalRow[] {
  const byDocument = new Map<number, GoalRow>()
  for (const goal of goals) {
    const kept = byDocument.get(goal.document.id)
    if (kept === undefined || score(`${goal.name}${goal.raw}`) > score(`${kept.name}${kept.raw}`))
      byDocument.set(goal.document.id, goal)
  }
  return [...byDocument.values()]
}

export function figureOf(metric: MetricFact, document: DocumentRef): Figure {
  const { name, value, valueMax, unit, kind, raw, op } = metric
  return { name, value, valueMax, unit, kind, raw, op, year: yearOfFigure(metric.period, document), document }
}

function indicatorFigure(row: IndicatorRow): Figure[] {
  if (row.value === null) return []
  const unit = row.unit ?? ''
  const kind = unit === '%' ? 'share' : 'total'
  const { name, value, document } = row
  return [
    {
      name,
      value,
      valueMax: null,
      unit,
      kind,
      raw: `${name}${row.target ?? value}${unit}`,
      op: '=',
      year: yearOfFigure(row.period, document),
      document,
    },
  ]
}

/** The year written with the figure, else the last year the document is made for. */
function yearOfFigure(period: string | null, document: DocumentRef): number | null {
  const written = /(\d{4})(?!.*\d{4})/.exec(period ?? '')?.[1]
  const year = written ?? document.periodEnd?.slice(0, 4) ?? document.issuedOn?.slice(0, 4)
  return year === undefined ? null : Number(year)
}
