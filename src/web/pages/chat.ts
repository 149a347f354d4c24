import type { WebPerson } from '../deps.ts'
import { type Content, type Html, html } from '../html.ts'
import { BOT_NAME, type Changes } from '../talk.ts'
import { avatar, busyHtml, messageHtml, type ShownFor, sinceInput } from './chat-parts.ts'
import { page } from './layout.ts'
import { roleWord } from './people.ts'

/** A talk one can enter. */
export interface Room {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly type: 'group' | 'private'
}

export interface ChatPage {
  readonly person: WebPerson
  readonly rooms: readonly Room[]
  /** null: none entered yet (a phone shows the list). */
  readonly room: Room | null
  readonly changes: Changes
  readonly view: ShownFor
}

export function chatPage(p: ChatPage): Html {
  const body = html`<div class="app ${p.room ? 'in-room' : 'in-list'}">
    ${rail(p)}
    <main class="talk">${p.room ? talk(p, p.room) : html`<p class="empty">从左边选一个会话。</p>`}</main>
  </div>
  <div id="toasts" class="toasts" aria-live="polite"></div>
  ${CONFIRM}`
  return page({
    title: p.room?.name ?? '会话',
    look: 'chat',
    body,
    live: true,
    scripts: ['chat.js', 'card.js'],
  })
}

function rail({ person, rooms, room }: ChatPage): Html {
  const link = (
    r: Room,
  ) => html`<a class="room" href="${roomPath(person, r)}"${r.id === room?.id ? html` aria-current="page"` : null}>
    ${r.type === 'group' ? html`<span class="avatar group" aria-hidden="true">群</span>` : html`<span class="avatar bot" aria-hidden="true"><img src="/favicon.svg" alt="" width="36" height="36"></span>`}
    <span><b>${r.name}</b><small>${r.note}</small></span>
  </a>`
  return html`<aside class="rail">
    <a class="brand" href="/people"><img src="/favicon.svg" alt="" width="28" height="28"><b>${BOT_NAME}</b></a>
    <a class="me" href="/people" title="换一个身份">
      ${avatar(person.name)}
      <span><b>${person.name}</b><small>${person.roles.map(roleWord).join('、')}${person.unit ? ` · ${person.unit}` : ''}</small></span>
      <span class="switch">换身份</span>
    </a>
    <h2>会话</h2>
    <nav class="rooms">${rooms.map(link)}</nav>
    <nav class="rail-foot"><a href="/documents">文件库</a></nav>
  </aside>`
}

const roomPath = (person: WebPerson, room: Room) =>
  `/?${new URLSearchParams({ as: person.account, in: room.id }).toString()}`

function talk(p: ChatPage, room: Room): Html {
  const list = new URLSearchParams({ as: p.person.account }).toString()
  return html`<header class="talk-head">
      <a class="back" href="/?${list}" aria-label="回到会话列表">‹</a>
      <div><h1>${room.name}</h1><small>${room.note}</small></div>
      <a class="as" href="/people" title="换一个身份">${avatar(p.person.name)}<span>${p.person.name}</span></a>
    </header>
    <div class="scroll" id="scroll">
      <div class="messages" id="messages">${p.changes.messages.map((m) => messageHtml(m, p.view))}</div>
      ${busyHtml(p.changes.busy)}
    </div>
    <div id="poll" hidden hx-get="/chat/updates" hx-trigger="every 1s, soon" hx-include="#who" hx-target="#messages" hx-swap="upsert" hx-sync="this:drop"></div>
    ${composer(p, room)}`
}

function composer(p: ChatPage, room: Room): Html {
  const chip: Content =
    room.type === 'group' &&
    html`<label class="chip" title="群里要@我，我才会回答"><input type="checkbox" name="mention" value="1" checked><span>@${BOT_NAME}</span></label>`
  const hint =
    room.type === 'group' ? '问任务、指标、时限、责任单位…' : '直接说就行，例如“我们单位牵头哪些任务”'
  return html`<form class="composer" id="composer" method="post" action="/chat/messages" hx-post="/chat/messages"
    hx-target="#messages" hx-swap="upsert" hx-disable="#send">
    <div id="who" hidden>
      <input type="hidden" name="as" value="${p.person.account}">
      <input type="hidden" name="in" value="${room.id}">
      ${sinceInput(p.changes.revision)}
    </div>
    ${chip}
    <textarea name="text" id="text" rows="1" maxlength="2000" placeholder="${hint}" aria-label="消息" enterkeyhint="send" required autofocus></textarea>
    <button class="btn btn-primary btn-medium" id="send" type="submit">发送</button>
  </form>`
}

const CONFIRM = html`<dialog id="confirm" class="confirm">
  <p></p>
  <div class="ways"><button class="btn btn-default btn-medium" value="no">取消</button><button class="btn btn-primary btn-medium" value="yes">确定</button></div>
</dialog>`
