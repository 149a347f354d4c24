import { type Request, type Response, Router } from 'express'
import { AppError } from '../errors.ts'
import type { WebDeps, WebPerson } from './deps.ts'
import { hearMessage, MOST_WORDS } from './hear.ts'
import { changesHtml } from './pages/changes.ts'
import { chatPage } from './pages/chat.ts'
import { toastHtml } from './pages/chat-parts.ts'
import { peoplePage } from './pages/people.ts'
import type { Room } from './pages/rail.ts'
import type { Changes } from './talk.ts'
import { onTap } from './tap.ts'
import { chatOf, fieldsOf, findVisit, getVisit, sinceOf, standingOf, type VisitOf, viewOf } from './visit.ts'

const COOKIE = 'duban_as'

export function chatRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/', (req, res) => showChat(req, res, deps))
  router.get('/people', (_, res) => showPeople(res, deps))
  router.get('/chat/updates', (req, res) => showUpdates(req, res, deps))
  router.post('/chat/messages', (req, res) => takeMessage(req, res, deps))
  router.post('/chat/actions', (req, res) => takeTap(req, res, deps))
  return router
}

async function showPeople(res: Response, deps: WebDeps): Promise<void> {
  res.send(peoplePage(await deps.people.list(), deps.groups[0]?.id ?? '').markup)
}

/** The address names the person, so that two windows can be two people; the cookie only remembers the last one. */
async function showChat(req: Request, res: Response, deps: WebDeps): Promise<void> {
  const query = fieldsOf(req.query)
  const visit = await findVisit(query.as ?? remembered(req), query.in ?? '', deps)
  if (!visit) return showPeople(res, deps)
  res.cookie(COOKIE, visit.person.account, { httpOnly: true, sameSite: 'strict', maxAge: 30 * 86_400_000 })
  const changes = visit.room ? await enter(visit.person, visit.room, deps) : NOTHING_SAID
  const standing = await standingOf(visit, changes, deps)
  const view = await viewOf(visit.person, changes, deps)
  const starters = await startersOf(visit.person, changes, deps)
  const files = deps.uploads !== undefined
  res.send(chatPage({ ...standing, changes, view, starters, files }).markup)
}

/** Offered until the person's first question in the chat. */
async function startersOf(person: WebPerson, changes: Changes, deps: WebDeps): Promise<readonly string[]> {
  const asked = changes.messages.some((m) => m.author === person.account)
  return asked || deps.starters === undefined ? [] : deps.starters(person.roles)
}

const NOTHING_SAID = { revision: 0, messages: [], busy: false } as const

function remembered(req: Request): string {
  const cookie = /(?:^|;\s*)duban_as=([^;]*)/.exec(req.get('cookie') ?? '')?.[1] ?? ''
  try {
    return decodeURIComponent(cookie)
  } catch {
    return ''
  }
}

/** An empty chat is greeted, as the platform tells the bot of being added or first opened. */
async function enter(person: WebPerson, room: Room, deps: WebDeps) {
  const { talk, flows, now } = deps
  const changes = await talk.since(room.id, 0)
  if (changes.messages.length > 0) return changes
  const sender = { channel: 'web', account: person.account, name: person.name } as const
  await flows.join({ kind: 'join', id: `join:${room.id}`, chat: chatOf(room), sender, at: now() })
  return talk.since(room.id, 0)
}

async function showUpdates(req: Request, res: Response, deps: WebDeps): Promise<void> {
  const fields = fieldsOf(req.query)
  const visit = await getVisit(fields, deps)
  const since = sinceOf(fields)
  const changes = await deps.talk.since(visit.room.id, since)
  const standing = await standingOf(visit, changes, deps)
  if (changes.revision === since && String(standing.news.size) === fields.news)
    return void res.status(204).end()
  res.send(changesHtml(changes, standing, await viewOf(visit.person, changes, deps)).markup)
}

async function takeMessage(req: Request, res: Response, deps: WebDeps): Promise<void> {
  const fields = fieldsOf(req.body)
  const visit = await getVisit(fields, deps)
  const text = (fields.text ?? '').trim()
  if (text === '') throw new AppError('bad-request', '请先写点什么再发送。')
  if (text.length > MOST_WORDS)
    throw new AppError('bad-request', `一次最多发送 ${MOST_WORDS} 个字，请分几次发。`)
  await hearMessage({ ...visit, text, mention: fields.mention === '1' }, deps)
  await answerLive(req, res, { ...visit, deps })
}

async function takeTap(req: Request, res: Response, deps: WebDeps): Promise<void> {
  const fields = fieldsOf(req.body)
  const visit = await getVisit(fields, deps)
  const toast = await onTap(fields, visit, deps)
  await answerLive(req, res, { ...visit, deps, more: toast ? toastHtml(toast).markup : '' })
}

interface Live {
  readonly deps: WebDeps
  readonly more?: string
}

/** A live page takes what changed; without script the browser is sent back to the page. */
async function answerLive(req: Request, res: Response, visit: VisitOf & Live): Promise<void> {
  const { person, room, deps, more = '' } = visit
  if (req.get('hx-request') !== 'true') {
    const to = new URLSearchParams({ as: person.account, in: room.id })
    return res.redirect(303, `/?${to.toString()}`)
  }
  const changes = await deps.talk.since(room.id, sinceOf(fieldsOf(req.body)))
  const standing = await standingOf(visit, changes, deps)
  res.send(changesHtml(changes, standing, await viewOf(person, changes, deps)).markup + more)
}
