import { findNames } from '../../text/names.ts'
import { fold, wordsOf } from '../../text/tokens.ts'
import type { LexiconDocument } from '../lexicon.ts'
import type { Marked } from '../marks.ts'
import { isEntitled, plainTitle } from '../names/documents.ts'
import type { Lexicon } from '../prepare.ts'
import { isDocumentsNumber, printedAs } from './document-numbers.ts'
import { reportsBeside } from './said-figures.ts'
import { unheardDocuments } from './unheard-documents.ts'

/** Words for a kind of document; a topic in front of one names a document by what it is about. */
const SORT =
  /(?:市?(?:政府)?工作报告|政府报告|(?<![作府查总通公告])报告(?=[里中]|写|说|第)|报告(?:任务|责任)?分解|(?:责任|任务)?分解方案|任务分解表?|(?:办理|工作|实施|行动)*方案|规划(?![师局院馆图]|布局|建设|布设|布点)|行动计划|实施意见|建议案|议案|文件|通知|那份|那个文(?!件)|(?<=[那这]个|的|5G|\p{Script=Han}{2})(?<![案号文]|成立|设立|组建|组成|建立|撤销|[两每哪各这那几]个|加入|进入)(?:领导小组|工作专班))/gu
const BEHIND = /^(?:的?(?:办理|工作|实施|行动)*方案|文件)?/
const GENERIC = new Set([
  '文件',
  '通知',
  '方案',
  '办理方案',
  '工作方案',
  '那份',
  '那个文',
  '领导小组',
  '工作专班',
  '实施方案',
  '行动方案',
])
const WORDLESS =
  /^(?:的|和|与|那个|那份|这个|这份|那|这|里|中|市|在|年|个|份|关于|今年|办理|工作|具体|各|有|把|按)$/

export function findDocuments(text: string, lexicon: Lexicon): Marked[] {
  const named = byName(text, lexicon)
  return [
    ...named,
    ...unheardDocuments(text, named, lexicon.rows.documents),
    ...reportsBeside(text, named, lexicon.rows.documents),
    ...bySubject(text, lexicon),
    ...byYear(text, lexicon),
    ...gazettes(text),
    ...all(text, lexicon),
  ]
}

function byName(text: string, lexicon: Lexicon): Marked[] {
  return findNames(text, lexicon.documents)
    .filter((found) => isDocumentsNumber(found, text))
    .map((found) => ({ ...found, values: printedAs(found, text) }))
    .filter((found) => found.values.length > 0)
    .map((found) => {
      const behind = BEHIND.exec(text.slice(found.end))?.[0] ?? ''
      const end = found.end + behind.length
      return documentMark({ ...found, end, text: text.slice(found.start, end) }, numbered(found))
    })
}

/** 41号: a document's own number comes before the number of a motion. */
function numbered(found: { readonly text: string; readonly values: readonly LexiconDocument[] }) {
  const own = found.values.filter((d) => d.number?.endsWith(`〕${found.text}`))
  return own.length > 0 ? own : found.values
}

/** 用地规划这块归谁: a plan among the tasks; the document of that sort names nobody. */
const isThing = (m: RegExpExecArray, text: string): boolean =>
  m[0] === '规划' &&
  /\p{Script=Han}{2}(?<![里的在和中])$/u.test(text.slice(0, m.index)) &&
  /^(?:这块|那块|这一块|编制|工作)?(?:该|要)?(?:归|由|找|谁|哪(?:个|家|几))/.test(
    text.slice(m.index + m[0].length),
  )

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

function documentMark(place: Place, documents: readonly LexiconDocument[], every = false): Marked {
  const { start, end, text } = place
  return { value: { kind: 'document', documents, every }, start, end, text, rule: `document: ${text}` }
}

/** 低空那个方案, 5G方案, 政府工作报告, 数字经济十四五规划: the words before the sort stand in a title or opening. */
function bySubject(text: string, lexicon: Lexicon): Marked[] {
  let from = 0
  const names = findNames(text, lexicon.units).map((name) => name.end)
  return [...text.matchAll(SORT)].flatMap((m) => {
    const end = m.index + m[0].length
    const reach = OWN.test(text.slice(0, m.index))
      ? null
      : longestSubject(text.slice(behindNames(names, from, m.index), m.index), m[0], lexicon)
    from = end
    if (reach === null || (reach.length === 0 && isThing(m, text))) return []
    const start = m.index - reach.length
    return [documentMark({ start, end, text: text.slice(start, end) }, reach.documents, reach.every)]
  })
}

/** 市通信管理局在20年方案里: half a unit's name is no subject. */
const behindNames = (names: readonly number[], from: number, to: number): number =>
  Math.max(from, ...names.filter((end) => end <= to))

/** 各区的具体方案, 本单位的方案: papers a document asks for, not documents that stand here. */
const OWN = /(?:具体|各自|各自的|本(?:单位|部门|区)的?)(?:工作|办理|实施)?$/

