import type { Heard } from '../../../domain/heard.ts'
import { contentOf } from '../clauses.ts'
import { described, type Hearing, heardAs } from '../heard-as.ts'
import { type Matcher, matcherOf, type TaskMatch } from '../match/match.ts'
import type { Pool } from '../pool.ts'
import { type Report, readReport } from '../read-report.ts'
import { assumed, labelOf } from '../wording.ts'

/** So much of a message must be a task's own words, and so much more than the next one's. */
const MOST = 0.6
const CLEARLY = 1.3
/** Characters that name something: not 我们尽快. */
const WORDS = 5

/** A district's words on a plan that lists no districts: read as of that task, and said so. */
export function beyond(text: string, report: Report, { how }: Hearing): Heard | null {
  if (report.entries.length > 0 || report.foreign || how.pool.unit === null) return null
  const pool: Pool = { ...how.pool, tasks: how.pool.all }
  const matcher = matcherOf(pool)
  const meant = clauseMost(text, pool, matcher)
  if (meant === null) return null
  const wide = readReport(text, { ...how, pool: { ...pool, tasks: [meant.task] }, matcher })
  const updates = wide.entries.map((e) => described(e, wide))
  const notes = [...wide.notes, assumed.notListed(labelOf(meant.task), how.pool.unit)]
  return {
    ...heardAs('progress', 'of a task that does not name the unit', wide, updates),
    assumptions: notes,
  }
}

/** The task one of the clauses speaks of clearly. */
function clauseMost(text: string, { tasks }: Pool, matcher: Matcher): TaskMatch | null {
  const clauses = text.split(/[，。；！\n]/).filter((clause) => contentOf(clause).length >= WORDS)
  const found = clauses.flatMap((clause) => {
    const [best, next] = matcher.tasks(clause, tasks)
    return best && best.score >= MOST && best.score >= CLEARLY * (next?.score ?? 0) ? [best] : []
  })
  return found.sort((a, b) => b.score - a.score)[0] ?? null
}
