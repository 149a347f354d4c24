import { z } from 'zod'
import type { Card, Element, Form } from './card.ts'
import { CARD } from './card-schema.ts'
import { childrenOf, PLATFORM, sizeOf } from './limits.ts'

/**
 * Everything the platform would refuse a card for, each as one English line naming the place; empty: it may be sent.
 * Takes any value: a stored card is checked before it is shown again.
 */
export function checkCard(value: unknown): readonly string[] {
  const read = CARD.safeParse(value)
  if (!read.success) return z.prettifyError(read.error).split('\n')
  const card = read.data
  return [...overLimits(card), ...misplaced(card.body.elements), ...formFaults(card.body.elements)]
}

/** The value as a card, when it is one and would be taken. */
export function parseCard(value: unknown): Card | null {
  return CARD.safeParse(value).data ?? null
}

function overLimits(card: Card): readonly string[] {
  const size = { ...sizeOf(card.body.elements), bytes: Buffer.byteLength(JSON.stringify(card)) }
  const over = (['bytes', 'elements', 'tables', 'depth'] as const).filter((k) => size[k] > PLATFORM[k])
  return over.map((k) => `${k}: ${size[k]}, allowed ${PLATFORM[k]}`)
}

/** Tables and forms stand at the root only; fields stand in forms only. */
function misplaced(root: readonly Element[]): readonly string[] {
  const nested = root.flatMap(descendants)
  const outside = root.filter((e) => e.tag !== 'form').flatMap((e) => [e, ...descendants(e)])
  return [
    ...nested.filter((e) => e.tag === 'table' || e.tag === 'form').map((e) => `${e.tag} not at the root`),
    ...outside.filter((e) => FIELDS.has(e.tag)).map((e) => `${e.tag} outside a form`),
  ]
}

const FIELDS: ReadonlySet<string> = new Set(['input', 'select_static', 'date_picker'])

const descendants = (e: Element): readonly Element[] =>
  childrenOf(e).flatMap((child) => [child, ...descendants(child)])

function formFaults(root: readonly Element[]): readonly string[] {
  const forms = root.filter((e) => e.tag === 'form')
  return [...repeated(forms.map((f) => f.name)).map((n) => `two forms named ${n}`), ...forms.flatMap(faults)]
}

function faults(form: Form): readonly string[] {
  const inside = descendants(form)
  const names = inside.flatMap((e) => ('name' in e && e.name !== undefined ? [e.name] : []))
  const sends = inside.some((e) => e.tag === 'button' && e.form_action_type === 'submit')
  const doubled = inside
    .filter((e) => e.tag === 'select_static')
    .flatMap((s) => repeated(s.options.map((o) => o.value)))
  return [
    ...(sends ? [] : [`form ${form.name} has no submit button`]),
    ...repeated(names).map((n) => `form ${form.name}: two elements named ${n}`),
    ...doubled.map((v) => `form ${form.name}: option ${v} twice`),
  ]
}

const repeated = (all: readonly string[]) => [...new Set(all.filter((x, i) => all.indexOf(x) !== i))]
