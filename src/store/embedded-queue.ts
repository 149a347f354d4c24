/** What one client asked in one go: everything up to and including its Sync, or one simple Query. */
export interface Cycle {
  readonly client: object
  readonly bytes: Uint8Array
  readonly done: (answer: Uint8Array) => void
}

/** Runs raw protocol bytes on the one backend and returns all it said. */
export type Backend = (bytes: Uint8Array) => Promise<Uint8Array>

export interface BackendQueue {
  readonly push: (cycle: Cycle) => void
  /** The client is gone: its waiting cycles are dropped and its open transaction rolled back. */
  readonly drop: (client: object) => void
}

const ROLLBACK = simpleQuery('rollback')

/**
 * Lets many clients share the single session of PGlite. Whole cycles run one after the other, so the unnamed
 * statement and the error state of one client are never seen by another; a client inside a transaction keeps the
 * backend until it ends. (The stock socket server queues single messages: after an error the answers of two
 * clients mix.) `failed` hears of a backend that threw: it is beyond repair, the process should end.
 */
export function backendQueue(backend: Backend, failed: (error: unknown) => void): BackendQueue {
  const waiting: Cycle[] = []
  const gone = new WeakSet<object>()
  let owner: object | null = null
  let busy = false

  const next = (): Cycle | undefined => {
    const at = owner === null ? 0 : waiting.findIndex((c) => c.client === owner)
    return at === -1 ? undefined : waiting.splice(at, 1)[0]
  }
  const runOne = async (cycle: Cycle): Promise<void> => {
    const answer = await backend(cycle.bytes)
    owner = inTransaction(answer) ? cycle.client : null
    if (owner !== null && gone.has(owner)) await rollBack()
    if (!gone.has(cycle.client)) cycle.done(answer)
  }
  const rollBack = async (): Promise<void> => {
    await backend(ROLLBACK)
    owner = null
  }
  const pump = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      if (owner !== null && gone.has(owner)) await rollBack()
      for (let cycle = next(); cycle !== undefined; cycle = next()) await runOne(cycle)
    } catch (error) {
      return failed(error)
    }
    busy = false
  }
  const drop = (client: object): void => {
    gone.add(client)
    for (let i = waiting.length - 1; i >= 0; i--) if (waiting[i]?.client === client) waiting.splice(i, 1)
    void pump()
  }
  return { push: (cycle) => void (waiting.push(cycle), pump()), drop }
}

/** ReadyForQuery closes every cycle; its last byte is I (idle), T (in a transaction) or E (in a failed one). */
function inTransaction(answer: Uint8Array): boolean {
  const at = answer.length - 6
  return at >= 0 && answer[at] === 0x5a && answer[answer.length - 1] !== 0x49
}

/** A simple Query message. */
export function simpleQuery(sql: string): Uint8Array {
  const text = new TextEncoder().encode(`${sql}\0`)
  const bytes = new Uint8Array(5 + text.length)
  bytes[0] = 0x51
  new DataView(bytes.buffer).setInt32(1, 4 + text.length)
  bytes.set(text, 5)
  return bytes
}
