import type { DutyChange } from '../../domain/duty-change.ts'
import type { Block, Button, Message, Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { ListedDuty } from '../../remind/list-duties.ts'
import { dutyStateWords } from '../remind/wording.ts'
import { DUTY_VERBS, dutyDateWords, dutyName } from './duty-words.ts'
import { dayWords } from './naming.ts'
import { buttons, note, say, text } from './say.ts'

type Change = DutyChange['change']

/** Four buttons each: a telephone's screen holds no more. */
const LISTED = 5

/** Duties with what can be done about each. */
export function dutyListCard(
  all: readonly ListedDuty[],
  page: number,
  today: Day,
  head: string | null = null,
): Message {
  const pages = Math.max(1, Math.ceil(all.length / LISTED))
  const at = Math.min(page, pages - 1)
  const own = all.toSorted(byNext).slice(at * LISTED, (at + 1) * LISTED)
  const to = (words: string, n: number): Button => ({ text: words, action: { do: 'duties', page: n } })
  return say(`报送要求 · ${all.length}条`, [
    ...(head === null ? [] : [text(head)]),
    ...(all.length === 0 ? [text('还没有读到报送要求，可以新增。')] : []),
    ...own.flatMap((one, i) => listed(one, at * LISTED + i + 1, today)),
    ...(pages > 1 ? [note(`共${all.length}条，第${at + 1}/${pages}页`)] : []),
    buttons(...(at > 0 ? [to('上一页', at - 1)] : []), ...(at < pages - 1 ? [to('下一页', at + 1)] : []), {
      text: '新增报送要求',
      action: { do: 'addDuty' },
    }),
  ])
}

/** What falls due soonest in front, what is stopped next, what is over last. */
const byNext = (a: ListedDuty, b: ListedDuty): number =>
  rankOf(a) - rankOf(b) || (a.next ?? '').localeCompare(b.next ?? '')

const rankOf = ({ next, state }: ListedDuty): number => {
  if (state === 'active' && next !== null) return 0
  return state === 'off' ? 1 : state === 'active' ? 3 : 2
}

function listed({ duty, next, date, state }: ListedDuty, n: number, today: Day): Block[] {
  const row: Row = {
    lead: dutyName(duty),
    text: dutyDateWords(date, today),
    small: [
      ...(state === 'active' && next !== null ? [`下次 ${dayWords(next, today)}`] : []),
      dutyStateWords(state, next !== null),
    ].join('，'),
  }
  const act = (change: 'moved' | 'paused' | 'resumed' | 'ended'): Button => ({
    text: DUTY_VERBS[change],
    action: { do: 'duty', duty: duty.key, change },
  })
  const ways = state === 'off' ? [act('resumed')] : [act('moved'), act('paused'), act('ended')]
  return [{ kind: 'rows', rows: [row], pageSize: LISTED, first: n }, buttons(...ways)]
}

/** Several duties fit what was said: one is chosen, then shown back. `when`: the words of the new date. */
export function whichDuty(
  list: readonly ListedDuty[],
  { change, when }: { readonly change: Change; readonly when: string | null },
  today: Day,
): Message {
  const verb = change === 'added' || change === 'shifted' ? 'moved' : change
  const date = when === null ? {} : { when: when.slice(-60) }
  return say(`${DUTY_VERBS[change]}哪一条？`, [
    text('有几条报送要求都对得上，请选一条，选好再核对一遍。'),
    ...list.slice(0, 12).flatMap((one): Block[] => [
      {
        kind: 'rows',
        rows: [{ lead: dutyName(one.duty), text: dutyDateWords(one.date, today) }],
        pageSize: 12,
      },
      buttons({ text: DUTY_VERBS[verb], action: { do: 'duty', duty: one.duty.key, change: verb, ...date } }),
    ]),
    ...(list.length > 12 ? [note(`另有${list.length - 12}条，请把文件名说全。`)] : []),
  ])
}
