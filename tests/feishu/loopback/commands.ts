import { type Answer, type Call, data, faulty } from './answer.ts'

const PAGE = 2

/** In small pages, as a client that forgets the second one should find out. */
export function listCommands({ state, query }: Call): Answer {
  const all = [...state.commands].map(([id, command]) => ({ command_id: id, ...command }))
  const from = Number(query.get('page_token') ?? 0)
  const more = from + PAGE < all.length
  return data({
    items: all.slice(from, from + PAGE),
    has_more: more,
    ...(more && { page_token: String(from + PAGE) }),
  })
}

/** One name, one command; at most a hundred. */
export function addCommand({ state, body }: Call): Answer {
  const command = String(body.command ?? '')
  const taken = [...state.commands.values()].some((c) => c.command === command)
  if (!/^[^/\s]+$/.test(command) || taken || state.commands.size >= 100) return faulty(400, 40_000_000)
  const id = state.id('cmd')
  state.commands.set(id, { command, description: body.description })
  return data({ command_id: id })
}

export function mendCommand({ state, params, body }: Call): Answer {
  const before = state.commands.get(params[0] ?? '')
  if (!before) return faulty(400, 40_000_001)
  state.commands.set(params[0] ?? '', { ...before, description: body.description })
  return data({})
}
