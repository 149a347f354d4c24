import { concat, type Mapped } from '../../../src/text/mapped.ts'
import { isUnitLike } from '../unit-like.ts'
import type { Column, ColumnKind } from './column.ts'

/** What a cell of each kind looks like; the higher the surer. Below zero: rather not. */
const FITS: Readonly<Record<ColumnKind, (text: string) => number>> = {
  no: (t) => (/^\d{1,4}[.、]?$/.test(t) ? 6 : -20),
  section: (t) => (t.length <= 30 && !looksLikeUnits(t) && !looksLikeTime(t) ? 1 : -5),
  title: (t) => (t.length <= 60 && !looksLikeUnits(t) && !looksLikeTime(t) ? 1 : -5),
  text: (t) => (looksLikeTime(t) && t.length < 12 ? -5 : looksLikeUnits(t) ? -4 : t.length > 8 ? 3 : 1),
  goal: (t) => (/\d/.test(t) && !looksLikeTime(t) ? 2 : looksLikeUnits(t) ? -4 : 0),
  lead: unitFit,
  responsible: unitFit,
  supporting: unitFit,
  deadline: (t) => (looksLikeTime(t) ? 5 : isNothing(t) ? 1 : -5),
  person: (t) =>
    /^[\u4e00-\u9fff]{2,4}(?:[、，][\u4e00-\u9fff]{2,4})*$/.test(t) && !looksLikeUnits(t) && !looksLikeTime(t)
      ? 3
      : -4,
  other: (t) => (looksLikeUnits(t) || looksLikeTime(t) ? -2 : 0),
}

const isNothing = (text: string): boolean => /^(?:无|暂无|[-—/]+)$/.test(text)

function unitFit(text: string): number {
  if (isNothing(text)) return 2
  return looksLikeUnits(text) ? 5 : -5
}

/** 江北、|江南区人民政府: names that borrow the ending of the next. */
const ELLIPTICAL =
  /[\u4e00-\u9fff]{2,4}、(?=(?:[\u4e00-\u9fff]{2,4}、){0,8}[\u4e00-\u9fff]{2,6}(?:[区县市](?:人民)?政府|管委会|分公司))/g

/** All but a few items of the list end as bodies do; a wrapped list may end in a comma. */
function looksLikeUnits(text: string): boolean {
  const items = text
    .replace(ELLIPTICAL, '')
    .split(/[、，；,;]|按职责|等/)
    .map((i) => i.trim())
    .filter((i) => i !== '')
  const like = items.filter((i) => isUnitLike(i) && i.length <= 24)
  return like.length > 0 && like.length >= items.length * 0.6 && !/[。]/.test(text)
}

function looksLikeTime(text: string): boolean {
  return (
    text.length <= 24 &&
    (/(?:\d|[一二三四五六七八九十])(?:年|月|季度|日|上旬|中旬|下旬)|[年月]底|全年|上半年|下半年/.test(text) ||
      /^(?:持续|长期|常态|每[年月季周]|立行立改|按时序)/.test(text))
  )
}

/** Empty cells: a section or title is often merged with the one above, a supporting unit often none. */
const EMPTY_COST: Readonly<Record<ColumnKind, number>> = {
  no: 20,
  section: 1,
  title: 1,
  text: 6,
  goal: 1,
  lead: 3,
  responsible: 2,
  supporting: 1.5,
  deadline: 2,
  person: 1.5,
  other: 0.2,
}

interface Choice {
  readonly score: number
  /** Pieces given to each column so far. */
  readonly counts: readonly number[]
}

/**
 * Pieces of a row, in order, to its columns: every column takes some following pieces or none, so that they fit best.
 * More than one piece in a cell is a wrapped cell and costs a little, less where the line broke off in a list.
 */
export function alignPieces(pieces: readonly Mapped[], columns: readonly Column[]): Mapped[] {
  let best: (Choice | null)[] = Array.from({ length: pieces.length + 1 }, (_, i) =>
    i === 0 ? { score: 0, counts: [] } : null,
  )
  for (const column of columns) {
    best = best.map((_, to) => {
      const options = best.slice(0, to + 1).flatMap((before, from): Choice[] =>
        before
          ? [
              {
                score: before.score + cellScore(pieces.slice(from, to), column.kind),
                counts: [...before.counts, to - from],
              },
            ]
          : [],
      )
      return options.reduce<Choice | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
    })
  }
  const counts = best.at(-1)?.counts ?? []
  let at = 0
  return columns.map((_, i) => {
    const from = at
    at += counts[i] ?? 0
    return joined(pieces.slice(from, at))
  })
}

function cellScore(pieces: readonly Mapped[], kind: ColumnKind): number {
  if (pieces.length === 0) return -EMPTY_COST[kind]
  const fit = FITS[kind](pieces.map((p) => p.text).join(''))
  const wraps = pieces.slice(1).reduce((sum, p, i) => sum + wrapCost(pieces[i]?.text ?? '', p.text, kind), 0)
  return fit - wraps
}

/** A list broken off at its mark surely goes on; units after a task's words are hardly more of them. */
function wrapCost(line: string, next: string, kind: ColumnKind): number {
  if (/[、，；]$/.test(line) || /^[、，；]/.test(next)) return 0.1
  if (kind !== 'text') return 0.8
  return looksLikeUnits(next) ? 2 : 0.3
}

const joined = (pieces: readonly Mapped[]): Mapped => concat(pieces)
