import type { Block, Button, Message } from '../../domain/message.ts'
import { drop, go, type ShownOrder } from './order-buttons.ts'
import { buttons, note, say, text } from './say.ts'

/** What a press came to, or would come to. */
export interface PressResult {
  readonly asked: readonly { readonly unit: string; readonly person: string; readonly items: number }[]
  /** Spared, and why. */
  readonly spared: readonly { readonly unit: string; readonly reason: string }[]
}

/** Whom a press would ask, before anybody is. */
export function pressCard(draft: ShownOrder, { asked, spared }: PressResult, hint: string | null): Message {
  if (asked.length === 0) return spareCard(spared)
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

/** Nobody would be asked: nothing to confirm. */
export const spareCard = (spared: PressResult['spared']): Message =>
  spared.length === 0
    ? say('没有可催的', [text('都报了，没有欠报的。')])
    : say('这次不催', sparedBlocks(spared))

/** 加急 rings their telephones: it is asked once more. */
const pressButton = (draft: ShownOrder, units: number): Button =>
  draft.body.order.urgent
    ? go(draft, `加急催办这${units}家`, {
        style: 'danger',
        confirm: '加急会在对方手机上强提醒，确定要对这些单位加急吗？',
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
    const units = [...new Set(list.map((s) => s.unit))]
    return text(`这次不发（${reason}）：${unitsWords(units)}`)
  })

const unitsWords = (units: readonly string[]): string =>
  units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等${units.length}家` : units.join('、')

export function pressedCard({ asked, spared }: PressResult): Message {
  const blocks = [
    ...(asked.length === 0 ? [] : [text(`已发给${unitsWords(asked.map((a) => a.unit))}的联络员。`)]),
    ...sparedBlocks(spared),
  ]
  const title = asked.length === 0 ? '没有发出' : `已催办 ${asked.length} 家`
  return say(title, blocks, { tone: asked.length === 0 ? 'warn' : 'good' })
}
