/** Someone connected. `leave` ends the connection; the queue then hears of it through `drop`. */
export interface QueueClient {
  readonly leave: () => void
}

/** What one client asked in one go: everything up to and including its Sync, or one simple Query. */
export interface Cycle {
  readonly client: QueueClient
  readonly bytes: Uint8Array
  readonly done: (answer: Uint8Array) => void
}

/** Runs raw protocol bytes on the one backend and returns all it said. */
export type Backend = (bytes: Uint8Array) => Promise<Uint8Array>

export interface QueueOptions {
  /** Hears of a backend that threw: it is beyond repair, the process should end. */
  readonly failed: (error: unknown) => void
  /** Milliseconds a silent transaction may keep others waiting before its client is sent away; 60 000 unless said. */
  readonly patience?: number
}

/**
 * Lets many clients share the single session of PGlite. Whole cycles run one after the other, so the unnamed
 * statement and the error state of one client are never seen by another; a client inside a transaction keeps the
 * backend until it ends. (The stock socket server queues single messages: after an error the answers of two
 * clients mix.)
 */
export class BackendQueue {
  readonly #backend: Backend
  readonly #options: QueueOptions
  readonly #gone = new WeakSet<QueueClient>()
  #waiting: Cycle[] = []
  #owner: QueueClient | null = null
  #busy = false
  #again = false
  #timer: NodeJS.Timeout | undefined

  constructor(backend: Backend, options: QueueOptions) {
    this.#backend = backend
    this.#options = options
  }

  push(cycle: Cycle): void {
    this.#waiting.push(cycle)
    void this.#pump()
  }

  /** The client is gone: its waiting cycles are dropped and its open transaction is rolled back. */
  drop(client: QueueClient): void {
    this.#gone.add(client)
    this.#waiting = this.#waiting.filter((cycle) => cycle.client !== client)
    void this.#pump()
  }

  async #pump(): Promise<void> {
    this.#again = true
    if (this.#busy) return
    this.#busy = true
    clearTimeout(this.#timer)
    try {
      while (this.#again) await this.#drain()
    } catch (error) {
      return this.#options.failed(error)
    }
    this.#busy = false
    this.#watch()
  }

  /** What arrives between its last look and its end sets `#again`: no wake-up is lost. */
  async #drain(): Promise<void> {
    this.#again = false
    await this.#endAbandoned()
    for (let cycle = this.#next(); cycle !== undefined; cycle = this.#next()) {
      const answer = await this.#backend(cycle.bytes)
      this.#owner = inTransaction(answer) ? cycle.client : null
      if (!this.#gone.has(cycle.client)) cycle.done(answer)
      await this.#endAbandoned()
    }
  }

  #next(): Cycle | undefined {
    const owner = this.#owner
    const at = owner === null ? 0 : this.#waiting.findIndex((cycle) => cycle.client === owner)
    return at === -1 ? undefined : this.#waiting.splice(at, 1)[0]
  }

  async #endAbandoned(): Promise<void> {
    if (this.#owner === null || !this.#gone.has(this.#owner)) return
    await this.#backend(simpleQuery('rollback'))
    this.#owner = null
  }

  #watch(): void {
    const owner = this.#owner
    if (owner === null || this.#waiting.length === 0) return
    this.#timer = setTimeout(() => owner.leave(), this.#options.patience ?? 60_000)
  }
}

/** ReadyForQuery closes every cycle; its last byte is I (idle), T (in a transaction) or E (in a failed one). */
function inTransaction(answer: Uint8Array): boolean {
  const at = answer.length - 6
  return at >= 0 && answer[at] === 0x5a && answer[answer.length - 1] !== 0x49
}

/** A simple Query message. */
function simpleQuery(sql: string): Uint8Array {
  const text = new TextEncoder().encode(`${sql}\0`)
  const bytes = new Uint8Array(5 + text.length)
  bytes[0] = 0x51
  new DataView(bytes.buffer).setInt32(1, 4 + text.length)
  bytes.set(text, 5)
  return bytes
}
