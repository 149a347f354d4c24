import type { Asked } from '../domain/chat.ts'
import type { Element } from './card.ts'
import * as e from './elements.ts'
import { clip, escapeMarkdown } from './markup.ts'

/** Ids of people as platforms write them; anything else is not put between brackets. */
const ACCOUNT = /^[\w-]{1,64}$/
const SHOWN = 40

/** Over an answer that does not quote its question: who asked, and what. */
export function askedElements(asked: Asked | undefined): readonly Element[] {
  if (!asked) return []
  const name = ACCOUNT.test(asked.account) ? `<at id=${asked.account}></at> ` : ''
  return [e.markdown(`${name}您问的“${escapeMarkdown(`x${clip(asked.text, SHOWN)}`).slice(1)}”：`)]
}

/** The same as the first line of a plain text; its own brackets must not become a mention of somebody else. */
export function askedLine(asked: Asked | undefined): string {
  if (!asked) return ''
  const name = ACCOUNT.test(asked.account) ? `<at user_id="${asked.account}"></at> ` : ''
  return `${name}您问的“${clip(asked.text, SHOWN).replace(/</g, '＜')}”：\n`
}
