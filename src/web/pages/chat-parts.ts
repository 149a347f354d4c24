import { parseCard } from '../../cards/check-card.ts'
import type { Toast } from '../../chat/deps.ts'
import { renderCard } from '../card-html/render-card.ts'
import type { TalkMessage } from '../deps.ts'
import { type Content, type Html, html } from '../html.ts'
import { BOT_NAME } from '../talk.ts'

const COLOURS = 8

/** A round with the last two letters of a name, in a colour that stays the person's. */
export function avatar(name: string): Html {
  const sum = [...name].reduce((n, c) => n + (c.codePointAt(0) ?? 0), 0)
  return html`<span class="avatar hue-${sum % COLOURS}" aria-hidden="true">${[...name].slice(-2).join('')}</span>`
}

const BOT_AVATAR = html`<span class="avatar bot" aria-hidden="true"><img src="/favicon.svg" alt="" width="36" height="36"></span>`

export interface ShownFor {
  /** Account of who is looking. */
  readonly account: string
  readonly now: Date
  readonly find: (id: string) => TalkMessage | null
}

/** One message as it stands in the list; its element id is the message's, so a newer face replaces it. */
export function messageHtml(m: TalkMessage, view: ShownFor): Html {
  const own = m.author === view.account
  const bot = m.author === null
  const name = html`<b>${m.name}</b>${bot ? html`<span class="tag">机器人</span>` : null}`
  return html`<div class="message ${own ? 'own' : bot ? 'from-bot' : 'other'}" id="${m.id}">
    ${bot ? BOT_AVATAR : avatar(m.name)}
    <div class="message-main">
      <div class="message-meta">${own ? null : name}<time datetime="${m.at.toISOString()}">${timeOf(m.at, view.now)}</time></div>
      ${m.repliesTo === null ? null : quoteHtml(view.find(m.repliesTo))}
      ${bodyHtml(m)}
    </div>
  </div>`
}

function bodyHtml(m: TalkMessage): Html {
  if ('text' in m.body) return html`<div class="bubble">${mentions(m.body.text)}</div>`
  const card = parseCard(m.body.card)
  return card
    ? renderCard(card, { message: m.id })
    : html`<div class="bubble">这张卡片是旧版本做的，已无法显示。请再问一次。</div>`
}

function mentions(text: string): Content {
  const parts = text.split(`@${BOT_NAME}`)
  return parts.map((p, i) => (i === 0 ? html`${p}` : html`<span class="mention">@${BOT_NAME}</span>${p}`))
}

function quoteHtml(to: TalkMessage | null): Html | null {
  if (to === null) return null
  const card = 'card' in to.body ? parseCard(to.body.card) : null
  const words = 'text' in to.body ? to.body.text : `[卡片] ${card?.header.title.content ?? ''}`
  return html`<div class="reply-to"><span>回复 ${to.name}：${words}</span></div>`
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const DATE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** 09:30 today, 11月21日 09:30 before. */
export function timeOf(at: Date, now: Date): string {
  const [, month, day] = DATE.format(at).split('/')
  return DATE.format(at) === DATE.format(now) ? CLOCK.format(at) : `${month}月${day}日 ${CLOCK.format(at)}`
}

/** Carried back by every request: what the page has seen. */
export const place = (revision: number, news: ReadonlySet<string>, oob = false): Html =>
  html`<span id="place"${oob && html` hx-swap-oob="true"`}><input type="hidden" name="since" value="${revision}"><input type="hidden" name="news" value="${news.size}"></span>`

export const busyHtml = (busy: boolean, oob = false): Html =>
  html`<div id="busy" class="busy" aria-live="polite"${oob ? html` hx-swap-oob="true"` : null}>${busy ? html`<span class="dots"><i></i><i></i><i></i></span>督办助手正在查…` : null}</div>`

export const toastHtml = ({ type, text }: Toast): Html =>
  html`<div hx-swap-oob="beforeend:#toasts"><div class="toast toast-${type}" role="status">${text}</div></div>`
