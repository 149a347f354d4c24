import { createHash } from 'node:crypto'
import { TOASTS } from '../cards/talk.ts'
import { type Action, isReportAction, type ProgressAction, type ReportAction } from '../domain/action.ts'
import type { ActionEvent, MessageEvent, Reply } from '../domain/chat.ts'
import type { ActionResult, ChatDeps, Toast } from './deps.ts'
import { acceptQuestion, settleQuestion } from './message.ts'
import { onAdmit, onRegister } from './register.ts'
import type { StoredTurn } from './turns.ts'

type OwnAction = Exclude<Action, ProgressAction | ReportAction>

type Doer<K extends OwnAction['do']> = (
  action: Extract<OwnAction, { do: K }>,
  event: ActionEvent,
  deps: ChatDeps,
) => Promise<ActionResult>

const NOTHING: ActionResult = { toast: null, update: null, later: null }

/** One doer per kind of button. `open` and `download` are links: the client follows them, they never come here. */
const DOERS: { readonly [K in OwnAction['do']]: Doer<K> } = {
  ask: onAsk,
  page: onPage,
  rate: onRate,
  register: onRegister,
  admit: onAdmit,
  open: async () => NOTHING,
  download: async () => NOTHING,
}

/**
 * A tap on a button. Answers at once with a toast and the card's new face; `later` holds what takes longer. The same
 * tap twice does the thing once: a page is shown again, a rating is the same rating, a question is answered once per
 * card and person.
 */
export async function onAction(event: ActionEvent, deps: ChatDeps): Promise<ActionResult> {
  try {
    return await act(event.action, event, deps)
  } catch (error) {
    deps.log.error({ err: error, id: event.id, do: event.action.do }, 'tap failed')
    return toast('error', TOASTS.failed)
  }
}

async function act(action: Action, event: ActionEvent, deps: ChatDeps): Promise<ActionResult> {
  if (isOwn(action)) return actOwn(action, event, deps)
  if (isReportAction(action)) return deps.reports?.act(action, event, deps) ?? toast('warning', TOASTS.gone)
  return deps.progress?.act(action, event, deps) ?? toast('warning', TOASTS.gone)
}

const isOwn = (action: Action): action is OwnAction => action.do in DOERS

function actOwn<K extends OwnAction['do']>(
  action: Extract<OwnAction, { do: K }>,
  event: ActionEvent,
  deps: ChatDeps,
): Promise<ActionResult> {
  const doer = DOERS[action.do as K]
  return doer(action, event, deps)
}

async function onAsk(action: Extract<Action, { do: 'ask' }>, event: ActionEvent, deps: ChatDeps) {
  const key = tapKey(event, action.q)
  const question = { key, event: asked(event, action.q) }
  const accepted = await acceptQuestion(question, [key], deps)
  if (!accepted) return toast('info', TOASTS.asked)
  return { ...toast('info', TOASTS.asking), later: () => settleQuestion(accepted, deps) }
}

async function onPage(action: Extract<Action, { do: 'page' }>, event: ActionEvent, deps: ChatDeps) {
  const turn = await deps.turns.find(action.turn)
  if (!turn || !mayTurn(turn, event)) return toast('warning', TOASTS.gone)
  return { ...NOTHING, update: await faceOf(turn, action.page, event, deps) }
}

async function onRate(action: Extract<Action, { do: 'rate' }>, event: ActionEvent, deps: ChatDeps) {
  const turn = await deps.turns.find(action.turn)
  if (!turn || !mayTurn(turn, event)) return toast('warning', TOASTS.gone)
  const { account } = event.sender
  await deps.ratings.rate({ turn: turn.id, account, verdict: action.verdict, at: deps.now() })
  const said = action.verdict === 'useful' ? TOASTS.thanks : TOASTS.regret
  return { ...toast('success', said), update: await faceOf(turn, action.page ?? 0, event, deps) }
}

/** A page of the card as it stands now, with what people thought of it. */
async function faceOf(turn: StoredTurn, page: number, event: ActionEvent, deps: ChatDeps): Promise<Reply> {
  const { useful, useless } = await deps.ratings.tally(turn.id)
  const rated = useful + useless === 0 ? {} : { rated: { useful, useless } }
  return { message: messageFor(turn, event), turn: turn.id, page, ...rated }
}

/** The turn's number came back from outside: only those who saw the card may use it. */
function mayTurn(turn: StoredTurn, event: ActionEvent): boolean {
  const sameChat = turn.chat.channel === event.chat.channel && turn.chat.id === event.chat.id
  const own = turn.chat.channel === event.chat.channel && turn.account === event.sender.account
  return sameChat || own
}

/** Away from the group it was asked in, the card at hand is the one told to the asker alone. */
function messageFor(turn: StoredTurn, event: ActionEvent) {
  const away = turn.chat.id !== event.chat.id
  return (away ? turn.answer.privately : undefined) ?? turn.answer.message
}

function asked(event: ActionEvent, text: string): MessageEvent {
  const { id, messageId, chat, sender, at } = event
  const words = { text, mentioned: true, form: 'text', files: [] } as const
  return { kind: 'message', id, messageId, chat, sender, at, repliesTo: messageId, ...words }
}

function tapKey(event: ActionEvent, q: string): string {
  const what = createHash('sha256').update(q).digest('hex').slice(0, 16)
  return `tap:${event.messageId}:${event.sender.account}:${what}`
}

function toast(type: Toast['type'], text: string): ActionResult {
  return { ...NOTHING, toast: { type, text } }
}
