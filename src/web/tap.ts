import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ButtonElement, Card, Element, Form } from '../cards/card.ts'
import { parseCard } from '../cards/check-card.ts'
import { childrenOf } from '../cards/limits.ts'
import type { Toast } from '../chat/deps.ts'
import type { Action } from '../domain/action.ts'
import { AppError } from '../errors.ts'
import { FIELD_PREFIX } from './card-html/controls.ts'
import type { WebDeps, WebPerson } from './deps.ts'
import type { Room } from './pages/rail.ts'
import { chatOf, type Fields } from './visit.ts'

const FIELD_MAX = 4000

/**
 * A button or form of a card. Only what the card on show offers is done: a value that no button of it carries was
 * forged, or the card has changed since.
 */
export async function onTap(
  fields: Fields,
  { person, room }: { readonly person: WebPerson; readonly room: Room },
  deps: WebDeps,
): Promise<Toast | null> {
  const card = await cardTapped(fields.message ?? '', room, deps)
  const tapped = findTap(card.body.elements, parseValue(fields.value ?? ''))
  if (!tapped) return { type: 'warning', text: '卡片已更新，请在最新的卡片上操作。' }
  const messageId = fields.message ?? ''
  const result = await deps.flows.action({
    kind: 'action',
    id: randomUUID(),
    messageId,
    chat: chatOf(room),
    sender: { channel: 'web', account: person.account, name: person.name },
    action: tapped.action,
    form: tapped.form ? formFields(tapped.form, fields) : {},
    at: deps.now(),
  })
  if (result.update) await deps.talk.channel.update(messageId, result.update)
  if (result.later)
    void deps.talk
      .during(room.id, result.later)
      .catch((err: unknown) => deps.log.error({ err, messageId }, 'tap flow failed'))
  return result.toast
}

async function cardTapped(id: string, room: Room, deps: WebDeps): Promise<Card> {
  const message = await deps.talk.find(id)
  const card =
    message && message.chat === room.id && 'card' in message.body ? parseCard(message.body.card) : null
  if (!card) throw new AppError('not-found', '这张卡片不在了，请再问一次。')
  return card
}

function parseValue(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

interface Tap {
  readonly action: Action
  readonly form: Form | null
}

function findTap(elements: readonly Element[], value: unknown, form: Form | null = null): Tap | null {
  for (const element of elements) {
    if (element.tag === 'button') {
      const action = actionOf(element)
      if (action && isDeepStrictEqual(action, value)) return { action, form }
    }
    const inner = findTap(childrenOf(element), value, element.tag === 'form' ? element : form)
    if (inner) return inner
  }
  return null
}

function actionOf(button: ButtonElement): Action | null {
  const [behavior] = button.behaviors
  return behavior?.type === 'callback' ? behavior.value : null
}

/** The form's own fields, by their names on the card; others are left out, all are cut to a sane length. */
function formFields(form: Form, fields: Fields): Readonly<Record<string, string>> {
  const names = form.elements.flatMap((e) =>
    e.tag === 'input' || e.tag === 'select_static' || e.tag === 'date_picker' ? [e.name] : [],
  )
  return Object.fromEntries(
    names.map((n) => [n, (fields[FIELD_PREFIX + n] ?? '').trim().slice(0, FIELD_MAX)]),
  )
}
