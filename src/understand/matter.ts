import { taggedWordsOf, wordsOf } from '../text/tokens.ts'
import { isAbout } from './document-names.ts'
import type { Intent } from './intents.ts'
import type { Lexicon } from './prepare.ts'
import { slotOf } from './resolve-documents.ts'
import type { Slots } from './slots.ts'

/** Kinds of asking that are about a document as a whole: its steps, its duties, its group. */
const OF_DOCUMENT: ReadonlySet<Intent | null> = new Set([
  'duty',
  'stage',
  'people',
  'office',
  'span',
  'meeting',
])

/** 低空的办理总结谁写, 楚商的信息谁汇总: a word of the matter stands for the document that is about it. */
export function narrowToMatter(slots: Slots, lexicon: Lexicon): Slots {
  if (slots.named || slots.units.length > 0 || !OF_DOCUMENT.has(slots.intent)) return slots
  const pool = lexicon.rows.documents.filter((d) => slots.documents?.ids.includes(d.id) ?? true)
  for (const word of new Set(slots.topics.flatMap((topic) => wordsOf(topic)))) {
    if (tellsNoMatter(word)) continue
    const about = word.length < 2 ? [] : pool.filter((d) => isAbout(d, word))
    if (about.length === 0 || about.length > 2 || about.length === pool.length) continue
    const topics = slots.topics.map((t) => t.replace(word, ' ').trim()).filter((t) => t !== '')
    return { ...slots, topics, named: true, documents: slotOf(about, word) }
  }
  return slots
}

/** A place's name and a verb (推进, 落实) stand in many titles and tell no matter. */
const tellsNoMatter = (word: string): boolean => {
  const [known, ...rest] = taggedWordsOf(word)
  return rest.length === 0 && /^(?:ns|v[dfi]?)$/.test(known?.tag ?? '')
}
