import { type Html, html } from '../html.ts'
import type { Changes } from '../talk.ts'
import { busyHtml, messageHtml, place, type ShownFor } from './chat-parts.ts'
import { backLink, roomList, type Standing } from './rail.ts'

/** What an open page takes in: new faces of messages, its new place in the talk, what else is new. */
export function changesHtml(changes: Changes, standing: Standing, view: ShownFor): Html {
  const { revision, busy, messages } = changes
  return html`${messages.map((m) => messageHtml(m, view))}
${place(revision, standing.news, true)}${busyHtml(busy, true)}${roomList(standing, true)}${backLink(standing, true)}`
}
