import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CASES, caseNames, recorded } from './read-case.ts'

/** node tests/ingest/record.ts [name …]: writes documents.json anew, to be checked by eye before it is committed. */
const names = process.argv.slice(2)
for (const name of names.length > 0 ? names : caseNames()) {
  writeFileSync(join(CASES, name, 'documents.json'), `${JSON.stringify(recorded(name), null, 1)}\n`)
}
