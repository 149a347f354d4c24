import { expect, test } from 'vitest'
import { cleanFile } from '../../ingest/clean.ts'
import { extractDocuments } from '../../ingest/extract.ts'
import { caseNames, sourceText, textFile } from './read-case.ts'

/** FUZZ=2000 for the long run; the short one keeps the suite quick. */
const ROUNDS = Number(process.env.FUZZ ?? 160)
const SLOW_MS = 5000

/** A small generator with a fixed seed: a failure can be run again. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Mutation = (text: string, roll: (below: number) => number) => string

const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ['cut', (t, roll) => t.slice(roll(t.length), roll(t.length) + 200 + roll(t.length))],
  [
    'shuffled lines',
    (t, roll) =>
      t
        .split('\n')
        .toSorted(() => roll(3) - 1)
        .join('\n'),
  ],
  ['random characters', (t, roll) => scatter(t, roll, () => String.fromCharCode(roll(0xffff)))],
  ['deleted brackets', (t, roll) => t.replace(/[（）()〈〉〔〕]/g, (c) => (roll(3) === 0 ? '' : c))],
  ['deleted stops', (t, roll) => t.replace(/[。；：，、]/g, (c) => (roll(3) === 0 ? '' : c))],
  ['repeated sections', (t, roll) => t + t.slice(roll(t.length)).repeat(1 + roll(4))],
  ['no line breaks', (t) => t.replace(/\n/g, '')],
  ['a break after every character', (t) => [...t].join('\n')],
  ['spaces everywhere', (t, roll) => t.replace(/./g, (c) => (roll(4) === 0 ? `${c} ` : c))],
  ['digits displaced', (t) => t.replace(/(\d+)(.*)$/gm, ' $2\n$1')],
]

function scatter(t: string, roll: (below: number) => number, make: () => string): string {
  const chars = [...t]
  for (let i = 0; i < 20; i++) chars[roll(chars.length)] = make()
  return chars.join('')
}

const names = caseNames()

test.each(MUTATIONS)('%s: no crash, no hang, nothing that is not in the file', (name, mutate) => {
  for (let round = 0; round < ROUNDS / MUTATIONS.length; round++) {
    const roll = dice(round * 7919 + name.length)
    const text = mutate(sourceText(names[roll(names.length)] ?? ''), roll)
    const started = performance.now()
    const file = textFile(text)
    const read = extractDocuments(file)
    expect(performance.now() - started).toBeLessThan(SLOW_MS)
    const said = cleanFile(file)
      .lines.map((l) => l.text.text)
      .join('')
    for (const task of read.flatMap((d) => d.tasks)) {
      expect(task.source.start).toBeGreaterThanOrEqual(0)
      expect(task.source.end).toBeLessThanOrEqual(text.length)
      expect(isWithin(han(task.text), han(said)), `${name} ${round}: ${task.text}`).toBe(true)
    }
  }
})

test('a very long line is read in time', () => {
  const line = sourceText('motion').replace(/\s/g, '')
  const text = line.repeat(Math.ceil(500_000 / line.length))
  const started = performance.now()
  expect(extractDocuments(textFile(text))).toHaveLength(1)
  expect(performance.now() - started).toBeLessThan(SLOW_MS)
})

test('nothing at all is one document without a task', () => {
  for (const text of ['', '\n\n', '　', '。']) {
    const [document, ...more] = extractDocuments(textFile(text))
    expect(more).toEqual([])
    expect(document?.tasks).toEqual([])
  }
})

const han = (s: string): string => s.replace(/[^\u4e00-\u9fff]/g, '')

/** Every character in the same order; page furniture and footnotes may have stood between. */
function isWithin(words: string, text: string): boolean {
  const from = text.indexOf(words.slice(0, 6))
  let at = from < 0 ? 0 : from
  for (const c of words) {
    const next = text.indexOf(c, at)
    if (next < 0) return false
    at = next + 1
  }
  return true
}
