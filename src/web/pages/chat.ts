import { type Content, type Html, html } from '../html.ts'
import { BOT_NAME, type Changes } from '../talk.ts'
import { avatar, busyHtml, messageHtml, place, type ShownFor } from './chat-parts.ts'
import { page } from './layout.ts'
import { backLink, type Room, rail, type Standing } from './rail.ts'

export interface ChatPage extends Standing {
  readonly changes: Changes
  readonly view: ShownFor
  readonly starters: readonly string[]
  /** Files may be sent. */
  readonly files?: boolean
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
    styles: ['card.css', 'chat.css'],
    body,
    live: true,
    scripts: ['chat.js', 'card.js', ...(p.files ? ['attach.js'] : [])],
  })
}

function talk(p: ChatPage, room: Room): Html {
  return html`<header class="talk-head">
      ${backLink(p)}
      <div><h1>${room.name}</h1><small>${room.note}</small></div>
      <a class="as" href="/people" title="换一个身份">${avatar(p.person.name)}<span>${p.person.name}</span></a>
    </header>
    <div class="scroll" id="scroll">
      <div class="messages" id="messages">${p.changes.messages.map((m) => messageHtml(m, p.view))}</div>
      ${busyHtml(p.changes.busy)}
    </div>
    <div id="poll" hidden hx-get="/chat/updates" hx-trigger="every 1s, soon" hx-include="#who" hx-target="#messages" hx-swap="upsert" hx-sync="this:drop"></div>
    ${startersHtml(p, room)}
    ${composer(p, room)}`
}

/** First questions as chips; each is sent as if it had been typed. */
function startersHtml(p: ChatPage, room: Room): Content {
  if (p.starters.length === 0) return null
  const chips = p.starters.map(
    (q) => html`<button class="starter" type="submit" name="text" value="${q}">${q}</button>`,
  )
  return html`<form class="starters" id="starters" aria-label="可以这样问" method="post" action="/chat/messages"
    hx-post="/chat/messages" hx-target="#messages" hx-swap="upsert">
    <input type="hidden" name="as" value="${p.person.account}">
    <input type="hidden" name="in" value="${room.id}">
    <input type="hidden" name="since" value="${p.changes.revision}">
    <input type="hidden" name="news" value="${p.news.size}">
    <input type="hidden" name="mention" value="1">
    <span>可以这样问</span>${chips}
  </form>`
}

function composer(p: ChatPage, room: Room): Html {
  const chip: Content =
    room.type === 'group' &&
    html`<label class="chip" title="群里要@我，我才会回答"><input type="checkbox" name="mention" value="1" checked><span>@${BOT_NAME}</span></label>`
  const hint = room.type === 'group' ? '问任务、指标、时限…' : '直接问就行，不用@…'
  return html`<form class="composer" id="composer" method="post" action="/chat/messages" hx-post="/chat/messages"
    hx-target="#messages" hx-swap="upsert" hx-disable="#send">
    <div id="who" hidden>
      <input type="hidden" name="as" value="${p.person.account}">
      <input type="hidden" name="in" value="${room.id}">
      ${place(p.changes.revision, p.news)}
    </div>
    ${chip}${p.files ? CLIP : null}
    <textarea name="text" id="text" rows="1" placeholder="${hint}" aria-label="消息" enterkeyhint="send" required autofocus></textarea>
    <button class="btn btn-primary btn-medium" id="send" type="submit">发送</button>
  </form>`
}

/** Shown by its script alone: without it a file cannot be sent. */
const CLIP = html`<button class="clip" id="clip" type="button" title="发文件或图片" aria-label="发文件或图片" hidden>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L14.5 7"/></svg>
    </button><input id="file" type="file" multiple hidden>`

const CONFIRM = html`<dialog id="confirm" class="confirm">
  <p></p>
  <div class="ways"><button class="btn btn-default btn-medium" value="no">取消</button><button class="btn btn-primary btn-medium" value="yes">确定</button></div>
</dialog>`
