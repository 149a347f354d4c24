import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GOLDEN, nameOf, openCity, recordedNames, scenes, transcript } from './city.ts'

/** node tests/answer/record.ts: writes every scene of the sample city anew, to be read before it is committed. */
const city = await openCity()
for (const name of recordedNames()) rmSync(join(GOLDEN, name))
for (const scene of scenes()) {
  writeFileSync(join(GOLDEN, `${nameOf(scene)}.txt`), transcript(scene, await city.ask(scene)))
}
await city.close()
