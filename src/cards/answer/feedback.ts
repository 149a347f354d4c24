import type { Facts } from '../../answer/facts.ts'
import type { FeedbackRow } from '../../answer/ledger.ts'
import type { FeedbackAbout } from '../../domain/query.ts'
import { dayName } from '../../text/calendar.ts'
import type { Part } from './blocks.ts'
import { PAGE } from './rows.ts'

const TITLES: Readonly<Record<FeedbackAbout, string>> = {
  unanswered: '没答上来的问题',
  useless: '差评的问题',
}

const NOTHING: Readonly<Record<FeedbackAbout, string>> = {
  unanswered: '目前没有答不上来的问题。',
  useless: '目前没有收到“没用”的评价。',
}

const TIMES: Readonly<Record<FeedbackAbout, (row: FeedbackRow) => string>> = {
  unanswered: (row) => `问过${row.times}次`,
  useless: (row) => `${row.times}人评“没用”，当时答的是“${row.answered}”`,
}

/** Each question in its own words, with how often and when: what to add to the documents or to mend. */
export function feedbackPart({ about, rows }: Extract<Facts, { kind: 'feedback' }>): Part {
  const title = `${TITLES[about]} · ${rows.length}个`
  if (rows.length === 0) return { title: TITLES[about], blocks: [{ kind: 'text', text: NOTHING[about] }] }
  const list = rows.map((row) => ({
    lead: shorten(row.text),
    text: TIMES[about](row),
    small: [row.asker, `最近一次 ${dayName(row.lastOn)}`].filter((part) => part !== null).join(' · '),
  }))
  return { title, blocks: [{ kind: 'rows', rows: list, pageSize: PAGE }] }
}

const shorten = (words: string): string => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
