import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/app/eval.ts'
import { loadConfig } from '../../src/config.ts'
import { belowFloors } from '../../src/eval/floors.ts'
import { tableText } from '../../src/eval/table-text.ts'

const options = {
  folder: resolve(import.meta.dirname, 'set'),
  only: null,
  now: new Date('2026-04-01'),
  progress: () => {},
}

test('the small set of our own: every part measured, every floor held', { timeout: 60_000 }, async () => {
  const { figures, tables, parts, misses } = await evaluate(loadConfig({}), options)
  expect(misses).toEqual([])
  expect(figures).toMatchObject({
    'documents.tasks': 100,
    'questions.all': 100,
    'questions.none': 100,
    'retrieval.parks.words.hit@1': 100,
  })
  expect(tables.length).toBe(4)
  expect(belowFloors(figures, { 'questions.all': 100, 'documents.text': 99 }, parts)).toEqual([])
})

test('a folder that is none', async () => {
  await expect(evaluate(loadConfig({}), { ...options, folder: '/nowhere' })).rejects.toThrow('没有“/nowhere”')
})

test('floors: below, unmeasured, and of parts that did not run', () => {
  const floors = { 'documents.text': 99, 'documents.lead': 99, 'questions.all': 95 }
  expect(belowFloors({ 'documents.text': 98.9 }, floors, ['documents'])).toEqual([
    { name: 'documents.text', floor: 99, figure: 98.9 },
    { name: 'documents.lead', floor: 99, figure: null },
  ])
})

test('a table a person can read: wide characters take two columns', () => {
  const table = {
    title: '问答',
    columns: ['类别', '%'],
    rows: [
      ['牵头', 100],
      ['a', null],
    ],
  } as const
  expect(tableText(table)).toBe(['── 问答', '类别      %', '牵头  100.0', 'a         —'].join('\n'))
})
