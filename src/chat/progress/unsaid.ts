import type { ReportDraft } from '../../domain/draft.ts'
import type { Heard } from '../../domain/heard.ts'
import type { Sitting } from './deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin } from './items.ts'

/** Nothing said yet: the forms will say it. */
export const UNSAID: Heard = {
  kind: 'progress',
  query: null,
  order: null,
  handOver: null,
  owner: null,
  updates: [],
  unread: [],
  assumptions: [],
  trace: ['form'],
}

/** First versions of the tasks a request (or all that the unit owes) still asks for. */
export function askedTasks(ground: Ground, request: number | undefined): number[] {
  const meant = ground.requests.filter(
    (r) => r.kind === 'progress' && (request === undefined || r.id === request),
  )
  const ids = meant.flatMap((r) => r.tasks.filter((t) => t.state === 'asked').map((t) => t.taskId))
  return [...new Set(ids)].filter((id) => taskOfOrigin(ground, id) !== undefined)
}

export const emptyReport = ({ viewer }: Sitting): ReportDraft => ({
  kind: 'report',
  unitId: viewer.unitId!,
  unit: viewer.unit ?? '',
  said: [],
  heard: UNSAID,
  insisted: [],
  evidence: [],
  adopted: {},
  asked: [],
})
