import type * as C from '../../cards/card.ts'
import { type Html, html } from '../html.ts'
import { buttonHtml, fieldHtml, formHtml } from './controls.ts'
import { markdownHtml } from './markdown.ts'

/** Which message a card hangs on: taps say it. */
export interface CardPlace {
  readonly message: string
}

/** A card as a person sees it in the client. Pure: Card JSON → HTML; nothing in it is trusted. */
export function renderCard(card: C.Card, at: CardPlace): Html {
  const { title, subtitle, template } = card.header
  return html`<article class="card">
    <header class="card-head card-${template}">
      <h3>${title.content}</h3>
      ${subtitle ? html`<p>${subtitle.content}</p>` : null}
    </header>
    <div class="card-body">${card.body.elements.map((e) => elementHtml(e, at))}</div>
  </article>`
}

export function elementHtml(element: C.Element, at: CardPlace): Html {
  switch (element.tag) {
    case 'markdown':
      return markdownElement(element)
    case 'hr':
      return html`<hr>`
    case 'column_set':
      return columnSet(element, at)
    case 'table':
      return tableHtml(element)
    case 'chart':
      return html`<div class="card-chart ratio-${element.aspect_ratio.replace(':', '-')}" data-chart="${JSON.stringify(element.chart_spec)}" role="img" aria-label="图表"></div>`
    case 'form':
      return formHtml(element, at, (e) => elementHtml(e, at))
    case 'collapsible_panel':
      return html`<details class="card-fold"${element.expanded ? html` open` : null}>
        <summary>${element.header.title.content}</summary>
        <div class="card-body">${element.elements.map((e) => elementHtml(e, at))}</div>
      </details>`
    case 'button':
      return buttonHtml(element, at)
    case 'input':
    case 'select_static':
    case 'date_picker':
      return fieldHtml(element)
  }
}

function markdownElement({ content, text_size, text_align }: C.Markdown): Html {
  const look = `md size-${text_size ?? 'normal'} align-${text_align ?? 'left'}`
  return html`<div class="${look}">${markdownHtml(content)}</div>`
}

function columnSet(set: C.ColumnSet, at: CardPlace): Html {
  const columns = set.columns.map((c) => columnHtml(c, at))
  return html`<div class="columns flex-${set.flex_mode} ${shade(set.background_style)}">${columns}</div>`
}

function columnHtml(column: C.Column, at: CardPlace): Html {
  const width = column.width === 'auto' ? 'col-auto' : `col-${column.weight ?? 1}`
  const look = `column ${width} v-${column.vertical_align ?? 'top'} ${shade(column.background_style)}`
  return html`<div class="${look}">${column.elements.map((e) => elementHtml(e, at))}</div>`
}

const shade = (style: 'default' | 'grey' | undefined) => (style === 'grey' ? 'shaded' : 'clear')

function tableHtml(table: C.Table): Html {
  const heads = table.columns.map((c) => html`<th class="align-${c.horizontal_align}">${c.display_name}</th>`)
  const rows = table.rows.map(
    (r) =>
      html`<tr>${table.columns.map((c) => html`<td class="align-${c.horizontal_align}">${r[c.name] ?? ''}</td>`)}</tr>`,
  )
  return html`<div class="card-table" data-page-size="${table.page_size}">
    <div class="card-table-scroll"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
  </div>`
}
