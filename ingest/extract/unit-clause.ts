import type { GroupDefinition, OtherName } from '../../src/domain/document.ts'
import type { UnitRole } from '../../src/domain/task.ts'
import { type Mapped, slice } from '../../src/text/mapped.ts'
import { isUnitRun, isUnitSentence } from './unit-like.ts'
import { type RoledMention, readUnitList } from './unit-list.ts'
import { TIME_ITEM } from './unit-pieces.ts'

/** （牵头单位：…；责任单位：…）, its own line 责任单位：…, or the prose （A牵头，B、C配合）. */
export interface UnitClause {
  /** Range in the paragraph, brackets included. */
  readonly from: number
  readonly to: number
  readonly units: readonly RoledMention[]
  readonly groups: readonly GroupDefinition[]
  readonly otherNames: readonly OtherName[]
  /** 完成时限：2026年6月 → its words. */
  readonly time: Mapped | null
  /** Words of the whole clause, for the rules it may state. */
  readonly text: string
}

type Speaks = UnitRole | 'person' | 'time'

const LABEL =
  /(?:(?:[市省区县]级|主要|总|第一|共同|具体|市|省|区|县)?(?:牵头|责任|配合|主办|协办|承办|协同|协助|参与|参加|参建|支持|落实|实施|主管|主责|完成|办结|组织|监管|指导|督导|督办|分管|包保|时间|时限|进度)(?:责任|负责|实施|落实|配合|参与|推进|完成|协同|协办|主办|承办|督办|节点|时间|时限|和|及|与|或|、|\/)*(?:单位|部门|主体|处室|科室|机构|领导|人|时限|时间|节点|要求|安排|目标)|时限|时间)(?:（[^）：]{1,12}）)?(?:：|为(?=[市省区县各州国]))/g

function speaksFor(label: string): Speaks {
  if (/时限|时间|节点|进度/.test(label)) return 'time'
  if (/(?:领导|人)(?:（[^）]*）)?：$/.test(label)) return 'person'
  if (/^(?:[市省区县]级?|共同)?(?:配合|协|参|支持)/.test(label)) return 'supporting'
  if (/牵头|主办|主责|主管|第一责任|总/.test(label)) return 'lead'
  return /^(?:指导|监管|督导|督办)/.test(label) ? 'supporting' : 'responsible'
}

/** Every unit clause of a paragraph, in order. */
export function findUnitClauses(p: Mapped): UnitClause[] {
  const found: UnitClause[] = []
  let at = 0
  for (const { open, close, end } of bracketsOf(p.text)) {
    if (open < at) continue
    const clause = readBracketed(p, { from: open, to: end, inner: slice(p, open + 1, close) })
    if (clause === null) continue
    found.push(clause)
    at = end
  }
  return [...found, ...bareClauses(p, found)].sort((a, b) => a.from - b.from)
}

/** （王某副市长负责；市商务局牵头…）: who in the government looks after it, before the units. */
const PERSON =
  /^[\u4e00-\u9fff]{2,3}(?:同志|(?:常务)?副?(?:[市省县区州]长|秘书长|书记|主任)|常委)(?:牵头|负责|分管|包保|督办)*[；，]/

interface Bracketed {
  readonly from: number
  readonly to: number
  readonly inner: Mapped
}

function readBracketed(p: Mapped, b: Bracketed): UnitClause | null {
  const first = b.inner.text.search(new RegExp(LABEL.source))
  if (first >= 0 && first <= 2) return readLabelled(b.inner, b.from, b.to)
  if (b.inner.text.length < 3) return null
  const person = PERSON.exec(b.inner.text)?.[0].length ?? 0
  if (person > 0) return readBracketed(p, { ...b, inner: slice(b.inner, person) })
  if (first > 2) return readMixed(b, first)
  const atEnd = /^[。；，]?$/.test(p.text.slice(b.to)) || /[。；！]$/.test(p.text.slice(0, b.from))
  if (!isUnitSentence(b.inner.text) && !(atEnd && isUnitRun(b.inner.text))) return null
  return prose(b.inner, b.from, b.to)
}

/** A牵头、B负责；完成时限：2026年12月: units in prose, then a label. */
function readMixed({ from, to, inner }: Bracketed, label: number): UnitClause | null {
  const spoken = slice(inner, 0, label)
  if (!isUnitSentence(spoken.text)) return null
  const [said, rest] = [prose(spoken, from, to), readLabelled(slice(inner, label), from, to)]
  return { ...rest, units: [...said.units, ...rest.units], time: rest.time ?? said.time, text: inner.text }
}

