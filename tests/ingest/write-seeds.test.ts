import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extractDocuments } from '../../ingest/extract.ts'
import { ingest } from '../../ingest/ingest.ts'
import { readFile } from '../../ingest/read/read.ts'
import { parseRegistryFile } from '../../src/domain/registry-file.ts'
import { membersOf, resolveUnit } from '../../src/domain/unit.ts'
import { readWidenings } from '../../src/store/members.ts'
import { openProposals } from '../../src/store/proposals.ts'
import { loadRegistry, readUnitRegistry } from '../../src/store/units.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SEEDS = resolve(ROOT, '../shared/seeds')
const REGISTRY = 'ingest/registry/wuhan.json'

/** Real plans end to end; skipped where the shared material is absent. */
describe.skipIf(!existsSync(SEEDS))('the shared plans', () => {
  let base: TestDatabase
  beforeAll(async () => {
    base = await freshDatabase()
    const registry = parseRegistryFile(JSON.parse(readFileSync(join(ROOT, REGISTRY), 'utf8')), REGISTRY)
    await loadRegistry(base.db, registry)
  })
  afterAll(() => base.close())

  const bringIn = async () => {
    const results = []
    for (const name of readdirSync(SEEDS).filter((f) => !f.endsWith('.md'))) {
      const raw = { name, bytes: readFileSync(join(SEEDS, name)) }
      const deps = { db: base.db, read: readFile, extract: extractDocuments }
      const options = { now: new Date('2026-03-02'), by: null, allowInternal: false, mode: 'live' as const }
      results.push(await ingest(raw, deps, options))
    }
    return results
  }

  test('go in whole, every unit known but the members of one leading group', async () => {
    const results = await bringIn()
    expect(results.map((r) => r.documents.length)).toEqual([1, 1, 1, 7, 1])
    const [row] = await base.db.query<{ linked: number; all: number }>(
      'select count(unit_id) as linked, count(*) as all from task_unit',
    )
    expect(row?.linked).toBe(row?.all)
    const unknown = (await openProposals(base.db)).map((p) => p.name)
    expect(unknown).toEqual(['武汉市城市数字公共基础设施建设工作领导小组成员单位'])
  })

  test.each([
    ['武政办〔2022〕41号', '各区人民政府', 14],
    ['武政办〔2025〕41号', '各区人民政府', 16],
    ['武政办〔2025〕45号', '相关区人民政府', 7],
    ['武政办〔2025〕49号', '相关区人民政府', 0],
  ])('%s: %s has %i members there', async (number, name, count) => {
    const registry = await readUnitRegistry(base.db)
    const [document] = await base.db.query<{ id: number }>('select id from document where number = $1', [
      number,
    ])
    const group = resolveUnit(registry, name, '武汉市')
    const widened = await readWidenings(base.db, document?.id ?? 0)
    const members = group.kind === 'known' ? membersOf(registry, group.unit.id, widened) : []
    expect(members).toHaveLength(count)
  })

  test('a second time change nothing', async () => {
    const count = () =>
      base.db.query('select (select count(*) from task) as t, (select max(id) from chunk) as c')
    const before = await count()
    expect((await bringIn()).map((r) => r.kind)).toEqual(Array(5).fill('unchanged'))
    expect(await count()).toEqual(before)
  })
})
