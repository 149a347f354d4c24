import { type Answer, type Call, data, faulty } from './answer.ts'
import type { Person } from './state.ts'

/** A picture is asked for as one, a file as a file; anything else is not found. */
export function resource({ state, params, query }: Call): Answer {
  const [message, key] = params
  const file = state.chatOf.has(message ?? '') ? state.files.get(key ?? '') : undefined
  const kind = file?.picture ? 'image' : 'file'
  return file && query.get('type') === kind ? { status: 200, body: file.bytes } : faulty(400, 234003)
}

export function upload({ state, body }: Call): Answer {
  const file = body.file as Uint8Array | undefined
  if (!file || file.byteLength === 0) return faulty(400, 234010)
  const key = state.id('file')
  state.files.set(key, { name: String(body.file_name), bytes: file })
  return data({ file_key: key })
}

export function user({ state, params }: Call): Answer {
  const person = state.people.get(params[0] ?? '')
  return person ? data({ user: userOf(person) }) : faulty(400, 41050)
}

/** Departments are known by ids made of their names. */
function userOf({ openId, name, mobile, departments = [] }: Person) {
  const ids = departments.map((d) => `od-${Buffer.from(d).toString('hex')}`)
  return { open_id: openId, name, mobile, department_ids: ids }
}

export function department({ params }: Call): Answer {
  const name = Buffer.from((params[0] ?? '').replace('od-', ''), 'hex').toString()
  return data({ department: { name } })
}

export async function formOf(bytes: Buffer, type: string): Promise<Call['body']> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const fields = [...form].map(async ([name, value]) => {
    return [name, typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer())] as const
  })
  return Object.fromEntries(await Promise.all(fields))
}
