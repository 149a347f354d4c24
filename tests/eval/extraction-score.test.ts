import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSet } from '../../src/app/eval/read-set.ts'
import { documentJson, readDocuments } from '../../src/app/reading.ts'
import { scoreDocument } from '../../src/eval/document-score.ts'
import type { ExtractedDocument, ExtractedTask } from '../../src/eval/extracted.ts'
import { percent, type Score } from '../../src/eval/measure.ts'

const SET = resolve(import.meta.dirname, 'set')
const [label] = readSet(SET).documents
const figures = (score: Score) =>
  Object.fromEntries(Object.entries(score).map(([field, measure]) => [field, percent(measure)]))

let read: ExtractedDocument
beforeAll(async () => {
  const bytes = readFileSync(join(SET, 'seeds/云桥村通水方案.txt'))
  const [document] = (await readDocuments({ name: '云桥.txt', bytes })).map(documentJson)
  read = document!
})

const scored = (document: ExtractedDocument | null) => figures(scoreDocument(label!, document))
const withFirst = (change: Partial<ExtractedTask>): ExtractedDocument => ({
  ...read,
  tasks: read.tasks.map((task, i) => (i === 0 ? { ...task, ...change } : task)),
})

describe('a document against its labels', () => {
  test('all right: every field that is labelled is full', () => {
    const values = Object.values(scored(read)).filter((value) => value !== null)
    expect(new Set(values)).toEqual(new Set([100]))
    expect(values.length).toBeGreaterThanOrEqual(10)
  })

  test('not found: what is asked of it is missed', () => {
    const { documents, header, tasks, lead, text } = scored(null)
    expect({ documents, header, tasks, lead, text }).toEqual({
      documents: 0,
      header: 0,
      tasks: 0,
      lead: 0,
      text: null,
    })
  })

  test.each<[string, () => ExtractedDocument, Record<string, number>]>([
    ['a date misread', () => ({ ...read, issuedOn: '2026-03-06' }), { header: 80 }],
    ['a goal that is none', () => ({ ...read, goals: [...read.goals, ...read.goals] }), { goals: 66.7 }],
    [
      'another rhythm',
      () => ({ ...read, duties: read.duties.map((d) => ({ ...d, recurrence: 'monthly' })) }),
      { duties: 0 },
    ],
    [
      'a task left out',
      () => ({ ...read, tasks: read.tasks.slice(1) }),
      { tasks: 80, lead: 80, metrics: 66.7 },
    ],
    [
      'a task too many',
      () => ({ ...read, tasks: [...read.tasks, { ...read.tasks[0]!, path: ['三'] }] }),
      { tasks: 85.7 },
    ],
    [
      'a unit left out and one invented',
      () => withFirst({ responsible: ['市财政局', '市审计局'] }),
      { responsible: 75 },
    ],
    ['words lost', () => withFirst({ text: '新建规模化水厂3座。' }), { text: 66.7 }],
    ['punctuation is no word', () => withFirst({ text: '新建规模化水厂３座,年底前通水' }), { text: 100 }],
    ['a deadline lost', () => withFirst({ deadline: null }), { deadline: 66.7 }],
    ['another value', () => withFirst({ metrics: [{ op: '=', value: 30, unit: '座' }] }), { metrics: 50 }],
  ])('%s', (_, damaged, expected) => {
    expect(scored(damaged())).toMatchObject(expected)
  })

  test('says what was wrong, and where', () => {
    const { deadline } = scoreDocument(label!, withFirst({ deadline: null }))
    expect(deadline?.misses).toEqual(['2026-8 二一1/ 时限应为 2026-12-31，读成 null'])
  })
})
