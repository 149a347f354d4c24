import { readFileSafely } from '../../ingest/read/safely.ts'
import type { RawFile } from '../../ingest/types.ts'
import { type ListedPerson, readPeopleList } from '../domain/people-list.ts'
import type { Db } from '../store/db.ts'
import { savePerson } from '../store/save-person.ts'
import { type UnitFinder, unitFinder } from './unit-named.ts'

export interface PeopleImport {
  readonly added: number
  readonly updated: number
  /** What was left out, with its row; the rest is in. */
  readonly problems: readonly { readonly row: number; readonly words: string }[]
}

/** A list of liaisons and leaders (.xlsx, .csv as text tables are not read) into the database. Throws the `file-…` codes. */
export async function importPeople(db: Db, raw: RawFile): Promise<PeopleImport> {
  const file = await readFileSafely(raw)
  const units = await unitFinder(db)
  const lists = file.tables.map((table) =>
    readPeopleList(table.rows.map((row) => row.map(({ start, end }) => file.text.slice(start, end)))),
  )
  const filled = lists.filter((list) => list.people.length > 0)
  const read = filled.length > 0 ? filled : lists.slice(0, 1)
  const problems = read.flatMap((list) => list.problems)
  let [added, updated] = [0, 0]
  for (const person of read.flatMap((list) => list.people)) {
    const outcome = await bringIn(db, person, units)
    if (typeof outcome === 'string') problems.push({ row: person.row, words: outcome })
    else if (outcome.known) updated += 1
    else added += 1
  }
  if (lists.length === 0) problems.push({ row: 1, words: '文件里没有表格' })
  return { added, updated, problems: problems.sort((a, b) => a.row - b.row) }
}

async function bringIn(db: Db, person: ListedPerson, units: UnitFinder) {
  const unit = units.named(person.unit)
  if (unit === null) return `${person.name}的单位“${person.unit}”在名录里对不上，请写全称，或先补进名录`
  const lost = person.oversees.filter((name) => units.members(name) === null)
  if (lost.length > 0) return `${person.name}分管的“${lost.join('、')}”在名录里对不上`
  const oversees = person.oversees.flatMap((name) => units.members(name) ?? []).map((u) => u.id)
  const { name, title, mobile, email, roles } = person
  return savePerson(db, {
    name,
    title,
    mobile,
    email,
    roles,
    unitId: unit.id,
    oversees: [...new Set(oversees)],
  })
}
