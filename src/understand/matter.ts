import type { Query } from '../domain/query.ts'
import { taggedWordsOf, wordsOf } from '../text/tokens.ts'
import { ofDocument } from './intents.ts'
import { isAbout, plainTitle } from './names/documents.ts'
import { slotOf } from './names/resolve-documents.ts'
import type { Lexicon } from './prepare.ts'
import type { Slots } from './slots.ts'

/** 低空的办理总结谁写, 楚商的信息谁汇总: a word of the matter stands for the document that is about it. */
export function narrowToMatter(said: Slots, lexicon: Lexicon, last?: Query): Slots {
  const slots = withOneCharacter(said)
  const counted = slots.intent === 'count' && SECTIONS.test(slots.text) ? entitled(slots, lexicon) : null
  if (counted !== null) return counted
  // 那5G的呢, after who heads a group: the document of that matter.
  const asked = slots.intent ?? (last?.kind === 'people' || last?.kind === 'stage' ? last.kind : null)
  if (slots.named || slots.units.length > 0 || !ofDocument(asked)) return slots
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

/** 提到桥的任务: one character is a subject where it is asked for as a word. */
const ONE_CHARACTER =
  /(?:提(?:到|及|过)|写(?:到|了|过)|讲到|说到|涉及)(?:了|过)?(?:有)?(?<word>(?![它他这那谁哪啥几])\p{Script=Han})(?:字)?的(?=任务|事|[有几哪条项])/u

function withOneCharacter(slots: Slots): Slots {
  const word = ONE_CHARACTER.exec(slots.text)?.groups?.word
  return word === undefined || slots.topics.length > 0 || slots.units.length > 0
    ? slots
    : { ...slots, topics: [word] }
}

/** 农村公路提质攻坚一共几大行动: the one matter is the title of a document, whose parts are counted. */
const SECTIONS = /(?:几|多少)(?:大|个)(?:行动|工程|部分|方面|板块|块|举措)/

function entitled(slots: Slots, { rows }: Lexicon): Slots | null {
  const [topic, other] = slots.topics
  if (slots.named || slots.units.length > 0 || topic === undefined || other !== undefined || topic.length < 4)
    return null
  const called = rows.documents.filter((d) => plainTitle(d.title).toLowerCase().includes(topic))
  return called.length === 1 ? { ...slots, topics: [], named: true, documents: slotOf(called, topic) } : null
}

/** A place's name and a verb (推进, 落实) stand in many titles and tell no matter. */
const tellsNoMatter = (word: string): boolean => {
  // 责任事项: every plan hands out 责任.
  if (/^(?:责任|目标|任务)$/.test(word)) return true
  const [known, ...rest] = taggedWordsOf(word)
  return rest.length === 0 && /^(?:ns|v[dfi]?)$/.test(known?.tag ?? '')
}