function longestSubject(before: string, sort: string, lexicon: Lexicon) {
  const near = /[^，,。？?！!；;、\s]{0,16}$/.exec(before)?.[0] ?? ''
  if (/\d号$/.test(near)) return null // 1号议案 is found by its name
  const words = wordsOf(near)
  // 平安城市建设在5G方案里归谁: what stands before 在 is the matter, not the document.
  for (let from = words.lastIndexOf('在') + 1; from <= words.length; from++) {
    const said = words.slice(from)
    const subject = said.filter((word) => !WORDLESS.test(word) && !lexicon.homes.includes(word))
    if (said.length > 0 && subject.length === 0) continue
    if (findNames(said.join(''), lexicon.units).length > 0) continue
    if (/^\p{Script=Han}$/u.test(said[0] ?? '')) continue
    if (subject.join('').length > 10 || /[各每哪几多少]/.test(said.at(-1) ?? '')) continue
    const documents = about(subject, sort, lexicon)
    if (documents.length > 0) return { length: said.join('').length, documents, every: subject.length === 0 }
  }
  return null
}

/** Documents whose title has all the words, else whose opening has; of a sort without words, those of that sort. */
function about(subject: readonly string[], sort: string, lexicon: Lexicon): readonly LexiconDocument[] {
  const documents = lexicon.rows.documents
  const ofSort: readonly LexiconDocument[] = GENERIC.has(sort)
    ? documents
    : documents.filter((d) => isOf(d, sort))
  if (subject.length === 0) return GENERIC.has(sort) ? [] : ofSort
  if (subject.every((word) => /^\d+$/.test(word))) return []
  const inTitle = ofSort.filter((d) => has(plainTitle(d.title), subject))
  if (inTitle.length > 0) return inTitle
  // The only plan there is needs no words to be told: 应用场景规划要几个 asks for a figure of it.
  const told = ofSort.filter((d) => subject.every((word) => isEntitled(d, word)))
  return ofSort.length === 1 ? told : mostAbout(subject, ofSort)
}

/** Openings that speak of the subject; one that mentions it in passing is not about it. */
function mostAbout(subject: readonly string[], documents: readonly LexiconDocument[]): LexiconDocument[] {
  const counted = documents.map((document) => {
    const opening = fold(document.about.replace(/[“”]/g, ''))
    return { document, times: Math.min(...subject.map((word) => opening.split(fold(word)).length - 1)) }
  })
  const most = Math.max(0, ...counted.map((c) => c.times))
  return counted.filter((c) => most > 0 && c.times * 2 > most).map((c) => c.document)
}

function isOf(document: LexiconDocument, sort: string): boolean {
  const title = plainTitle(document.title)
  if (/报告/.test(sort)) return /工作报告/.test(title)
  if (/分解/.test(sort)) return /分解/.test(title)
  if (sort === '议案') return /号议案/.test(title)
  return title.includes(sort)
}

const has = (text: string, words: readonly string[]): boolean =>
  words.every((word) => fold(text).includes(fold(word)))

/** 2022年方案, 2025年那份文件: whatever was issued in that year. */
function byYear(text: string, { rows }: Lexicon): Marked[] {
  const pattern =
    /(?:(?<other>20\d{2})年?(?:的)?[和与跟、])?(?<year>20\d{2})年(?:的|那个|那份|两份|两个)*(?:方案|文件|议案|规划)(?![一-龥]{0,2}(?:期|编))/g
  return [...text.matchAll(pattern)].flatMap((m) => {
    const years = [m.groups?.other, m.groups?.year].filter((year) => year !== undefined)
    const documents = rows.documents.filter((d) => years.some((year) => d.issuedOn?.startsWith(year)))
    const place = { start: m.index, end: m.index + m[0].length, text: m[0] }
    return documents.length === 0 ? [] : [documentMark(place, documents, true)]
  })
}

function gazettes(text: string): Marked[] {
  return [...text.matchAll(/(?:这|本|该|那)?(?:一)?(?:期|份|本)?(?:政府)?公报/g)].map((m) => ({
    value: { kind: 'gazette' },
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
    rule: 'gazette: 这期公报',
  }))
}

function all(text: string, lexicon: Lexicon): Marked[] {
  const pattern =
    /(?:所有|全部|各个?|这?[两二三四五六七八九几\d]+)(?:份|个)(?:文件|方案)(?:里|中|都)*|这[批些](?:文件?|方案)(?:里|中|都)*/g
  return [...text.matchAll(pattern)].flatMap((m) =>
    /(?<![这那])几[份个]|多少/.test(m[0])
      ? []
      : [
          documentMark(
            { start: m.index, end: m.index + m[0].length, text: m[0] },
            lexicon.rows.documents,
            true,
          ),
        ],
  )
}
