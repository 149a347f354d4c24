import * as cards from '../cards/register.ts'
import type { Action } from '../domain/action.ts'
import type { ActionEvent, MessageEvent, Reply, Sender } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import { isMobile } from '../domain/people-list.ts'
import { type Application, type Desk, OWN_ROLES } from '../domain/registration.ts'
import type { Send } from '../domain/send.ts'
import type { ActionResult, ChatDeps, Toast } from './deps.ts'
import { identify } from './identity.ts'

const { REGISTER_TOASTS: TOASTS } = cards
const WORDS = /^[/／]?(?:登记|注册|登记身份|我要登记|我要注册|身份登记|register)[。！!]?$/i

/** 登记, /register. */
export function isRegisterWords(text: string): boolean {
  return WORDS.test(text.trim())
}

/** Answers with the form; whoever is known is told so. */
export async function onRegisterWords(event: MessageEvent, deps: ChatDeps): Promise<void> {
  const viewer = await identify(event.sender, deps)
  const form = () =>
    event.chat.type === 'group' ? cards.registerInPrivate() : cards.registerForm(viewer.name)
  const known = viewer.personId !== null
  await deps.channel.reply(event, plain(known ? cards.registerKnown(viewer.name, viewer.unit) : form()))
}

/** The form was sent: stored once, and every supervisor asked. */
export async function onRegister(
  _: unknown,
  event: ActionEvent,
  { desk, now }: ChatDeps,
): Promise<ActionResult> {
  if (!desk) return refusal(TOASTS.off)
  const application = await read(event, desk)
  if (typeof application === 'string') return refusal(application)
  const supervisors = await desk.supervisors()
  if (supervisors.length === 0) return refusal(TOASTS.nobody)
  const id = await desk.apply(application, now())
  if (id === null) return refusal(TOASTS.open)
  const ask = cards.registerAsked(id, application)
  await desk.tell(
    supervisors.map((s) => sendTo(s, `register:${id}:${s.account}`, ask)),
    now(),
  )
  const toast: Toast = { type: 'success', text: TOASTS.sent }
  return { toast, update: plain(cards.registerReceived(application)), later: null }
}

/** 同意 or 不同意: the first word holds, the applicant hears it once. */
export async function onAdmit(
  { registration, verdict }: Extract<Action, { do: 'admit' }>,
  event: ActionEvent,
  deps: ChatDeps,
): Promise<ActionResult> {
  const { desk, now } = deps
  if (!desk) return refusal(TOASTS.off)
  const viewer = await identify(event.sender, deps)
  if (!viewer.roles.includes('supervisor')) return refusal(TOASTS.notAllowed)
  const decided = await desk.decide(registration, verdict, { personId: viewer.personId, at: now() })
  if (!decided) return refusal(TOASTS.gone)
  const { application, verdict: holds } = decided
  const applicant = { channel: application.channel, account: application.account, name: null }
  await desk.tell(
    [sendTo(applicant, `admitted:${registration}`, cards.registerResult(application, holds))],
    now(),
  )
  const by = holds === verdict ? viewer.name : ''
  return { toast: null, update: plain(cards.registerDecided(application, holds, by)), later: null }
}

/** Someone left the organisation: nobody speaks by the account any more, and the supervisors hear of it. */
export async function onLeft(sender: Pick<Sender, 'channel' | 'account'>, deps: ChatDeps): Promise<void> {
  const left = await deps.desk?.close(sender, deps.now())
  if (!left || !deps.desk) return
  const words = cards.personLeft(left)
  const supervisors = await deps.desk.supervisors()
  await deps.desk.tell(
    supervisors.map((s) => sendTo(s, `left:${sender.account}:${left.personId}:${s.account}`, words)),
    deps.now(),
  )
}

async function read({ form, sender }: ActionEvent, desk: Desk): Promise<Application | string> {
  const field = (name: string) => (form[name] ?? '').trim()
  const name = field('name').replace(/\s/g, '')
  const mobile = field('mobile').replace(/[\s-]/g, '')
  if (name === '' || name.length > 30) return TOASTS.name
  if (mobile !== '' && !isMobile(mobile)) return TOASTS.mobile
  const unit = field('unit') === '' ? null : await desk.unitNamed(field('unit'))
  if (unit === null) return TOASTS.unit
  const role = OWN_ROLES.find((r) => r === field('role')) ?? 'official'
  const { channel, account } = sender
  const title = field('title').slice(0, 50) || null
  return { channel, account, name, unitId: unit.id, unit: unit.name, title, mobile: mobile || null, role }
}

function sendTo(
  { channel, account }: Pick<Sender, 'channel' | 'account'>,
  key: string,
  message: Message,
): Send {
  return { key, to: { kind: 'person', channel, account }, reply: plain(message) }
}

function plain(message: Message): Reply {
  return { message, turn: null, page: 0 }
}

function refusal(text: string): ActionResult {
  const toast: Toast = { type: 'warning', text }
  return { toast, update: null, later: null }
}
