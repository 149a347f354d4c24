import type { WebPerson } from '../deps.ts'
import { type Html, html } from '../html.ts'
import { BOT_NAME } from '../talk.ts'
import { avatar } from './chat-parts.ts'
import { type DayFace, dayBox } from './day.ts'
import { roleWord } from './people.ts'

/** A talk one can enter. */
export interface Room {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly type: 'group' | 'private'
}

/** Who is here, in which room (null: in the list), and which other rooms have something new. */
export interface Standing {
  readonly person: WebPerson
  readonly rooms: readonly Room[]
  readonly room: Room | null
  readonly news: ReadonlySet<string>
  /** null: time is real. */
  readonly day: DayFace | null
}

/** The side of the page: who one is, and the talks one can enter. A phone shows it as a page of its own. */
export function rail(s: Standing): Html {
  const { person } = s
  const does = `${person.roles.map(roleWord).join('、')}${person.unit ? ` · ${person.unit}` : ''}`
  return html`<aside class="rail">
    <a class="brand" href="/people">${ICON}<b>${BOT_NAME}</b></a>
    <a class="me" href="/people" title="换一个身份">
      ${avatar(person.name)}
      <span><b>${person.name}</b><small>${does}</small></span>
      <span class="switch">换身份</span>
    </a>
    <h2>会话</h2>
    ${roomList(s)}
    ${dayBox(s.day, { as: person.account, in: s.room?.id ?? '' })}
    <nav class="rail-foot"><a href="/documents">文件库</a></nav>
  </aside>`
}

const ICON = html`<img src="/favicon.svg" alt="" width="28" height="28">`

const MARK = html`<span class="unread" role="img" aria-label="有新消息"></span>`

export function roomList(s: Standing, oob = false): Html {
  const entries = s.rooms.map((r) => {
    const current = r.id === s.room?.id ? html` aria-current="page"` : null
    return html`<a class="room" href="${roomPath(s.person, r)}"${current}>
      ${picture(r)}<span><b>${r.name}</b><small>${r.note}</small></span>${s.news.has(r.id) && MARK}
    </a>`
  })
  return html`<nav class="rooms" id="rooms"${oob && html` hx-swap-oob="true"`}>${entries}</nav>`
}

const picture = (r: Room): Html =>
  r.type === 'group'
    ? html`<span class="avatar group" aria-hidden="true">群</span>`
    : html`<span class="avatar bot" aria-hidden="true"><img src="/favicon.svg" alt="" width="36" height="36"></span>`

const roomPath = (person: WebPerson, room: Room) =>
  `/?${new URLSearchParams({ as: person.account, in: room.id }).toString()}`

/** The way back to the list, on a phone. */
export function backLink({ person, news }: Standing, oob = false): Html {
  const list = new URLSearchParams({ as: person.account }).toString()
  return html`<a class="back" id="back" href="/?${list}" aria-label="回到会话列表"${oob && html` hx-swap-oob="true"`}>‹${news.size > 0 && MARK}</a>`
}
