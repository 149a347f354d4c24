import { createAsk } from '../../src/app/answering.ts'
import type { Session } from '../../src/app/session.ts'
import { warmUp } from '../../src/app/warm.ts'
import { STRANGER } from '../../src/domain/person.ts'
import { emptyBook, fillBook } from './book.ts'
import { openBench } from './databases.ts'
import { questions } from './questions.ts'
import { type Times, timeEach, timesOf } from './times.ts'

/**
 * Milliseconds of an answer inside the process, on the embedded database with the real plans, then with 1,000 invented
 * ones beside them, and of a bare round trip to the same database; each with an empty progress book and with one in which
 * every task is reported. First of all what a start takes: names and tasks read ahead, which the first question waits for.
 *   node tests/bench/answer.ts [how many generated, 1000]
 * Wanted: structured p50 15 and p95 40, passages p95 80; with 1,000 plans p95 at most four times that. `cpu` is this
 * process's own share of all answers, the same on a busy machine.
 */
const ROUNDS = 3
const CONTEXT = { viewer: { ...STRANGER, roles: ['official'] }, chat: 'private', history: [] } as const

interface Row extends Partial<Times> {
  readonly plans: string
  readonly what: string
  readonly cpu?: number
  readonly wanted?: string
}

const WANTED = { structured: { p50: 15, p95: 40 }, passages: { p50: Infinity, p95: 80 } } as const
type What = keyof typeof WANTED

async function measure(generated: number, slack: number): Promise<Row[]> {
  const session = await openBench(generated)
  const plans = generated === 0 ? 'real' : `real + ${generated}`
  const named = (rows: readonly Omit<Row, 'plans'>[], plans: string): Row[] =>
    rows.map((row) => ({ plans, ...row }))
  try {
    await emptyBook(session.db)
    const ahead = await timeEach([0], () => warmUp(session, QUIET).done)
    const bare = await timeEach(Array.from({ length: 300 }), () => session.db.query('select 1 as one'))
    const empty = await answers(session, slack)
    await fillBook(session.db)
    const full = await answers(session, slack)
    await emptyBook(session.db)
    const start = [
      { what: 'read ahead', ...ahead },
      { what: 'bare SQL round trip', ...bare },
    ]
    return [...named([...start, ...empty], plans), ...named(full, `${plans}, all reported`)]
  } finally {
    await session.close()
  }
}

async function answers(session: Session, slack: number): Promise<Omit<Row, 'plans'>[]> {
  const before = process.cpuUsage()
  const asked = await askAll(session)
  const { user, system } = process.cpuUsage(before)
  const count = Object.values(asked).flat().length
  const cpu = Math.round((user + system) / 100 / count) / 10
  return (Object.keys(WANTED) as What[]).map((what) => {
    const { p50, p95 } = WANTED[what]
    const wanted = slack === 1 && p50 < Infinity ? `p50 ${p50}, p95 ${p95}` : `p95 ${p95 * slack}`
    return { what, ...timesOf(asked[what]), cpu, wanted }
  })
}

const QUIET = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error }

/** The first round warms up: it reads the lexicon, the dictionary and the pages of the database. */
async function askAll(session: Session): Promise<Record<What, number[]>> {
  const ask = createAsk(session)
  const taken: Record<What, number[]> = { structured: [], passages: [] }
  const slowest: { readonly ms: number; readonly text: string }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const text of questions()) {
      const began = performance.now()
      const { kind, query } = await ask(text, { ...CONTEXT, today: '2025-06-30' })
      const ms = performance.now() - began
      if (round === 0) continue
      taken[kind === 'passages' || query.kind === 'passages' ? 'passages' : 'structured'].push(ms)
      slowest.push({ ms, text })
    }
  }
  const worst = slowest.sort((a, b) => b.ms - a.ms).slice(0, 5)
  console.log(`slowest: ${worst.map(({ ms, text }) => `${text} ${ms.toFixed(0)} ms`).join('; ')}`)
  return taken
}

const generated = Number(process.argv[2] ?? 1000)
const rows = [...(await measure(0, 1)), ...(generated > 0 ? await measure(generated, 4) : [])]
console.table(rows)
