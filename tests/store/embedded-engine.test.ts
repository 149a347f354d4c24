import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

/** PGlite keeps every parsed row of a raw query for ever: a server of a few weeks died of it. 20,000 rows were 6 MB. */
test('the database keeps nothing of what it has said', async () => {
  const { db, close } = await freshDatabase()
  const ask = () =>
    db.query(`select i, repeat('话', 100) || i as words from generate_series(1, 20000) as series (i)`)
  await ask()
  const before = heap()
  for (let i = 0; i < 5; i++) await ask()
  const grown = heap() - before
  await close()
  expect(grown).toBeLessThan(8_000_000)
})
