import type { OwingFacts } from '../../answer/progress-facts.ts'
import type { Block, Button, Row } from '../../domain/message.ts'
import { periodName } from '../../domain/period.ts'
import type { Day } from '../../domain/span.ts'
import type { OpenPeriod, UnitOwing } from '../../domain/standing.ts'
import { shortDay } from '../../report/words.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { PAGE } from './rows.ts'

const KINDS: Readonly<Record<UnitOwing['kind'], string>> = {
  progress: '',
  handlingPlan: '办理方案',
  contacts: '督办人员名单',
}

/** 10月报送：60家应报，已报47，逾期4. Who owes is told by how long; nobody's speed is ranked. */
export function owingPart(facts: OwingFacts, today: Day): Part {
  const { owing, asks, asked } = facts
  const open = owing.filter(({ state }) => state === 'open').sort((a, b) => b.daysLate - a.daysLate)
  const late = open.filter(({ daysLate }) => daysLate > 0)
  const title = `${facts.overseen ? '您分管的单位 · ' : ''}${periodName(facts.period)}报送`
  if (owing.length === 0) return { title, blocks: [text(`${asked.unit ?? ''}这一期没有要报送的任务。`)] }
  const done = owing.length - open.length
  const partly = open.filter(({ reported }) => reported > 0)
  return {
    title: owing.length === 1 ? `${owing[0]?.unit} · ${title}` : `${title} · 应报${owing.length}家`,
    subtitle: `截至${shortDay(today, today)}`,
    blocks: [
      ...(owing.length === 1
        ? owing
            .filter(({ state }) => state !== 'open')
            .map((one) => text(`${one.unit}已报，共${one.tasks}项。`))
        : [
            text(
              `已报**${done}家**，未报**${open.length}家**${partly.length === 0 ? '' : `（部分报送${partly.length}家）`}${late.length === 0 ? '' : `，其中逾期**${late.length}家**`}。`,
            ),
          ]),
      ...(asks === null || asks.sent + asks.merged + asks.avoided === 0 ? [] : [note(asks)]),
      ...facts.others.map((other) => otherNote(other, today)),
      ...(open.length === 0 ? [] : [rows(open, facts, today)]),
    ],
  }
}

const rows = (open: readonly UnitOwing[], { presses }: OwingFacts, today: Day): Block => ({
  kind: 'rows',
  pageSize: PAGE,
  rows: open.map((one): Row => {
    const parts = [
      `${KINDS[one.kind]}未报${one.tasks - one.reported}项${one.reported > 0 ? `，已报${one.reported}项` : ''}`,
      `${shortDay(one.dueOn, today)}到期`,
      one.daysLate > 0 ? `逾期${one.daysLate}天` : '',
      presses && one.asked > 0 ? `已提醒${one.asked}次` : '',
    ]
    const light = one.daysLate > 0 ? 'red' : 'none'
    return { lead: one.unit, text: parts.filter((part) => part !== '').join('，'), light }
  }),
})

const note = ({ sent, merged, avoided }: NonNullable<OwingFacts['asks']>): Block => ({
  kind: 'note',
  text: `本期共提醒${sent}次，合并${merged}次，因已有数据少问${avoided}次。`,
})

/** 另有2026年报送18家未报，12月10日到期。 */
const otherNote = ({ period, units, dueOn }: OpenPeriod, today: Day): Block => ({
  kind: 'note',
  text: `另有${periodName(period)}报送${units}家未报，${shortDay(dueOn, today)}到期。`,
})

/** [一键催办这4家] [看明细] and the other periods, on every page of the list. */
export function pressOffers({ owing, presses, others }: OwingFacts): readonly Button[] {
  if (!presses) return []
  const late = owing.filter(({ state, daysLate }) => state === 'open' && daysLate > 0)
  const requests = late.map(({ requestId }) => requestId).slice(0, MOST_PRESSED)
  const words = late.length === 1 ? `催办${late[0]?.unit}` : `一键催办这${late.length}家`
  const press: readonly Button[] = [
    { text: words, style: 'primary', action: { do: 'press', requests } },
    ...(late.length > 1 && late.length <= MOST_SINGLE ? late.map(pressOne) : []),
    { text: '看明细', action: { do: 'ask', q: '未报送的任务有哪些' } },
  ]
  return [
    ...(late.length === 0 ? [] : press),
    ...others.filter(askable).slice(0, MOST_OTHERS).map(otherButton),
  ]
}

const MOST_OTHERS = 3
/** So many late units have a button each. */
const MOST_SINGLE = 4
/** What a button can carry. */
const MOST_PRESSED = 200

const pressOne = ({ unit, requestId }: UnitOwing): Button => ({
  text: `催办${unit}`,
  action: { do: 'press', requests: [requestId] },
})

/** 2026年还有谁没报 is heard of the documents of the year. */
const askable = ({ period }: OpenPeriod): boolean => period.length > 4

const otherButton = ({ period }: OpenPeriod): Button => ({
  text: `看${periodName(period)}报送`,
  action: { do: 'ask', q: `${periodName(period)}还有谁没报` },
})
