import { draftCard } from '../../cards/progress/draft-card.ts'
import { brief } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DraftAction } from '../../domain/action.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { Progress } from '../../domain/progress.ts'
import { mergeUpdates } from '../../understand/progress/draft/draft.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import type { ActionResult } from '../deps.ts'
import { confirmDraft } from './confirm.ts'
import { isReport } from './face.ts'
import { type Ground, groundFor } from './ground.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { done, mayReport, ownerOf, refusal, type TapTurn, tapped, warn } from './tools.ts'
import { emptyReport } from './unsaid.ts'

/**
 * [采用]: what a responsible unit stated becomes the lead's own report. The card showed it, so one tap writes it; where the
 * lead is in the middle of a report, or has reported the task before, it goes into the draft to be seen once more.
 */
export async function onAdopt(
  { progress }: Extract<DraftAction, { do: 'adopt' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  const { p, viewer } = turn
  if (!mayReport(viewer)) return tapped(null, await refusal(turn, 'report'))
  const statement = await p.book.find(progress)
  if (statement === null || statement.supersededAt !== null) return warn('这条已经更正过，请看最新的一条。')
  const ground = await groundFor(turn, ownerOf(turn.event))
  const task = taskOfOrigin(ground, statement.taskId)
  if (task === undefined || !ground.leads.has(task.id)) return warn('只有这一项的牵头单位能采用。')
  return adopted(turn, ground, { statement, task })
}

interface Adopting {
  readonly statement: Progress
  readonly task: LedgerTask
}

async function adopted(turn: TapTurn, ground: Ground, adopting: Adopting): Promise<ActionResult> {
  const { p, viewer, now, event, today } = turn
  const { statement } = adopting
  const who = ownerOf(event)
  const own = ground.reports.find(
    (r) => r.taskId === statement.taskId && r.unitId === viewer.unitId && r.period === statement.period,
  )
  if (own?.adoptedFrom === statement.id) return done('已经采用过了。')
  const open = await p.drafts.open(who, 'report')
  if (open && isReport(open)) return intoOpen(turn, ground, { ...adopting, open })
  const body = taken(emptyReport(turn), adopting)
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<ReportDraft>
  if (own !== undefined) return tapped(null, draftCard(viewOf(draft, ground, today)))
  const { message, toast, ok } = await confirmDraft(turn, draft)
  return ok ? done(toast, message) : warn(toast, message)
}

async function intoOpen(
  turn: TapTurn,
  ground: Ground,
  { open, ...adopting }: Adopting & { readonly open: Draft<ReportDraft> },
): Promise<ActionResult> {
  const changed = await turn.p.drafts.revise(open, taken(open.body, adopting), turn.now)
  if (changed === null) return warn(TOASTS.newer, brief('请再点一次', '刚才有别的改动，请再点一次“采用”。'))
  return done(TOASTS.saved, draftCard(viewOf(changed as Draft<ReportDraft>, ground, turn.today)))
}

/** The draft with the statement's words and figures as the lead's own. */
function taken(body: ReportDraft, { statement, task }: Adopting): ReportDraft {
  const { readings, state, expectedFinish, text, difficulty, help, unchanged } = statement
  const update = {
    ...bare(task, text),
    readings: unchanged ? [] : readings.map(({ metric, value, unit }) => ({ metric, value, unit })),
    ...{ state, expectedFinish, difficulty, help, noChange: unchanged },
  }
  return {
    ...body,
    heard: { ...body.heard, updates: mergeUpdates(body.heard.updates, [update]) },
    adopted: { ...body.adopted, [String(statement.taskId)]: statement.id },
    // The doubts were answered by who stated it.
    insisted: [...body.insisted, ...insistedBy(statement)],
  }
}

const insistedBy = ({ taskId, readings, insisted, unit }: Progress): ReportDraft['insisted'] =>
  readings
    .filter((r) => r.doubts.length > 0)
    .map((r) => ({
      task: taskId,
      metric: r.metric,
      value: r.value,
      reason: `${unit}说明：${insisted ?? '核对无误'}`,
    }))
