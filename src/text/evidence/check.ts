import { findNames, type NameIndex } from '../names.ts'
import { findDays, isDaySaid, type SaidDay } from './days.ts'
import { findFigures, isFigureSaid } from './figures.ts'
import { flat, flatClaim, flatEvidence } from './flat.ts'

/** Something a text says that its evidence does not. */
export interface Fault {
  readonly kind: 'figure' | 'date' | 'quote' | 'name' | 'number' | 'address'
  readonly text: string
}

export interface EvidenceContext {
  /** All the text the writer was given: facts, clauses, the titles and numbers of their documents. */
  readonly evidence: readonly string[]
  /** The present year, for 今年 and 明年. */
  readonly year: number
  /** Units and people by every name; a name counts as said when the evidence has the same one under any name. */
  readonly names?: NameIndex<unknown>
}

/**
 * Looks for every figure, date, quotation, unit, document number and address of `text` in the evidence. An empty
 * list means that it says nothing new; anything else must not be sent. Strict on purpose: what is rejected is only
 * replaced by wording made from rules.
 */
export function findUnsupported(text: string, context: EvidenceContext): Fault[] {
  const claim = flatClaim(text)
  const evidence = flatEvidence(context.evidence)
  const dated = cutDays(claim, context.year)
  const datedEvidence = cutDays(evidence, context.year)
  const figures = findFigures(datedEvidence.rest)
  return [
    ...quotes(text, evidence),
    ...numbers(claim, evidence),
    ...addresses(claim),
    ...names(claim, evidence, context.names),
    ...dated.days
      .filter(
        (day) =>
          !isDaySaid(
            day.value,
            datedEvidence.days.map((e) => e.value),
          ),
      )
      .map((day): Fault => ({ kind: 'date', text: day.text })),
    ...findFigures(dated.rest.replace(DOCUMENT_NUMBER, ''))
      .filter((figure) => !isFigureSaid(figure, figures))
      .map((figure): Fault => ({ kind: 'figure', text: figure.text })),
    ...weekdays(claim, evidence),
  ]
}

interface Dated {
  readonly days: readonly { readonly value: SaidDay; readonly text: string }[]
  readonly rest: string
}

/** Dates and what is left, a blank in each date's place so that its neighbours do not run together. */
function cutDays(text: string, year: number): Dated {
  const days = findDays(text, year)
  const rest = days.reduceRight((left, day) => `${left.slice(0, day.start)} ${left.slice(day.end)}`, text)
  return { days, rest }
}

const QUOTED = /“([^”]+)”|「([^」]+)」|『([^』]+)』|《([^》]+)》|"([^"\n]+)"|^>\s*(.+)$/gm

/** Quotations must stand in the evidence letter for letter; … joins parts that each must. */
function quotes(text: string, evidence: string): Fault[] {
  const said = [...text.matchAll(QUOTED)].map((m) => m.slice(1).find((part) => part !== undefined) ?? '')
  const parts = said.flatMap((quote) => quote.split(/…+|\.{3,}/)).map(trimMarks)
  return parts
    .filter((part) => part !== '' && !evidence.includes(part))
    .map((part) => ({ kind: 'quote', text: part }))
}

const trimMarks = (text: string): string =>
  flat(text.replace(/\*\*/g, '')).replace(/^[,，。;；、:：]+|[,，。;；、:：]+$/g, '')

const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,8}[〔[(（]20\d{2}[〕\])）]第?\d+号/gu

function numbers(claim: string, evidence: string): Fault[] {
  const bracketless = (text: string) => text.replace(/[〔〕[\]()（）]/g, '|')
  const told = bracketless(evidence)
  return [...claim.matchAll(DOCUMENT_NUMBER)]
    .filter((m) => !told.includes(/\p{Script=Han}{1,3}\|.*$/u.exec(bracketless(m[0]))?.[0] ?? m[0]))
    .map((m) => ({ kind: 'number', text: m[0] }))
}

/** Links, mail, mentions, and markup that a card would obey: never a model's to give, wherever it read them. */
const ADDRESS =
  /https?:\/\/[^\s，。）)]+|www\.[^\s，。）)]+|[\w.+-]+@[\w.-]+|@[\p{Script=Han}\w]+|\]\([^)]*\)|<\/?[a-z][^>]*>?/giu

function addresses(claim: string): Fault[] {
  return [...claim.matchAll(ADDRESS)].map((m) => ({ kind: 'address', text: m[0] }))
}

/** A body the registry may not know: 市…局, 区…委员会, …集团. */
const BODY =
  /(?:市|省|区|县)\p{Script=Han}{1,14}?(?:局|委员会|办公室|管委会|人民政府|集团|公司)|\p{Script=Han}{2,3}同志/gu

function names(claim: string, evidence: string, index: NameIndex<unknown> | undefined): Fault[] {
  const known = index === undefined ? [] : findNames(claim, index)
  const told = new Set(index === undefined ? [] : findNames(evidence, index).flatMap((n) => n.values))
  const unsaid = known.filter((n) => !evidence.includes(n.text) && !n.values.some((value) => told.has(value)))
  const strange = [...claim.matchAll(BODY)].filter(
    (m) => !evidence.includes(m[0]) && !known.some((n) => m.index < n.end && n.start < m.index + m[0].length),
  )
  return [...unsaid.map((n) => n.text), ...strange.map((m) => m[0])].map((text) => ({ kind: 'name', text }))
}

function weekdays(claim: string, evidence: string): Fault[] {
  return [...claim.matchAll(/(?:周|星期)[一二三四五六日天](?![\p{Script=Han}]?年)/gu)]
    .filter((m) => !evidence.includes(m[0]))
    .map((m) => ({ kind: 'date', text: m[0] }))
}
