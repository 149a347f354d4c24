import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractDocuments } from '../../ingest/extract.ts'
import { mapped } from '../../src/text/mapped.ts'
import { foldForms, simplify } from '../../src/text/normalise.ts'
import { CASES, caseNames, recorded, sourceText, textFile } from './read-case.ts'

describe.each(caseNames())('%s', (name) => {
  test('reads as recorded', () => {
    const want = JSON.parse(readFileSync(join(CASES, name, 'documents.json'), 'utf8'))
    expect(recorded(name)).toEqual(want)
  })

  test('every task and unit points at its own words in the file', () => {
    const text = sourceText(name)
    for (const doc of extractDocuments(textFile(text))) {
      for (const task of doc.tasks) {
        const there = plain(text.slice(task.source.start, task.source.end))
        const first = plain(task.text).slice(0, 4)
        expect(there.slice(0, 12)).toContain(first.slice(0, 2))
        for (const u of [...task.lead, ...task.responsible, ...task.supporting]) {
          expect(plain(text.slice(u.source.start, u.source.end)).slice(0, 1)).toBe(plain(u.name).slice(0, 1))
        }
      }
    }
  })
})

/** Chinese characters only, simplified: what cleaning leaves of raw text whatever else it does. */
const plain = (s: string): string => simplify(foldForms(mapped(s))).text.replace(/[^\u4e00-\u9fff]/g, '')
