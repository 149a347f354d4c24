import type { Draft, DutyDraft } from '../../domain/draft.ts'
import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Message, Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { Foreseen } from '../../remind/duty-desk.ts'
import { shortDay } from '../../report/words.ts'
import { DUTY_VERBS, dutyDateWords, dutyName } from './duty-words.ts'
import { dayWords, taskNames } from './naming.ts'
import { drop, go } from './order-buttons.ts'
import { buttons, note, say, text } from './say.ts'

/** A word on duties with all it would come to. */
export interface DutyDraftView {
  readonly rows: readonly Foreseen[]
  /** Units that owe it now and will be left alone. */
  readonly freed: readonly string[]
  readonly notes: readonly string[]
  /** Of a new duty that is about some tasks only. */
  readonly tasks: readonly TaskLabel[]
}

/** Before anything is written. */
export function dutyCard(draft: Draft<DutyDraft>, view: DutyDraftView, today: Day): Message {
  const verb = DUTY_VERBS[view.rows[0]?.change.change ?? 'moved']
  const asksNobody = view.rows.every(({ change, units }) => change.change === 'added' && units.length === 0)
  return say(`将${verb}${view.rows.length > 1 ? ` ${view.rows.length} 条` : ''}报送要求（还没有改）`, [
    ...rowsOf(view, today),
    ...freedBlocks(view),
    ...view.notes.map((words) => text(`· ${words}`)),
    ...(asksNobody ? [text('⚠ 照这样没有单位会被提醒：没有对上的单位或任务，或时间已过。')] : []),
    buttons(go(draft, `确认${verb}`), drop(draft)),
  ])
}

export function dutyDone(view: DutyDraftView, by: string, today: Day): Message {
  const verb = DUTY_VERBS[view.rows[0]?.change.change ?? 'moved']
  return say(`已${verb}`, [...rowsOf(view, today), note(`${by}办理`)], { tone: 'good' })
}

const rowsOf = (view: DutyDraftView, today: Day): Block[] => [
  { kind: 'rows', rows: view.rows.map((one) => rowOf(one, view.tasks, today)), pageSize: 12 },
]

function rowOf(one: Foreseen, tasks: readonly TaskLabel[], today: Day): Row {
  const { change, before, after } = one
  const duty = (after ?? before)?.duty
  return {
    lead: duty ? dutyName(duty) : '',
    text: becomes(one, today),
    small: [
      nextWords(one, today),
      unitsWords(one),
      tasks.length > 0 ? `任务：${taskNames(tasks)}` : '',
      change.change === 'added' && change.body.until !== null
        ? `到${shortDay(change.body.until, today)}为止`
        : '',
    ]
      .filter((words) => words !== '')
      .join('\n'),
  }
}

/** 每季度第1个月20日前 → **每季度第1个月25日前** */
function becomes({ change, before, after }: Foreseen, today: Day): string {
  const old = dutyDateWords(before?.date ?? null, today)
  switch (change.change) {
    case 'added':
      return `**${dutyDateWords(change.body.date, today)}**`
    case 'moved':
      return `${old} → **${dutyDateWords(after?.date ?? null, today)}**，${sinceWords(change.body.from, today)}`
    case 'shifted':
      return `${old}，**只这一次**：${shortDay(change.body.of, today)}前 → **${shortDay(change.body.due, today)}前**`
    case 'paused':
      return `${old}，**暂停**到说恢复为止，${sinceWords(change.body.from, today)}`
    case 'resumed':
      return `${old}，**恢复**，${sinceWords(change.body.from, today)}`
    case 'ended':
      return `${old}，**结束**，${sinceWords(change.body.from, today)}`
  }
}

const sinceWords = (from: Day, today: Day): string =>
  from <= today ? '从今天起' : `从${shortDay(from, today)}起`

function nextWords({ before, after, dueOn }: Foreseen, today: Day): string {
  const old = before?.next ?? null
  const next = after?.next ?? null
  const day = (at: Day | null): string => (at === null ? '不再要' : dayWords(at, today))
  const moved = dueOn !== null && dueOn !== next ? `（遇休息日，按${shortDay(dueOn, today)}）` : ''
  if (before === null) return `首次 ${day(next)}${moved}`
  return old === next ? `下次 ${day(next)}${moved}` : `下次 ${day(old)} → ${day(next)}${moved}`
}

const NAMED = 6

function unitsWords({ units, tasks }: Foreseen): string {
  if (units.length === 0) return ''
  const names =
    units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等${units.length}家` : units.join('、')
  return `涉及 ${names}${tasks.length > 0 ? `，${tasks.length}项任务` : ''}`
}

/** Requests that are open now and go with it. */
function freedBlocks({ rows, freed: units }: DutyDraftView): Block[] {
  if (units.length === 0) return []
  const names = units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等` : units.join('、')
  const moved = rows.some(({ change }) => change.change === 'moved' || change.change === 'shifted')
  return [
    text(
      `眼下正按旧日子要的 ${units.length} 家（${names}）${moved ? '改按新日子要' : '不再催这一期'}；已经报了的不受影响。`,
    ),
  ]
}
