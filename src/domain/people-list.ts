import type { Role } from './person.ts'

/** One person of a list as it is written; unit names are still words. */
export interface ListedPerson {
  /** Row in the sheet, from 1. */
  readonly row: number
  readonly name: string
  readonly unit: string
  readonly title: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly roles: readonly Role[]
  /** Units the person has under them, as written. */
  readonly oversees: readonly string[]
}

export interface PeopleList {
  readonly people: readonly ListedPerson[]
  readonly problems: readonly { readonly row: number; readonly words: string }[]
}

type Column = 'name' | 'unit' | 'title' | 'mobile' | 'email' | 'role' | 'oversees'

/** Heads of columns, in any order and with any spaces; first match wins. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['oversees', /^(?:分管|分管联系|联系|主管)(?:单位|部门|领域)?$/],
  ['name', /^(?:姓名|名字|联络员|联络员姓名)$/],
  ['unit', /^(?:所在|所属|工作)?(?:单位|部门)(?:名称|全称)?$/],
  ['title', /^(?:职务|职位|岗位|职务职级)$/],
  ['mobile', /^(?:手机|移动电话|联系电话|联系方式|电话)(?:号|号码)?$/],
  ['email', /^(?:电子)?(?:邮箱|邮件)(?:地址)?$/],
  ['role', /^(?:角色|身份|类别|人员类别)$/],
]

const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['supervisor', /督查|督办|领导小组办公室|管理员/],
  ['operator', /运维/],
  ['leader', /领导|分管|负责人/],
  ['liaison', /联络员|联系人|经办人/],
  ['official', /工作人员|干部|职员|其他/],
]

/** Reads a sheet of people. The head is the first row that names 姓名 and 单位; rows before it are a title. */
export function readPeopleList(rows: readonly (readonly string[])[]): PeopleList {
  const headAt = rows.findIndex((row) => isHead(columnsOf(row)))
  if (headAt < 0)
    return { people: [], problems: [{ row: 1, words: '没有找到表头：至少要有“姓名”和“单位”两列' }] }
  const columns = columnsOf(rows[headAt] ?? [])
  const people: ListedPerson[] = []
  const problems: { row: number; words: string }[] = []
  for (const [i, cells] of rows.entries()) {
    if (i <= headAt || cells.every((cell) => cell.trim() === '')) continue
    const person = personOf(cells, columns, i + 1)
    const words = typeof person === 'string' ? person : problemOf(person)
    if (words) problems.push({ row: i + 1, words })
    else if (typeof person !== 'string') people.push(person)
  }
  return { people, problems }
}

function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>()
  for (const [i, cell] of row.entries()) {
    const head = cell.replace(/\s/g, '').replace(/[（(].*$/, '')
    const column = HEADS.find(([, pattern]) => pattern.test(head))?.[0]
    if (column && !found.has(column)) found.set(column, i)
  }
  return found
}

const isHead = (columns: ReadonlyMap<Column, number>): boolean => columns.has('name') && columns.has('unit')

function personOf(
  cells: readonly string[],
  columns: ReadonlyMap<Column, number>,
  row: number,
): ListedPerson | string {
  const cell = (column: Column): string => {
    const at = columns.get(column)
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  // 张 航: two-character names are spaced to the width of three.
  const name = cell('name').replace(/\s/g, '')
  if (name === '') return '没有姓名'
  const oversees = cell('oversees')
    .split(/[、，,；;\n]/)
    .map((unit) => unit.trim())
    .filter(Boolean)
  const title = cell('title') || null
  const roles = rolesOf(cell('role'), title ?? '', oversees)
  if (roles === null) return `不认识的角色“${cell('role')}”，可填联络员、领导、督查室、工作人员`
  const mobile = cell('mobile').replace(/[\s-]/g, '') || null
  return { row, name, unit: cell('unit'), title, mobile, email: cell('email') || null, roles, oversees }
}

/** Null: words that name no role. An empty cell: whoever oversees units leads, all others are liaisons. */
function rolesOf(words: string, title: string, oversees: readonly string[]): readonly Role[] | null {
  if (words === '') return oversees.length > 0 && !/联络员/.test(title) ? ['leader'] : ['liaison']
  const parts = words.split(/[、，,；;/]/).filter((part) => part.trim() !== '')
  const roles = parts.map((part) => ROLE_WORDS.find(([, pattern]) => pattern.test(part))?.[0])
  const known = roles.filter((role): role is Role => role !== undefined)
  return known.length === parts.length ? [...new Set(known)] : null
}

function problemOf({ mobile, unit, name }: ListedPerson): string | null {
  if (unit === '') return `${name}没有填单位`
  if (mobile !== null && !isMobile(mobile)) return `${name}的手机号“${mobile}”不是 11 位手机号`
  return null
}

/** With or without +86. */
export function isMobile(words: string): boolean {
  return /^(?:\+?86)?1[3-9]\d{9}$/.test(words)
}
