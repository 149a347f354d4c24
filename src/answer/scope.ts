import type { DocumentSlot, TaskFilter } from '../domain/task-filter.ts'
import type { LexiconDocument } from '../understand/lexicon.ts'
import { forYear } from '../understand/names/resolve-documents.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { Asked } from './task-facts.ts'

/** The documents a question is about, as rows for naming: those of the slot, else all current ones. */
export function searchedIn(slot: DocumentSlot | undefined, lexicon: Lexicon): LexiconDocument[] {
  return lexicon.rows.documents.filter((d) => slot === undefined || slot.ids.includes(d.id))
}

export const idsOf = (slot: DocumentSlot | undefined): readonly number[] | null => slot?.ids ?? null

/** Documents that may hold a figure for a year: made for it, issued in it, or spanning it. */
export function idsForYear(
  year: number | undefined,
  slot: DocumentSlot | undefined,
  lexicon: Lexicon,
): readonly number[] | null {
  if (slot !== undefined || year === undefined) return idsOf(slot)
  const own = forYear(lexicon.rows.documents, year)
  const spanning = lexicon.rows.documents.filter((d) => {
    const [from, to] = [Number(d.periodStart?.slice(0, 4) ?? 0), Number(d.periodEnd?.slice(0, 4) ?? 0)]
    return from <= year && year <= to
  })
  return [...new Set([...own, ...spanning])].map((d) => d.id)
}

/** 没有市经信局 牵头的任务: tasks without a unit are told as such. */
function unitsSaid({ units, unitsJoin, without, leads }: TaskFilter): string | null {
  if (units === undefined && leads !== undefined) return `${leads}家以上`
  const named = units?.map((unit) => unit.name).join('、')
  const names =
    without === undefined ? named : `${named}参与、${without.map((unit) => unit.name).join('、')}不参与的`
  return names === undefined ? null : unitsJoin === 'none' ? `没有${names}` : names
}

export function askedOf(filter: TaskFilter): Asked {
  return {
    unit: unitsSaid(filter),
    ...(filter.alone === true ? { alone: true } : {}),
    ...(filter.undated === true ? { undated: true } : {}),
    document: filter.documents?.name ?? null,
    topic: filter.topics?.join('、') ?? filter.section ?? null,
    roles: filter.roles ?? [],
    missing: filter.missing ?? [],
    numbers: filter.numbers ?? [],
    dueFrom: filter.dueFrom ?? null,
    dueTo: filter.dueTo ?? null,
  }
}
