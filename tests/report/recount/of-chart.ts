import type { ReportPart } from '../../../src/domain/report.ts'
import { unaccounted } from './account.ts'
import type { Counted, Facts } from './facts.ts'
import type { Recount } from './of-report.ts'
import { CLASS_WORDS } from './rules.ts'

type Chart = Extract<ReportPart, { readonly kind: 'chart' }>
type Value = Readonly<Record<string, string | number>>

const valuesOf = ({ spec }: Chart): readonly Value[] =>
  (spec.data as readonly { readonly values: readonly Value[] }[]).flatMap((data) => data.values)

/** A chart twice: the values it draws, and its words. */
export function chartFaults(chart: Chart, recount: Recount): readonly string[] {
  const { facts } = recount
  if (/历次完成值/.test(chart.caption)) {
    const drawn = valuesOf(chart).map(({ period, value }) => `${period}${value}`)
    const wanted = facts.series.map(({ period, value }) => `${period}${value}`)
    const said = facts.series.map(({ period, value, unit }) => `${period}${value}${unit}`).join('，')
    const strange = drawn.join() === wanted.join() && chart.data === said ? [] : [chart.data, ...drawn]
    return [...strange, ...unaccounted(chart.caption, facts)]
  }
  const wanted = /各期/.test(chart.caption)
    ? trendOf(facts)
    : /序时/.test(chart.caption)
      ? paceOf(facts)
      : lightsOf(recount)
  const strange = valuesOf(chart).filter((value) => !wanted.drawn.has(Object.values(value).join('/')))
  const words = chart.data.split('；').filter((line) => !wanted.said.has(line))
  return [
    ...unaccounted(chart.caption, facts),
    ...[...strange, ...words].map((fault) => `${chart.caption}：${JSON.stringify(fault)}`),
  ]
}

interface Wanted {
  /** Values of a row of the spec, joined. */
  readonly drawn: ReadonlySet<string>
  readonly said: ReadonlySet<string>
}

const LINES = ['done', 'onPace', 'slow', 'late'] as const
const periodSaid = (period: string): string =>
  period.includes('Q')
    ? `${period.slice(0, 4)}年第${'一二三四'[Number(period.at(-1)) - 1]}季度`
    : period.includes('H')
      ? `${period.slice(0, 4)}年${period.endsWith('1') ? '上' : '下'}半年`
      : `${period}年`

function trendOf({ trend }: Facts): Wanted {
  const periods = [...Map.groupBy(trend, (row) => row.period)]
  const of = (rows: readonly Counted[], key: string) => rows.find((row) => row.class === key)?.n ?? 0
  const short = (period: string) => periodSaid(period).replace(/^\d{4}年第?(?=.)/, '')
  return {
    drawn: new Set(
      periods.flatMap(([p, rows]) => LINES.map((c) => `${short(p)}/${CLASS_WORDS[c]}/${of(rows, c)}`)),
    ),
    said: new Set(
      periods.map(
        ([p, rows]) =>
          `${periodSaid(p)}末${LINES.map((c) => `${CLASS_WORDS[c]}${of(rows, c)}项`).join('、')}`,
      ),
    ),
  }
}

function paceOf({ pace }: Facts): Wanted {
  const bar = (unit: string) => (unit.length <= 12 ? unit : `${unit.slice(0, 11)}…`)
  return {
    drawn: new Set(
      pace.flatMap((p) => [`${bar(p.unit)}/完成进度/${p.share}`, `${bar(p.unit)}/序时进度/${p.pace}`]),
    ),
    said: new Set(pace.map((p) => `${p.unit}完成${p.done}%、序时${p.due}%（${p.n}项）`)),
  }
}

/** By section, or by side; past the twelfth group all others are one. */
function lightsOf({ facts, sides }: Recount): Wanted {
  const ofSides = Object.entries(sides).map(([name, side]) => [name, rowsOf(side)] as const)
  const groups = ofSides.length > 0 ? ofSides : sectionsOf(facts)
  const folded: readonly (readonly [string, readonly Counted[]])[] =
    groups.length <= 12
      ? groups
      : [
          ...groups.slice(0, 11),
          [`其他${groups.length - 11}个`, groups.slice(11).flatMap(([, rows]) => rows)],
        ]
  const bar = (name: string) => (name.length <= 12 ? name : `${name.slice(0, 11)}…`)
  const n = (rows: readonly Counted[], key: string) =>
    rows.filter((row) => row.class === key).reduce((sum, row) => sum + row.n, 0)
  const keys = Object.keys(CLASS_WORDS)
  return {
    drawn: new Set(
      folded.flatMap(([name, rows]) => keys.map((key) => `${bar(name)}/${CLASS_WORDS[key]}/${n(rows, key)}`)),
    ),
    said: new Set(
      folded.map(([name, rows]) => {
        const parts = keys
          .filter((key) => n(rows, key) > 0)
          .map((key) => `${CLASS_WORDS[key]}${n(rows, key)}`)
        return `${name}${rows.reduce((sum, row) => sum + row.n, 0)}项（${parts.join('、')}）`
      }),
    ),
  }
}

const rowsOf = ({ classes }: Facts): readonly Counted[] =>
  Object.entries(classes).map(([key, n]) => ({ name: '', class: key, n }))

/** A document of few tasks beside others is one group under its title. */
function sectionsOf({ sections, tasks }: Facts): readonly (readonly [string, readonly Counted[]])[] {
  const bySection = Map.groupBy(sections, (row) => row.name)
  const documents = [...Map.groupBy(tasks, (task) => task.document).values()]
  return documents.flatMap((own) => {
    const [first] = own
    const isWhole = documents.length > 1 && own.length <= 12
    const names = isWhole ? [first!.title] : [...new Set(own.map((task) => task.section))]
    return names.map(
      (name) =>
        [isWhole ? name : name.replace(/^（.+?）|^[一二三]、/, ''), bySection.get(name) ?? []] as const,
    )
  })
}
