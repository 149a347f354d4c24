import type { Block, Button, Message } from '../../domain/message.ts'
import type { PressResult } from '../../domain/press-result.ts'
import { drop, go, type ShownOrder } from './order-buttons.ts'
import { buttons, note, say, text } from './say.ts'

/** Whom a press would ask, before anybody is. */
export function pressCard(draft: ShownOrder, { asked, spared }: PressResult, hint: string | null): Message {
  const rung = draft.body.order.urgent ? spared.filter((s) => s.reminded) : []
  if (asked.length + rung.length === 0) return spareCard(spared, draft.body.requests)
  if (asked.length === 0) return ringCard(draft, rung)
  const items = asked.reduce((sum, a) => sum + a.items, 0)
  const people = new Set(asked.map((a) => a.person)).size
  return say(`将催办 ${asked.length} 家（还没有发）`, [
    ...(hint === null ? [] : [text(hint)]),
    ...askedBlocks(asked),
    note(`共 ${items} 项，合并成 ${people} 张卡片，一人一张。`),
    ...sparedBlocks(spared),
    buttons(pressButton(draft, asked.length), drop(draft)),
  ])
}

/** 加急 where everybody had a card today: that card is marked, no other is sent. */
const ringCard = (draft: ShownOrder, rung: PressResult['spared']): Message =>
  say(`将加急催办 ${unitsOf(rung).length} 家（还没有发）`, [
    text(`今天已经提醒过，不再发新卡片，只把今天的提醒标为加急：${unitsWords(unitsOf(rung))}`),
    buttons(pressButton(draft, unitsOf(rung).length), drop(draft)),
  ])

/** Nobody would be asked: nothing to confirm, but what may be done instead. */
export const spareCard = (spared: PressResult['spared'], requests: readonly number[] = []): Message =>
  spared.length === 0
    ? say('没有可催的', [text('都报了，没有欠报的。')])
    : say('这次不催', [...sparedBlocks(spared), ...insteadBlocks(spared, requests)])

const RING_SURE = '加急会在对方手机上强提醒，确定要对这些单位加急吗？'

/** Whoever had a card today can still be rung; the list of those who owe stays at hand. */
function insteadBlocks(spared: PressResult['spared'], requests: readonly number[]): Block[] {
  const reminded = unitsOf(spared.filter((s) => s.reminded)).length
  const ring: Button = {
    text: `加急催办这${reminded}家`,
    style: 'danger',
    confirm: RING_SURE,
    action: { do: 'press', requests, urgent: true },
  }
  const list: Button = { text: '还有谁没报', action: { do: 'ask', q: '还有谁没报' } }
  return [buttons(...(reminded > 0 && requests.length > 0 ? [ring] : []), list)]
}

/** 加急 rings their telephones: it is asked once more. */
const pressButton = (draft: ShownOrder, units: number): Button =>
  draft.body.order.urgent
    ? go(draft, `加急催办这${units}家`, {
        style: 'danger',
        confirm: RING_SURE,
      })
    : go(draft, `催办这${units}家`)

const NAMED = 8

function askedBlocks(asked: PressResult['asked']): Block[] {
  const rows = asked.map((a) => ({ lead: a.unit, text: `${a.items}项`, small: `发给 ${a.person}` }))
  const rest = rows.slice(NAMED)
  return [
    { kind: 'rows', rows: rows.slice(0, NAMED), pageSize: NAMED },
    ...(rest.length === 0
      ? []
      : [
          {
            kind: 'fold',
            title: `其余${rest.length}家`,
            blocks: [{ kind: 'rows', rows: rest, pageSize: rest.length }],
          } as const,
        ]),
  ]
}

/** One line a reason, each unit once. */
const sparedBlocks = (spared: PressResult['spared']): Block[] =>
  [...Map.groupBy(spared, (s) => s.reason)].map(([reason, list]) => {
    return text(`这次不发（${reason}）：${unitsWords(unitsOf(list))}`)
  })

const unitsOf = (list: readonly { readonly unit: string }[]): string[] => [
  ...new Set(list.map((s) => s.unit)),
]

const unitsWords = (units: readonly string[]): string =>
  units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等${units.length}家` : units.join('、')

/** What was pressed: the requests, and whether 加急. */
export interface Pressed {
  readonly requests: readonly number[]
  readonly urgent: boolean
}

export function pressedCard({ asked, spared }: PressResult, { requests, urgent }: Pressed): Message {
  const rung = urgent ? spared.filter((s) => s.reminded) : []
  const left = spared.filter((s) => !rung.includes(s))
  const done = new Set([...asked, ...rung].map((a) => a.unit)).size
  const blocks = [
    ...(asked.length === 0 ? [] : [text(`已发给${unitsWords(unitsOf(asked))}的联络员。`)]),
    ...(rung.length === 0 ? [] : [text(`今天的提醒卡片已标为加急：${unitsWords(unitsOf(rung))}。`)]),
    ...sparedBlocks(left),
    ...(done === 0 ? insteadBlocks(left, requests) : []),
  ]
  const title = done === 0 ? '没有发出' : `${urgent ? '已加急催办' : '已催办'} ${done} 家`
  return say(title, blocks, { tone: done === 0 ? 'warn' : 'good' })
}
