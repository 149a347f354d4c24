import type { Owed } from '../cards/remind/view.ts'
import type { Line } from '../domain/reminding.ts'
import type { Request } from '../domain/request.ts'
import type { TaskStanding } from '../domain/standing.ts'
import type { RemindDeps } from './deps.ts'
import type { LadderInput } from './ladder.ts'
import { dueOf } from './rungs.ts'

/** Standings of all tasks that some requests still ask for, by request: read a period at a time, for cards are many. */
export async function readOwed(
  requests: readonly Request[],
  input: LadderInput,
  deps: Pick<RemindDeps, 'standings'>,
): Promise<ReadonlyMap<number, Owed>> {
  const owed = new Map<number, Owed>()
  for (const [period, own] of Map.groupBy(requests, (request) => request.period)) {
    const taskIds = [...new Set(own.flatMap(asked))]
    const found = taskIds.length === 0 ? [] : await deps.standings({ period, today: input.today, taskIds })
    const tasks = new Map(found.map((task) => [task.originId, task]))
    for (const request of own) owed.set(request.id, owedOf(request, tasks, input))
  }
  return owed
}

const asked = ({ tasks }: Request): number[] =>
  tasks.filter(({ state }) => state === 'asked').map(({ taskId }) => taskId)

function owedOf(
  request: Request,
  tasks: ReadonlyMap<number, TaskStanding>,
  { calendar, settings, today }: LadderInput,
): Owed {
  const dueOn = dueOf(request, calendar, settings)
  const own = asked(request).flatMap((id) => tasks.get(id) ?? [])
  return { request, tasks: own, dueOn, late: calendar.between(dueOn, today) }
}

/**
 * The open requests one person is asked for, in the order of the ladder. What was asked for often enough is left out as long as
 * there is anything else: a card is no list of old debts.
 */
export function requestsOf(personId: number, lines: readonly Line[]): readonly Request[] {
  const own = lines.filter(({ audience, person }) => audience === 'liaison' && person?.personId === personId)
  const asked = own.filter(({ reason }) => reason.why !== 'askedEnough')
  return (asked.length > 0 ? asked : own).map(({ request }) => request)
}
