import type * as C from '../../cards/card.ts'
import { isLinkable } from '../../cards/markup.ts'
import { type Html, html } from '../html.ts'

/** Prefix of a card form's fields, apart from the page's own. */
export const FIELD_PREFIX = 'f.'

interface Place {
  readonly message: string
}

/** A tap posts the button's value; the server takes it only when the card on show holds such a button. */
export function buttonHtml(button: C.ButtonElement, at: Place): Html {
  const look = `btn btn-${button.type} btn-${button.size}`
  const [behavior] = button.behaviors
  if (behavior?.type === 'open_url') return linkButton(button, look, behavior.default_url)
  if (button.form_action_type === 'submit')
    return html`<button class="${look}" type="submit">${button.text.content}</button>`
  const values = JSON.stringify({ message: at.message, value: JSON.stringify(behavior?.value ?? null) })
  return html`<button class="${look}" type="button" hx-post="/chat/actions" hx-vals="${values}"
    hx-include="#who" hx-target="#messages" hx-swap="upsert" hx-disable="this"${confirmation(button)}>${button.text.content}</button>`
}

function linkButton(button: C.ButtonElement, look: string, url: string): Html {
  if (!isLinkable(url)) return html`<span class="${look} btn-off">${button.text.content}</span>`
  return html`<a class="${look}" href="${url}" target="_blank" rel="noopener noreferrer">${button.text.content}</a>`
}

const confirmation = (button: C.ButtonElement) =>
  button.confirm ? html` hx-confirm="${button.confirm.text.content}"` : null

export function formHtml(form: C.Form, at: Place, inner: (e: C.Element) => Html): Html {
  const submit = form.elements.find((e) => e.tag === 'button' && e.form_action_type === 'submit')
  if (submit?.tag !== 'button') return html`<div class="card-form">${form.elements.map(inner)}</div>`
  const [behavior] = submit.behaviors
  const value = behavior?.type === 'callback' ? JSON.stringify(behavior.value) : ''
  return html`<form class="card-form" hx-post="/chat/actions" hx-include="#who" hx-target="#messages" hx-swap="upsert"
    hx-disable="find button"${confirmation(submit)}>
    <input type="hidden" name="message" value="${at.message}">
    <input type="hidden" name="value" value="${value}">
    ${form.elements.map(inner)}
  </form>`
}

export function fieldHtml(field: C.Input | C.Select | C.DatePicker): Html {
  const name = `${FIELD_PREFIX}${field.name}`
  const required = field.required ? html` required` : null
  if (field.tag === 'select_static') return selectHtml(field, name, required)
  if (field.tag === 'date_picker')
    return html`<input class="field" type="date" name="${name}" value="${field.initial_date ?? ''}" aria-label="${field.placeholder.content}"${required}>`
  const star = field.required ? html` <span class="c-red">*</span>` : null
  return html`<label class="field-label"><span>${field.label.content}${star}</span>${inputHtml(field, name, required)}</label>`
}

function inputHtml(field: C.Input, name: string, required: Html | null): Html {
  const hint = field.placeholder?.content ?? ''
  const value = field.default_value ?? ''
  return field.input_type === 'multiline_text'
    ? html`<textarea class="field" name="${name}" rows="${field.rows ?? 3}" maxlength="${field.max_length}" placeholder="${hint}"${required}>
${value}</textarea>`
    : html`<input class="field" type="text" name="${name}" value="${value}" maxlength="${field.max_length}" placeholder="${hint}" autocomplete="off"${required}>`
}

function selectHtml(field: C.Select, name: string, required: Html | null): Html {
  const options = field.options.map((o) => {
    const chosen = o.value === field.initial_option ? html` selected` : null
    return html`<option value="${o.value}"${chosen}>${o.text.content}</option>`
  })
  return html`<select class="field" name="${name}" aria-label="${field.placeholder.content}"${required}>
    <option value="">${field.placeholder.content}</option>${options}
  </select>`
}
