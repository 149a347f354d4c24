import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import { type Period, periodName } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import { momentWords, reportName, taskName, taskTitle } from './naming.ts'
import { buttons, form, note, say, text } from './say.ts'
import { statedWords } from './statements.ts'

/** A report with the name of its task and its files. */
export interface Reviewable {
  readonly progress: Progress
  readonly task: TaskLabel
  readonly evidence: readonly string[]
}

/** Once a day, however many report. */
export const reviewsWaiting = (): Message =>
  say('有新报送待审核', [
    text('各单位报来的进展，点开就是最新的待审核清单，可以整单位一次确认。'),
    buttons({ text: '看待审核', style: 'primary', action: { do: 'reviews' } }),
  ])

/** What waits, a line a unit and period. */
export function reviewList(waiting: readonly Progress[]): Message {
  if (waiting.length === 0) return say('没有待审核的报送', [text('都审过了。')], { tone: 'good' })
  const groups = [...Map.groupBy(waiting, (w) => `${w.unitId}/${w.period}`).values()]
  const rows: Block = {
    kind: 'rows',
    rows: groups.map((list) => ({
      lead: list[0]?.unit ?? '',
      text: `${periodName(list[0]?.period ?? '')} ${list.length}项${doubtful(list)}`,
      small: `最早 ${momentWords(list[0]!.reportedAt)} 报`,
    })),
    pageSize: 40,
  }
  const units = new Set(waiting.map((w) => w.unitId)).size
  const open = groups
    .slice(0, 12)
    .flatMap(([first]): Button[] => (first === undefined ? [] : [openButton(first, groups.length > units)]))
  return say(`待审核：${units}家${waiting.length}项`, [rows, buttons(...open)], {
    pager: { do: 'reviews' },
  })
}

/** A unit whose reports are of several periods is told apart by them. */
const openButton = ({ unit, unitId, period }: Progress, several: boolean): Button => ({
  text: several ? `${unit} ${periodName(period)}` : unit,
  action: { do: 'reviews', unit: unitId, period },
})

function doubtful(list: readonly Progress[]): string {
  const n = list.filter((p) => p.insisted !== null).length
  return n === 0 ? '' : `，其中${n}项有存疑说明`
}

const AT_ONCE = 30

/** Reports of one unit for one period, to be confirmed at once or returned. */
export function reviewCard(list: readonly Reviewable[], today: Day): Message {
  const shown = list.slice(0, AT_ONCE)
  const [first] = shown
  if (first === undefined)
    return say('没有待审核的报送', [text('这个单位没有待审核的报送。')], { tone: 'good' })
  const { unit, period } = first.progress
  const ids = shown.map((r) => r.progress.id)
  const rows: Block = { kind: 'rows', rows: shown.map(reviewRow), pageSize: AT_ONCE }
  const rest = list.length - shown.length
  return say(
    `审核 ${unit} ${reportName(period, today)}`,
    [
      rows,
      ...(rest > 0 ? [note(`另有${rest}项，审完这些再看。`)] : []),
      buttons(
        {
          text: `确认这${shown.length}项`,
          style: 'primary',
          action: { do: 'review', progress: ids, verdict: 'confirmed' },
        },
        { text: '退回…', action: { do: 'review', progress: ids, verdict: 'returned' } },
        { text: '回到清单', action: { do: 'reviews' } },
      ),
    ],
    { subtitle: `${list.length}项待审核`, pager: { do: 'reviews', unit: first.progress.unitId, period } },
  )
}

function reviewRow({ progress, task, evidence }: Reviewable) {
  const small = [
    progress.insisted === null ? '' : `存疑说明：${progress.insisted}`,
    evidence.length === 0 ? '' : `佐证：${evidence.join('、')}`,
    `${progress.person ?? ''} ${momentWords(progress.reportedAt)}${progress.late ? '（迟报）' : ''}`.trim(),
  ]
  return {
    lead: taskTitle(task),
    text: statedWords(progress) || '（没有内容）',
    small: small.filter((w) => w !== '').join('\n'),
  }
}

const ALL = 'all'

/** Which of them are returned, and why: the liaison reads these words. */
export function returnForm(list: readonly Reviewable[], reason = ''): Message {
  const ids = list.map((r) => r.progress.id)
  const options = [
    ...(list.length > 1 ? [{ text: `全部${list.length}项`, value: ALL }] : []),
    ...list.map((r) => ({ text: taskTitle(r.task), value: String(r.progress.id) })),
  ]
  return say('退回哪一项，为什么？', [
    form(
      'return',
      [
        {
          ...{ kind: 'select', name: 'which', label: '退回', options, required: true },
          value: options[0]?.value ?? ALL,
        } as const,
        {
          ...{ kind: 'input', name: 'reason', label: '原因（联络员会看到）', lines: 2, required: true },
          ...(reason === '' ? {} : { value: reason }),
        } as const,
      ],
      { text: '退回', style: 'danger', action: { do: 'review', progress: ids, verdict: 'returned' } },
    ),
  ])
}

/** What was decided; `settled` were reviewed or corrected by somebody before. */
export function reviewedCard(
  done: readonly Reviewable[],
  settled: readonly Reviewable[],
  {
    verdict,
    by,
    reason,
  }: { readonly verdict: 'confirmed' | 'returned'; readonly by: string; readonly reason: string | null },
): Message {
  const names = (list: readonly Reviewable[]): string => list.map((r) => taskName(r.task)).join('、')
  const unit = (done[0] ?? settled[0])?.progress.unit ?? ''
  const word = verdict === 'confirmed' ? '已确认' : '已退回'
  const blocks: Block[] = [
    ...(done.length === 0
      ? []
      : [text(`${unit} ${names(done)} ${word}${reason === null ? '。' : `，原因：${reason}`}`)]),
    ...settled.map(({ progress, task }) => text(settledWords(progress, task))),
    note(`${by}办理`),
    buttons({ text: '看其余待审核', action: { do: 'reviews' } }),
  ]
  const title = done.length === 0 ? '已有人处理' : `${word} ${done.length} 项`
  return say(title, blocks, { tone: done.length === 0 ? 'warn' : 'good' })
}

function settledWords(progress: Progress, task: TaskLabel): string {
  if (progress.supersededAt !== null) return `${taskName(task)} 单位已更正，请审最新的一条。`
  const word = progress.review === 'confirmed' ? '确认' : '退回'
  return `${taskName(task)} ${progress.reviewedBy ?? '同事'}已${word}，这次没有改动。`
}

/** To the liaison: what came back, and why. */
export function returnedCard(
  list: readonly Reviewable[],
  reason: string,
  period: Period,
  today: Day,
): Message {
  const [first] = list
  return say(
    `有${list.length}项被退回`,
    [
      ...list.map((r) => text(`**${taskTitle(r.task)}**　${statedWords(r.progress)}`)),
      text(`督查室退回原因：${reason}`),
      buttons({
        text: '修改后再报',
        style: 'primary',
        action: { do: 'fill', ...(first && list.length === 1 ? { task: first.task.originId } : {}) },
      }),
      note('也可以直接回一句话，例如“52项应为7条”。'),
    ],
    { subtitle: reportName(period, today), tone: 'warn' },
  )
}
