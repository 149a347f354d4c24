import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** First match wins. The number is the floor of the house a file stands on; an arrow may only go down. */
const LAYERS: readonly (readonly [RegExp, number])[] = [
  [/^src\/errors\.ts$/, 0],
  [/^src\/(text|domain)\//, 1],
  [/^ingest\/types\.ts$/, 1],
  [/^src\/report\/(docx|xlsx|chart)\//, 3],
  [/^src\/(understand|cards|report|eval)\//, 2],
  [/^ingest\/(clean|split|structure|extract|chunk|refine|forms\/)/, 2],
  [/^src\/(store|feishu|llm|embed)\//, 3],
  [/^ingest\/(read|write)/, 3],
  [/^src\/(chat|remind|answer)\//, 4],
  [/^ingest\//, 4],
  [/^src\/(main|config|log)\.ts$|^src\/(app|cli|web)\//, 5],
]

const LIBRARY_HOMES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(openai|langchain|@langchain\/)/, /^src\/(llm|embed)\//],
  [/^@larksuiteoapi\//, /^src\/feishu\//],
  [/^(pg|pg-boss|pgvector|@electric-sql\/)/, /^src\/store\//],
  [/^express$/, /^src\/web\//],
  [/^docx$/, /^src\/report\/docx\//],
  [/^exceljs$/, /^src\/report\/xlsx\//],
  [/^(@visactor\/|@napi-rs\/canvas|@embedpdf\/)/, /^src\/report\/chart\//],
]

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = ['src', 'ingest'].flatMap(sources)
const imports = files.flatMap(importsOf)

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .map((f) => join(folder, f))
}

function importsOf(from: string): Import[] {
  const code = readFileSync(join(ROOT, from), 'utf8')
  const pattern =
    /(?:^|\n)\s*(import|export)(\s+type)?\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...code.matchAll(pattern)].map((m) => {
    const name = m[3] ?? m[4] ?? ''
    const to = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(from), name)) : name
    return { from, to, typeOnly: m[2] !== undefined }
  })
}

const layerOf = (file: string): number | null => LAYERS.find(([pattern]) => pattern.test(file))?.[1] ?? null
const isOurs = (i: Import) => /^(src|ingest)\//.test(i.to)
const show = (i: Import) => `${i.from} → ${i.to}`

describe('the house', () => {
  test('every file stands on a floor', () => {
    expect(files.filter((f) => layerOf(f) === null)).toEqual([])
  })

  test('arrows go down only', () => {
    const up = imports.filter(
      (i) => isOurs(i) && !i.typeOnly && (layerOf(i.from) ?? 0) < (layerOf(i.to) ?? 0),
    )
    expect(up.map(show)).toEqual([])
  })

  test('language and adapters know each other by types alone', () => {
    const across = imports.filter((i) => {
      const floors = [layerOf(i.from), layerOf(i.to)]
      return isOurs(i) && !i.typeOnly && floors.includes(2) && floors.includes(3)
    })
    expect(across.map(show)).toEqual([])
  })

  test('flows know adapters by types alone', () => {
    const direct = imports.filter(
      (i) =>
        isOurs(i) && !i.typeOnly && layerOf(i.from) === 4 && layerOf(i.to) === 3 && i.from.startsWith('src/'),
    )
    expect(direct.map(show)).toEqual([])
  })

  test('nothing in src imports ingest, save app', () => {
    const inward = imports.filter(
      (i) =>
        i.from.startsWith('src/') && i.to.startsWith('ingest/') && !/^src\/app\//.test(i.from) && !i.typeOnly,
    )
    expect(inward.map(show)).toEqual([])
  })

  test('no import cycles', () => {
    expect(cycles()).toEqual([])
  })

  test.each(LIBRARY_HOMES.map(([lib, home]) => ({ lib, home })))(
    '$lib is known in $home only',
    ({ lib, home }) => {
      const astray = imports.filter((i) => lib.test(i.to) && !home.test(i.from) && !i.typeOnly)
      expect(astray.map(show)).toEqual([])
    },
  )

  test('process.env is read in config only', () => {
    const readers = files.filter((f) => /process\.env/.test(readFileSync(join(ROOT, f), 'utf8')))
    expect(readers).toEqual(['src/config.ts'])
  })

  test('SQL is written in store only', () => {
    const sql = /\b(?:select\s[^'"`]+\sfrom|insert\s+into|delete\s+from|update\s+\w+\s+set)\s/i
    const writers = files.filter((f) => !f.startsWith('src/store/') && sql.test(code(f)))
    expect(writers).toEqual([])
  })

  test('no drawers', () => {
    expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(f))).toEqual([])
  })
})

/** A file without its comments. */
function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
}

function cycles(): string[] {
  const next = new Map<string, string[]>()
  for (const i of imports) if (isOurs(i) && !i.typeOnly) next.set(i.from, [...(next.get(i.from) ?? []), i.to])
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (trail.includes(file) || done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  return found
}
