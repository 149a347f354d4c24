import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extractDocuments } from '../../ingest/extract.ts'
import type { ReadFile } from '../../ingest/types.ts'

/**
 * CPU and memory of reading documents, printed; no test, for machines differ.
 *   node tests/bench/extract.ts [FOLDER of .txt files]
 * Wanted: all together under 1 s of CPU after start-up, 10 copies at most 11 times as long, under 300 MB.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const COPIES = 10

function folder(): string {
  const named = process.argv[2]
  const shared = resolve(ROOT, '../shared/seeds')
  return named ?? (existsSync(shared) ? shared : join(ROOT, 'samples'))
}

function load(path: string): ReadFile {
  const text = readFileSync(path, 'utf8')
  return { name: path, format: 'txt', text, tables: [], drop: [], warnings: [] }
}

/** Milliseconds of CPU, garbage collection included. */
function cpu(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return Math.round((user + system) / 1000)
}

const files = readdirSync(folder(), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => load(join(folder(), name)))

const first = cpu(() => files.forEach((file) => void extractDocuments(file)))
const again = cpu(() => files.forEach((file) => void extractDocuments(file)))
const rows = files.map((file) => {
  const one = cpu(() => void extractDocuments(file))
  const many = cpu(() => void extractDocuments({ ...file, text: file.text.repeat(COPIES) }))
  const name = file.name.slice(folder().length + 1)
  return {
    name,
    KB: Math.round(Buffer.byteLength(file.text) / 1024),
    ms: one,
    msOfTen: many,
    times: Math.round((many / Math.max(one, 1)) * 10) / 10,
  }
})

console.table(rows)
console.log(`all files: ${first} ms of CPU the first time, ${again} ms warmed up`)
console.log(`memory at its highest: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
