import type { Draft, OrderDraft } from '../../domain/draft.ts'
import type { Button } from '../../domain/message.ts'

/** An order as it is shown before it is carried out. */
export type ShownOrder = Draft<OrderDraft>

type Shown = Pick<Draft, 'id' | 'revision'>

export const drop = ({ id }: Pick<Shown, 'id'>): Button => ({
  text: '取消',
  action: { do: 'dropDraft', draft: id },
})

export const go = ({ id, revision }: Shown, words: string, more: Partial<Button> = {}): Button => ({
  text: words,
  style: 'primary',
  action: { do: 'confirmDraft', draft: id, revision },
  ...more,
})
