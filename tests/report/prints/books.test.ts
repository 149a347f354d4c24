import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BOOKS, bookLines } from './books.ts'

test.each(Object.entries(BOOKS))('%s (else: node tests/report/prints/record.ts)', async (name, make) => {
  expect(bookLines(await make())).toBe(
    readFileSync(join(import.meta.dirname, 'books', `${name}.txt`), 'utf8'),
  )
})
