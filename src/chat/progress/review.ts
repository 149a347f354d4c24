import {
  type Reviewable,
  returnedCard,
  returnForm,
  reviewCard,
  reviewedCard,
  reviewList,
} from '../../cards/progress/review.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DecisionAction } from '../../domain/action.ts'
import type { Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { ActionResult } from '../deps.ts'
import type { Turn } from './deps.ts'
import { tellPeople } from './notices.ts'
import { labelsOf } from './task-labels.ts'
import { done, fieldOf, handOf, mayDecide, refusal, type TapTurn, tapped, warn } from './tools.ts'

/** Reports beside their tasks and files; those of tasks no longer in force are left out. */
export async function reviewables(turn: Turn, rows: readonly Progress[]): Promise<Reviewable[]> {
  const labels = await labelsOf(turn, [...new Set(rows.map((r) => r.taskId))])
  const files = (await turn.p.evidence.ofProgress(rows.map((r) => r.id))) ?? []
  return rows.flatMap((progress) => {
    const task = labels.find((l) => l.originId === progress.taskId)
    const evidence = files.filter((f) => f.progressId === progress.id).map((f) => f.name)
    return task ? [{ progress, task, evidence }] : []
  })
}

/** [看待审核]: the list, or one unit's reports of one period. */
export async function onReviews(
  { unit, period, page }: Extract<DecisionAction, { do: 'reviews' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  return tapped(
    null,
    await reviewsFace(turn, {
      ...(unit === undefined ? {} : { unit }),
      ...(period === undefined ? {} : { period }),
    }),
    page,
  )
}

export async function reviewsFace(
  turn: Turn,
  of: { readonly unit?: number; readonly period?: string },
): Promise<Message> {
  const waiting = await turn.p.reviews.waiting(of)
  if (of.unit === undefined) return reviewList(waiting)
  return reviewCard(await reviewables(turn, waiting), turn.today)
}

/** [确认这3项] [退回…]: a return asks which and why first. What somebody else decided meanwhile is told, not changed. */
export async function onReview(
  { progress, verdict }: Extract<DecisionAction, { do: 'review' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  const found = await Promise.all(progress.map((id) => turn.p.book.find(id)))
  const list = await reviewables(
    turn,
    found.filter((p) => p !== null),
  )
  if (list.length === 0) return warn(TOASTS.gone)
  const reason = fieldOf(turn.event, 'reason')
  if (verdict === 'confirmed') return decided(turn, list, { verdict, reason: null })
  if (reason === '') return tapped(null, returnForm(list))
  const which = fieldOf(turn.event, 'which')
  const meant = list.filter((r) => list.length === 1 || which === 'all' || String(r.progress.id) === which)
  return decided(turn, meant, { verdict, reason })
}

interface Verdict {
  readonly verdict: 'confirmed' | 'returned'
  readonly reason: string | null
}

async function decided(turn: TapTurn, list: readonly Reviewable[], how: Verdict): Promise<ActionResult> {
  const { message, some } = await review(turn, list, { ...how, key: `tap:${turn.event.id}` })
  return some ? done(TOASTS.done, message) : warn(TOASTS.done, message)
}

/** Writes the verdict on each, and tells the liaisons why something came back. */
export async function review(
  turn: Turn,
  list: readonly Reviewable[],
  { verdict, reason, key }: Verdict & { readonly key: string },
): Promise<{ readonly message: Message; readonly some: boolean }> {
  const hand = handOf(turn, key)
  const done: Reviewable[] = []
  const settled: Reviewable[] = []
  for (const item of list) {
    const result = await turn.p.book.review(item.progress.id, { review: verdict, note: reason }, hand)
    if (result.outcome === 'gone') continue
    const now = { ...item, progress: result.progress }
    if (result.outcome === 'done') done.push(now)
    else settled.push(now)
  }
  if (verdict === 'returned' && done.length > 0) await tellReturned(turn, done, reason ?? '')
  const by = turn.viewer.name
  return { message: reviewedCard(done, settled, { verdict, by, reason }), some: done.length > 0 }
}

async function tellReturned(turn: Turn, list: readonly Reviewable[], reason: string): Promise<void> {
  const places = Map.groupBy(list, (r) => `${r.progress.unitId}/${r.progress.period}`)
  for (const own of places.values()) {
    const { unitId, period, id } = own[0]!.progress
    const liaisons = await turn.p.roll.liaisons([unitId])
    const card = returnedCard(own, reason, period, turn.today)
    await tellPeople(
      turn,
      liaisons.map((l) => l.personId),
      `returned:${id}`,
      card,
    )
  }
}
