import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportOf, SCENES } from '../scenes.ts'
import { BOOKS, bookLines } from './books.ts'
import { outlineOf } from './outline.ts'

const GOLDEN = join(import.meta.dirname, 'golden')

/** node tests/report/prints/record.ts: every report of the invented city in its three prints anew, to be read before it is committed. */
mkdirSync(GOLDEN, { recursive: true })
for (const name of readdirSync(GOLDEN)) rmSync(join(GOLDEN, name))
for (const scene of SCENES)
  writeFileSync(join(GOLDEN, `${scene.name}.txt`), `${await outlineOf(reportOf(scene))}\n`)

const BOOK_LINES = join(import.meta.dirname, 'books')
mkdirSync(BOOK_LINES, { recursive: true })
for (const [name, make] of Object.entries(BOOKS))
  writeFileSync(join(BOOK_LINES, `${name}.txt`), bookLines(await make()))
