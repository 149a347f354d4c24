import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every benchmark one after another, each in a process of its own, so that none warms or crowds the next. */
for (const name of ['extract', 'answer', 'langchain', 'report', 'ledger']) {
  console.log(`\n── ${name}`)
  spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
}
