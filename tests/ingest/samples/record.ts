import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenOf, readSample, SAMPLES } from './read-sample.ts'

/** Writes the golden files anew: `node tests/ingest/samples/record.ts`; read the difference before committing it. */
for (const name of SAMPLES) {
  const golden = JSON.stringify(goldenOf(await readSample(name)), null, 1)
  writeFileSync(join(import.meta.dirname, 'golden', `${name}.json`), `${golden}\n`)
}
