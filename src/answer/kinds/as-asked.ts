import type { Progress } from '../../domain/progress.ts'
import type { ProgressQuery } from '../../domain/progress-query.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import type { Lexicon } from '../../understand/prepare.ts'

/** A standing in the words asked for: of units counted the names they have now, of difficulties those of the units asked. */
export function asAsked(standing: TaskStanding, query: ProgressQuery, lexicon: Lexicon): TaskStanding {
  const named = query.byUnit === true ? underHeirs(standing, lexicon) : standing
  return query.of === 'difficulties' ? ownWords(named, query) : named
}

/** 财政局上报的困难: its own words, not those of the others who work on its tasks. */
function ownWords(standing: TaskStanding, { filter: { units } }: ProgressQuery): TaskStanding {
  if (units === undefined) return standing
  const own = (report: Progress) => units.some((unit) => unit.ids.includes(report.unitId))
  const { report, statements } = standing
  return {
    ...standing,
    report: report !== null && own(report) ? report : null,
    statements: statements.filter(own),
  }
}

/** 市大数据局 became 市数据局: units counted by name are counted under the name they have now, each once a task. */
function underHeirs(standing: TaskStanding, { unitById }: Lexicon): TaskStanding {
  const heirOf = (id: number, seen: readonly number[] = []): number => {
    const next = unitById.get(id)?.succeededBy ?? null
    return next === null || seen.includes(next) ? id : heirOf(next, [...seen, id])
  }
  const named = (units: TaskStanding['leads']): TaskStanding['leads'] => {
    const now = units.map((unit) => {
      const heir = unit.id === null ? undefined : unitById.get(heirOf(unit.id))
      return heir === undefined || heir.id === unit.id ? unit : { ...unit, id: heir.id, name: heir.short }
    })
    return now.filter((unit, i) => now.findIndex(({ name }) => name === unit.name) === i)
  }
  return { ...standing, leads: named(standing.leads), responsible: named(standing.responsible) }
}
