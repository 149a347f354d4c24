import { z } from 'zod'
import type { ActionEvent } from '../../domain/chat.ts'
import { parseAction } from '../../domain/parse-action.ts'
import type { Normaliser } from './envelope.ts'

const TAP = z.looseObject({
  operator: z.looseObject({ open_id: z.string().min(1) }),
  action: z.looseObject({
    value: z.unknown(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.looseObject({ open_message_id: z.string().min(1), open_chat_id: z.string().min(1) }),
})

/**
 * card.action.trigger: a tap on a button or a sent form. The platform does not say what kind of chat it is: it counts
 * as a group, where less is said, until the receiver has looked it up.
 */
export const tap: Normaliser = ({ id, at, event }) => {
  const read = TAP.safeParse(event)
  if (!read.success) return { ignored: 'tap of unknown shape' }
  const { operator, action, context } = read.data
  const meant = parseAction(unwrapped(action.value))
  if (!meant) return { ignored: 'tap that is none of ours' }
  const tapped: ActionEvent = {
    kind: 'action',
    id,
    messageId: context.open_message_id,
    chat: { channel: 'feishu', id: context.open_chat_id, type: 'group', thread: null },
    sender: { channel: 'feishu', account: operator.open_id, name: null },
    action: meant,
    form: formOf(action.form_value ?? {}),
    at,
  }
  return { event: tapped }
}

/** Some clients hand the value back as JSON text. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/** Every field as text; a choice of several joined by a comma. */
function formOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const filled = Object.entries(fields).filter(([, value]) => value != null)
  return Object.fromEntries(
    filled.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}
