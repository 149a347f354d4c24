import type { DocumentSlot } from '../../domain/task-filter.ts'
import type { LexiconDocument } from '../lexicon.ts'
import { type Marked, marksOf } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'
import { assumed } from '../wording.ts'
import { documentLabel, documentYears, yearOf } from './documents.ts'

export interface ResolvedDocuments {
  readonly slot: DocumentSlot | null
  readonly named: boolean
  /** The years meant, once 今年 has been settled. */
  readonly years: readonly number[]
  readonly assumptions: readonly string[]
}

interface Asked {
  readonly marks: readonly Marked[]
  readonly years: readonly number[]
  /** The year was said from today (今年): when nothing is that new, the newest is meant. */
  readonly relative: boolean
}

/** Named documents, the newest of those that share a name; else those of the year; else none named. */
export function resolveDocuments(asked: Asked, lexicon: Lexicon): ResolvedDocuments {
  const marks = asked.marks.filter((m) => m.value.kind === 'document')
  if (marks.length > 0) return named(asked, marks)
  if (asked.years.length === 0) return { slot: null, named: false, years: [], assumptions: [] }
  return ofYears(asked, lexicon)
}

function named(asked: Asked, marks: readonly Marked[]): ResolvedDocuments {
  const chosen = marks.map((mark) => (isOfAnotherYear(mark, asked) ? NO_DOCUMENT : choose(mark, asked.years)))
  const documents = [...new Set(chosen.flatMap((c) => c.documents))]
  return {
    slot: slotOf(documents, marks.map((m) => m.text).join('、')),
    named: true,
    // 今年 beside a document of another year says no more than the document does.
    years: asked.relative && !documents.every((d) => speaksForAny(d, asked.years)) ? [] : asked.years,
    assumptions: chosen.flatMap((c) => c.assumptions),
  }
}

const NO_DOCUMENT = { documents: [], assumptions: [] }

/** 2023年政府工作报告: a year right before a document's name is a part of it. 今年 and 2024年 beside 39号 are not. */
function isOfAnotherYear(mark: Marked, { marks, relative }: Asked): boolean {
  const [value] = marksOf([mark], 'document')
  if (relative || value === undefined || value.documents.length === 0 || /^\d+号文?/.test(mark.text))
    return false
  const year = marks.find((m) => m.value.kind === 'date' && m.end <= mark.start && mark.start - m.end <= 1)
  const said = /^20\d{2}(?=年?$)/.exec(year?.text ?? '')?.[0]
  return said !== undefined && !value.documents.some((d) => speaksFor(d, Number(said)))
}

function choose(mark: Marked, years: readonly number[]) {
  const [value] = marksOf([mark], 'document')
  const all = value?.documents ?? []
  if (value?.every || all.length < 2) return { documents: all, assumptions: [] }
  const fitting = all.filter((d) => years.some((year) => speaksFor(d, year)))
  const pool = fitting.length > 0 ? fitting : all
  const newest = [...pool].sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? ''))[0]
  if (newest === undefined || years.length > 1) return { documents: pool, assumptions: [] }
  const assumptions = pool.length > 1 ? [assumed.newest(mark.text, documentLabel(newest))] : []
  return { documents: [newest], assumptions }
}

function ofYears(asked: Asked, lexicon: Lexicon): ResolvedDocuments {
  const documents = lexicon.rows.documents
  const find = asked.relative ? madeFor : forYear
  const found = asked.years.flatMap((year) => find(documents, year))
  if (found.length > 0)
    return {
      slot: slotOf([...new Set(found)], `${asked.years.join('、')}年`),
      named: false,
      years: asked.years,
      assumptions: [],
    }
  if (!asked.relative)
    return {
      slot: slotOf([], `${asked.years.join('、')}年`),
      named: false,
      years: asked.years,
      assumptions: [],
    }
  const last = Math.max(...documents.map((d) => yearOf(d.issuedOn) ?? documentYears(d).from))
  // 今年几条，到2027年几条: the year a plan ends is no other way of saying this one.
  const ends = asked.years.filter((year) => documents.some((d) => documentYears(d).to === year))
  const years = [...new Set([last, ...ends])]
  const slot = slotOf([...new Set(years.flatMap((year) => forYear(documents, year)))], `${last}年`)
  const assumptions = [assumed.year(asked.years.find((year) => !ends.includes(year)) ?? last, last)]
  return { slot, named: false, years, assumptions }
}

/** Documents made for the year or issued in it; where there are none, those whose span covers it. */
export function forYear(documents: readonly LexiconDocument[], year: number): LexiconDocument[] {
  const own = documents.filter((d) => ownYear(d, year))
  return own.length > 0 ? own : documents.filter((d) => speaksFor(d, year))
}

const madeFor = (documents: readonly LexiconDocument[], year: number): LexiconDocument[] =>
  documents.filter((d) => ownYear(d, year))

function ownYear(document: LexiconDocument, year: number): boolean {
  const { from, to } = documentYears(document)
  return yearOf(document.issuedOn) === year || (from === year && to === year)
}

const speaksForAny = (document: LexiconDocument, years: readonly number[]): boolean =>
  years.some((year) => speaksFor(document, year))

function speaksFor(document: LexiconDocument, year: number): boolean {
  const { from, to } = documentYears(document)
  return ownYear(document, year) || (from <= year && year <= to)
}

/** 这期公报: the file that holds most documents; null where every file holds one. */
export function gazetteSlot({ rows }: Lexicon): DocumentSlot | null {
  const files = [...Map.groupBy(rows.documents, (d) => d.fileId).values()]
  const largest = files.sort((a, b) => b.length - a.length)[0] ?? []
  return largest.length > 1 ? slotOf(largest, '公报') : null
}

export function slotOf(documents: readonly LexiconDocument[], said: string): DocumentSlot {
  const name = /^[\d、]+年$/.test(said) ? said : documents.map(documentLabel).join('、')
  return { ids: documents.map((d) => d.id), name: name === '' ? said : name, said }
}

/** 提到低空经济的，除2号议案外还有哪些: the documents left aside. */
export function besidesDocuments(
  text: string,
  marks: readonly Marked[],
  { rows }: Lexicon,
): DocumentSlot | null {
  const aside = marks.filter(
    (mark) =>
      mark.value.kind === 'document' &&
      /除(?:了|去|开)?$/.test(text.slice(0, mark.start)) &&
      /^(?:以|之)?外/.test(text.slice(mark.end)),
  )
  const without = new Set(marksOf(aside, 'document').flatMap((m) => m.documents.map((d) => d.id)))
  return without.size === 0
    ? null
    : slotOf(
        rows.documents.filter((d) => !without.has(d.id)),
        '其他文件',
      )
}