function prose(m: Mapped, from: number, to: number): UnitClause {
  return { from, to, ...readUnitList(m, { role: 'responsible' }), time: timeIn(m), text: m.text }
}

/** （市数据局牵头，2026年底前完成）: a time among the units. */
function timeIn(m: Mapped): Mapped | null {
  const found = [...m.text.matchAll(TIME_ITEM)][0]
  return found ? slice(m, found.index, found.index + found[0].length) : null
}

function readLabelled(m: Mapped, from: number, to: number): UnitClause {
  const labels = [...m.text.matchAll(LABEL)]
  const lists = labels.map((label, i) => {
    const content = slice(m, label.index + label[0].length, labels[i + 1]?.index ?? m.text.length)
    return { speaks: speaksFor(label[0]), content }
  })
  const read = lists.flatMap(({ speaks, content }) =>
    speaks === 'time' || speaks === 'person' ? [] : [readUnitList(content, { role: speaks })],
  )
  return {
    from,
    to,
    units: read.flatMap((r) => r.units),
    groups: read.flatMap((r) => r.groups),
    otherNames: read.flatMap((r) => r.otherNames),
    time: lists.find((l) => l.speaks === 'time')?.content ?? timeIn(m),
    text: m.text,
  }
}

/** Clauses without brackets: a label at a sentence's head, or a whole sentence of units and role verbs. */
function bareClauses(p: Mapped, taken: readonly UnitClause[]): UnitClause[] {
  const label = [...p.text.matchAll(LABEL)].find(
    (l) => (l.index === 0 || /[。；）\s]/.test(p.text[l.index - 1] ?? '')) && !inside(taken, l.index),
  )
  if (label) {
    const to = bareEnd(p.text, label.index)
    return [readLabelled(slice(p, label.index, to), label.index, to)]
  }
  if (taken.length > 0) return []
  const from = proseStart(p.text)
  return from === null ? [] : [prose(slice(p, from), from, p.text.length)]
}

/** Where the last sentence begins, if it is of units alone, or its end that is: 建成泵站3座，由市水务局牵头，各区配合。 */
function proseStart(text: string): number | null {
  const last = /(?:^|[。；])(?<sentence>[^。；]{4,160})[。；]?$/.exec(text)
  const sentence = last?.groups?.sentence ?? ''
  const from = text.lastIndexOf(sentence)
  if (!last || from < 0 || isOpen(text.slice(0, from))) return null
  if (isUnitSentence(sentence) || (from > 0 && isUnitRun(sentence))) return from
  const by = sentence.search(/(?<=.{4})，由(?=[^，]*(?:牵头|负责))/)
  return by >= 0 && isUnitSentence(sentence.slice(by + 1)) ? from + by : null
}

const inside = (clauses: readonly UnitClause[], at: number) => clauses.some((c) => at >= c.from && at < c.to)

/** To the end of the paragraph, or to a sentence that goes on about something else. */
function bareEnd(text: string, from: number): number {
  for (let at = text.indexOf('。', from); at >= 0; at = text.indexOf('。', at + 1)) {
    const rest = text.slice(at + 1)
    if (rest.length > 8 && rest.search(new RegExp(LABEL.source)) !== 0 && !/^(?:列|排|以下|首位)/.test(rest))
      return at + 1
  }
  return text.length
}

/** A bracket opened before is not closed yet. */
const isOpen = (text: string): boolean => text.lastIndexOf('（') > text.lastIndexOf('）')

interface Bracket {
  readonly open: number
  readonly close: number
  readonly end: number
}

/** Outermost brackets; one that is never closed runs to the end of the paragraph. */
function bracketsOf(text: string): Bracket[] {
  const out: Bracket[] = []
  let depth = 0
  let open = -1
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (/[（〔【[]/.test(c)) {
      if (depth === 0 || (depth === 1 && startsClause(text, i) && !startsClause(text, open))) {
        open = i
        depth = 0
      }
      depth++
    } else if (/[）〕】\]]/.test(c) && depth > 0) {
      depth--
      if (depth === 0) out.push({ open, close: i, end: i + 1 })
    }
  }
  if (depth > 0 && startsClause(text, open)) out.push(unclosed(text, open))
  return out
}

function startsClause(text: string, open: number): boolean {
  const at = text.slice(open + 1, open + 30).search(new RegExp(LABEL.source))
  return at >= 0 && at <= 2
}

const LONGEST_UNCLOSED = 2000

/** To the end of the paragraph; before that, to a sentence that goes on about something else. */
function unclosed(text: string, open: number): Bracket {
  const end = Math.min(bareEnd(text, open), open + LONGEST_UNCLOSED)
  return { open, close: end, end }
}
