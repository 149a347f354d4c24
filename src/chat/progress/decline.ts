import {
  type DeclinedTask,
  declineAsked,
  declinedCard,
  declineForm,
  declineRuled,
} from '../../cards/progress/decline.ts'
import { brief } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DecisionAction, RequestAction } from '../../domain/action.ts'
import type { Decline } from '../../domain/decline.ts'
import type { TaskLabel } from '../../domain/draft-view.ts'
import type { ActionResult } from '../deps.ts'
import type { Turn } from './deps.ts'
import { type Ground, groundFor } from './ground.ts'
import { labelOf, taskOfOrigin } from './items.ts'
import { tellPeople } from './notices.ts'
import { labelsOf, unitNames } from './task-labels.ts'
import {
  done,
  fieldOf,
  handOf,
  mayDecide,
  mayReport,
  ownerOf,
  refusal,
  type TapTurn,
  tapped,
  warn,
} from './tools.ts'

/** Tasks the unit is asked for, for choosing one. */
export function owedLabels(ground: Ground): TaskLabel[] {
  const ids = ground.requests.flatMap((r) => r.tasks.filter((t) => t.state === 'asked').map((t) => t.taskId))
  return [...new Set(ids)].flatMap((id) => {
    const task = taskOfOrigin(ground, id)
    return task ? [labelOf(task, id)] : []
  })
}

export interface Opinion {
  readonly tasks: readonly number[]
  readonly reason: string
  readonly owner: string | null
  readonly key: string
}

/** Passes the opinion to the supervisors; the tasks are not asked for meanwhile. */
export async function declineTasks(
  turn: Turn,
  ground: Ground,
  opinion: Opinion,
): Promise<readonly DeclinedTask[]> {
  const { p, viewer, deps } = turn
  const owner = opinion.owner === null ? null : await deps.desk?.unitNamed(opinion.owner)
  const list: DeclinedTask[] = []
  for (const taskId of opinion.tasks) {
    const task = taskOfOrigin(ground, taskId)
    if (task === undefined) continue
    const said = { taskId, unitId: viewer.unitId!, reason: opinion.reason, owner: opinion.owner }
    const decline = await p.declines.ask({ ...said, ownerId: owner?.id ?? null }, handOf(turn, opinion.key))
    const names = unitNames(ground.context.lexicon, task)
    list.push({ decline, task: labelOf(task, taskId), ...names })
  }
  const supervisors = (await p.roll.withRole('supervisor')).map((s) => s.personId)
  for (const d of list) await tellPeople(turn, supervisors, `decline:${d.decline.id}`, declineAsked(d))
  return list
}

/** [不归我们]: asks which and why; sent as a form it goes to the supervisors. */
export async function onDecline(
  { request, task }: Extract<RequestAction, { do: 'decline' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  const { event } = turn
  const ground = await groundFor(turn, ownerOf(event))
  const reason = fieldOf(event, 'reason')
  const chosen = Number(fieldOf(event, 'task')) || task || null
  const owed = owedLabels(ground)
  if (chosen === null || reason === '' || !owed.some((t) => t.originId === chosen))
    return tapped(null, declineForm(owed, { task: chosen, reason, request: request ?? null }))
  const owner = fieldOf(event, 'owner') || null
  const list = await declineTasks(turn, ground, { tasks: [chosen], reason, owner, key: `tap:${event.id}` })
  return done(TOASTS.done, declinedCard(list))
}

/** [确认不归] [仍归该单位]: the first word holds, and the unit hears it. */
export async function onRuleDecline(
  { decline, verdict }: Extract<DecisionAction, { do: 'ruleDecline' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  const { p, viewer, deps, event } = turn
  if (!mayDecide(viewer)) return tapped(null, await refusal(turn, 'decide'))
  const named = verdict === 'accepted' ? fieldOf(event, 'unit') : ''
  const to = named === '' ? null : ((await deps.desk?.unitNamed(named)) ?? null)
  if (named !== '' && to === null) return warn(`名录里对不上“${named}”，请写单位全称，或空着不改派。`)
  const ruling = { verdict, note: null, toUnitId: to?.id ?? null }
  const ruled = await p.declines.rule(decline, ruling, handOf(turn, `tap:${event.id}`))
  return ruled === null ? warn(TOASTS.gone) : tellRuling(turn, ruled.decline, to?.name ?? null)
}

/** [撤回意见], by the unit itself. */
export async function onWithdrawDecline(
  { decline: id }: Extract<DecisionAction, { do: 'withdrawDecline' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  const decline = await turn.p.declines.find(id)
  if (decline === null) return warn(TOASTS.gone)
  if (!mayReport(turn.viewer) || decline.unitId !== turn.viewer.unitId) return warn(TOASTS.notYours)
  const ruling = { verdict: 'withdrawn', note: null, toUnitId: null } as const
  const ruled = await turn.p.declines.rule(id, ruling, handOf(turn, `tap:${turn.event.id}`))
  return ruled === null ? warn(TOASTS.gone) : tellRuling(turn, ruled.decline, null)
}

async function tellRuling(turn: TapTurn, decline: Decline, to: string | null): Promise<ActionResult> {
  const [task] = await labelsOf(turn, [decline.taskId])
  if (task === undefined) return done(TOASTS.done, brief('已处理', '这一项已经不在现行文件里。'))
  const message = declineRuled({ decline, task }, to)
  const liaisons = await turn.p.roll.liaisons([decline.unitId])
  const others = liaisons.map((l) => l.personId).filter((id) => id !== turn.viewer.personId)
  await tellPeople(turn, others, `decline:${decline.id}:ruled`, message)
  return done(TOASTS.done, message)
}
