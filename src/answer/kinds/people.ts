import type { Query } from '../../domain/query.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { RosterRow } from '../ledger.ts'
import { idsOf, searchedIn } from '../scope.ts'
import { findPattern } from './clauses.ts'

type PeopleQuery = Extract<Query, { kind: 'people' }>

/** Who is who in the leading groups: rosters first, then sentences that say who heads them or where their office sits. */
export async function answerPeople(query: PeopleQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  if (query.office) return answerOffice(query, finder)
  const all = documents?.length === 0 ? [] : await finder.deps.ledger.roster(documents)
  const rows = inEvery(
    all.filter((row) => fits(row, query, finder)),
    query,
  )
  const about =
    namesIn(query).join('、') ||
    [query.unit?.name ?? query.body, rolesIn(query).join('、')].filter(Boolean).join(' ')
  if (
    rows.length > 0 &&
    (query.name ?? query.role ?? query.unit ?? query.inEvery ?? query.documents) !== undefined
  ) {
    return { kind: 'people', rows, clauses: [], about }
  }
  const post = query.role ?? '组长'
  const clauses =
    [query.name, query.unit, query.body].every((part) => part === undefined) && POSTS.test(post)
      ? await findPattern({ documents, words: [post], pattern: new RegExp(`${post}`) }, finder)
      : []
  const unnamed = query.byName === true || /^联络/.test(post) ? { unnamed: true } : {}
  if (clauses.length > 0) return { kind: 'people', rows: [], clauses: clauses.slice(0, 3), about, ...unnamed }
  return {
    kind: 'none',
    why: 'no-person',
    about: about === '' ? '领导小组名单' : about,
    searched: searchedIn(query.documents, finder.lexicon),
    near: [],
  }
}

/** 两个小组里都有的人: names that stand in more rosters than one. */
function inEvery(rows: readonly RosterRow[], query: PeopleQuery): readonly RosterRow[] {
  if (query.inEvery !== true) return rows
  const groups = Map.groupBy(rows, (row) => row.name)
  const several = (own: readonly RosterRow[]) => new Set(own.map((row) => row.document.id)).size > 1
  return [...groups.values()].filter(several).flat()
}

const namesIn = ({ name, also = [] }: PeopleQuery): readonly string[] =>
  name === undefined ? [] : [name, ...also]

const rolesIn = ({ role, alsoRoles = [] }: PeopleQuery): readonly string[] =>
  role === undefined ? [] : [role, ...alsoRoles]

/** Offices stand in titles (市经信局局长), posts of the group in roles (组长). */
const OFFICE = /长$|书记$|主任$|巡视员$|调研员$|师$|经理$/
const isOffice = (role: string): boolean => OFFICE.test(role) && !POSTS.test(role)
const POSTS = /组长|召集人|成员|联系人|联络[员人]|办公室主任/

function hasRole(row: RosterRow, role: string): boolean {
  if (isOffice(role)) return new RegExp(`(?<!副)${role}`).test(row.title)
  return row.role === role || (role === '成员' && /成员/.test(row.role))
}

function fits(row: RosterRow, query: PeopleQuery, { lexicon }: Finder): boolean {
  if (query.name !== undefined) return namesIn(query).includes(row.name)
  if (query.surname !== undefined && !row.name.startsWith(query.surname)) return false
  const roles = rolesIn(query)
  if (roles.length > 0 && !roles.some((role) => hasRole(row, role))) return false
  if (query.body !== undefined) return row.title.includes(query.body)
  if (query.unit === undefined) return true
  const office = query.role !== undefined && isOffice(query.role)
  const ids = office ? ownIds(query.unit, lexicon) : query.unit.ids
  const names = ids.flatMap((id) => {
    const unit = lexicon.unitById.get(id)
    return unit === undefined ? [] : [unit.name, unit.short, ...unit.aliases]
  })
  const places = names.flatMap((name) => [name, name.replace(/人民政府$|管(?:理委员|委)会$/, '')])
  return places.some((name) => name.length > 1 && row.title.includes(name))
}

/** Who heads a body does not head the one it came from: 市数据局局长 is not 市大数据管理局局长. */
const ownIds = ({ ids, name }: UnitSlot, { unitById }: Lexicon): readonly number[] => {
  const own = ids.filter((id) => unitById.get(id)?.short === name)
  return own.length > 0 ? own : ids
}

async function answerOffice(query: PeopleQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  const pattern =
    /办公室，?(?:设在|设于|放在|挂在|挂靠|在(?!.{0,12}(?:领导|指导)下).{2,24}(?:办公|，|。|$)|由.{2,24}(?:承担|兼任|负责))/
  const found = await findPattern({ documents, words: ['办公室'], pattern }, finder)
  const clauses = found.filter((c) => !/办公室(?:主任|副主任)/.test(c.sentence)).slice(0, 4)
  if (clauses.length > 0) return { kind: 'people', rows: [], clauses, about: '领导小组办公室' }
  return {
    kind: 'none',
    why: 'no-office',
    about: '领导小组办公室',
    searched: searchedIn(query.documents, finder.lexicon),
    near: [],
  }
}
