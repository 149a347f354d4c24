import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportText } from '../../src/report/text.ts'
import { reportOf, SCENES } from './scenes.ts'

const GOLDEN = join(import.meta.dirname, 'golden')

/** node tests/report/record.ts: writes every report of the invented city anew, to be read before it is committed. */
mkdirSync(GOLDEN, { recursive: true })
for (const name of readdirSync(GOLDEN)) if (name.endsWith('.txt')) rmSync(join(GOLDEN, name))
for (const scene of SCENES)
  writeFileSync(join(GOLDEN, `${scene.name}.txt`), `${reportText(reportOf(scene))}\n`)
