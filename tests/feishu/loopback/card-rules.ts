import type { Refusal } from './rates.ts'

const MAX_BYTES = 30_000
const MAX_ELEMENTS = 200
const MAX_TABLES = 5
/** Gone in card JSON 2.0. */
const OLD_TAGS = ['note', 'action']

interface Tally {
  elements: number
  tables: number
  old: boolean
  ids: string[]
}

/** The platform's own look at a message before it takes it; null: taken. */
export function cardRefusal(type: string, content: string): Refusal | null {
  if (Buffer.byteLength(content) > (type === 'text' ? 150_000 : MAX_BYTES))
    return { status: 400, code: 230025 }
  const card = parsed(content)
  if (typeof card !== 'object' || card === null) return { status: 400, code: 230001 }
  if (type !== 'interactive') return null
  if ((card as { schema?: unknown }).schema !== '2.0') return failed(200621)
  const tally: Tally = { elements: 0, tables: 0, old: false, ids: [] }
  count((card as { body?: unknown }).body, tally)
  if (tally.old) return failed(200861)
  if (tally.tables > MAX_TABLES) return failed(11310)
  if (tally.elements === 0 || tally.elements > MAX_ELEMENTS) return failed(300305)
  return new Set(tally.ids).size < tally.ids.length ? failed(300301) : null
}

function failed(code: number): Refusal {
  return { status: 400, code: 230099, msg: `Failed to create card content, ext=ErrCode: ${code}` }
}

function count(node: unknown, tally: Tally): void {
  if (Array.isArray(node)) for (const one of node) count(one, tally)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { tag, element_id: id } = node as { tag?: unknown; element_id?: unknown }
  if (typeof tag === 'string' && tag !== 'plain_text') tally.elements += 1
  if (tag === 'table') tally.tables += 1
  if (OLD_TAGS.includes(String(tag))) tally.old = true
  if (typeof id === 'string') tally.ids.push(id)
  for (const child of Object.values(node)) count(child, tally)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
