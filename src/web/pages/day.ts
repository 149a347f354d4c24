import { dayWords } from '../../cards/progress/naming.ts'
import type { Day } from '../../domain/span.ts'
import type { DayChoice } from '../deps.ts'
import { type Content, html } from '../html.ts'

export interface DayFace {
  readonly today: Day
  readonly choices: readonly DayChoice[]
}

/** The day of the sample city, with the days it may be moved on to; nothing where time is real. */
export function dayBox(face: DayFace | null, here: { readonly as: string; readonly in: string }): Content {
  if (face === null) return null
  const choices = face.choices.map(
    (c) =>
      html`<button class="btn btn-default btn-small" name="to" value="${c.to}" title="${dayWords(c.to, c.to)}">${c.text}</button>`,
  )
  return html`<form class="day" method="post" action="/day" aria-label="演示日期">
    <input type="hidden" name="as" value="${here.as}">
    <input type="hidden" name="in" value="${here.in}">
    <small>演示日期</small><b>${dayWords(face.today, face.today)}</b>
    <div>${choices}</div>
  </form>`
}
