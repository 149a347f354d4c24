import { describe, expect, test } from 'vitest'
import { BackendQueue, type QueueClient } from '../../src/store/embedded-queue.ts'

const ready = (state: 'I' | 'T' | 'E') => new Uint8Array([0x5a, 0, 0, 0, 5, state.charCodeAt(0)])
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A backend that knows begin, commit, rollback and crash, and notes what it was asked in order. */
function bench(patience?: number) {
  const asked: string[] = []
  let state: 'I' | 'T' = 'I'
  const failures: unknown[] = []
  const backend = async (bytes: Uint8Array) => {
    const said = text(bytes).replace(/^Q[\s\S]{4}|\0/g, '')
    asked.push(said)
    if (said.endsWith('begin')) state = 'T'
    if (/(commit|rollback)$/.test(said)) state = 'I'
    if (said.endsWith('crash')) throw new Error('crash')
    return ready(state)
  }
  const queue = new BackendQueue(backend, {
    failed: (e) => failures.push(e),
    ...(patience === undefined ? {} : { patience }),
  })
  const ask = (client: QueueClient, words: string) =>
    new Promise<void>((done) => {
      queue.push({ client, bytes: new TextEncoder().encode(words), done: () => done() })
    })
  return { queue, ask, asked, failures }
}

const client = (leave: () => void = () => {}): QueueClient => ({ leave })

describe('many clients, one backend', () => {
  test('a transaction keeps the backend until it ends', async () => {
    const { ask, asked } = bench()
    const [a, b] = [client(), client()]
    await ask(a, 'a begin')
    const waiting = ask(b, 'b select')
    await ask(a, 'a insert')
    await ask(a, 'a commit')
    await waiting
    expect(asked).toEqual(['a begin', 'a insert', 'a commit', 'b select'])
  })

  test('a client that leaves inside one is rolled back, and its waiting questions are dropped', async () => {
    const { queue, ask, asked } = bench()
    const [a, b] = [client(), client()]
    await ask(a, 'a begin')
    const waiting = ask(b, 'b select')
    queue.drop(a)
    await waiting
    expect(asked).toEqual(['a begin', 'rollback', 'b select'])
  })

  test('a client that leaves while waiting is not asked for', async () => {
    const { queue, ask, asked } = bench()
    const [a, b, c] = [client(), client(), client()]
    await ask(a, 'a begin')
    void ask(b, 'b select')
    const waiting = ask(c, 'c select')
    queue.drop(b)
    await ask(a, 'a commit')
    await waiting
    expect(asked).toEqual(['a begin', 'a commit', 'c select'])
  })

  test('a silent transaction that keeps others waiting is sent away', async () => {
    const { queue, ask, asked } = bench(5)
    const a: QueueClient = client(() => queue.drop(a))
    await ask(a, 'a begin')
    await ask(client(), 'b select')
    expect(asked).toEqual(['a begin', 'rollback', 'b select'])
  })

  test('a backend that throws is given up: nothing more is asked of it', async () => {
    const { ask, asked, failures } = bench()
    void ask(client(), 'crash')
    void ask(client(), 'select')
    await new Promise(setImmediate)
    expect(asked).toEqual(['crash'])
    expect(failures).toHaveLength(1)
  })
})
