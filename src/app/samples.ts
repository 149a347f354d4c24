import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ROLES } from '../domain/person.ts'
import type { UnitRegistry } from '../domain/unit.ts'
import { createAccounts } from '../store/accounts.ts'
import type { Db } from '../store/db.ts'
import { countFiles } from '../store/files.ts'
import { addPerson, countPeople } from '../store/people.ts'
import { readUnitRegistry } from '../store/units.ts'
import { ingestFile } from './ingesting.ts'
import { loadRegistryFile, readRegistryFile } from './registries.ts'

const FOLDER = join(import.meta.dirname, '../../samples')
const UNITS = join(FOLDER, 'units.json')

const PEOPLE = z.array(
  z.object({
    name: z.string(),
    title: z.string().nullable().default(null),
    unit: z.string(),
    roles: z.array(z.enum(ROLES)),
    oversees: z.array(z.string()).default([]),
  }),
)

/** Reads the invented city into an empty database.  */
export async function loadSamples(db: Db, now: Date, progress: (text: string) => void): Promise<void> {
  if ((await countFiles(db)) > 0) return
  await loadRegistryFile(db, UNITS)
  for (const name of readdirSync(join(FOLDER, 'documents')).sort()) {
    progress(`正在读入示例文件《${name.replace(/\.\w+$/, '')}》…`)
    const raw = { name, bytes: new Uint8Array(readFileSync(join(FOLDER, 'documents', name))) }
    await ingestFile(db, raw, { now, by: null, allowInternal: false, mode: 'live' })
  }
  if ((await countPeople(db)) === 0) await loadPeople(db)
}

async function loadPeople(db: Db): Promise<void> {
  const registry = await readUnitRegistry(db)
  const accounts = createAccounts(db)
  for (const entry of PEOPLE.parse(readJson(join(FOLDER, 'people.json')))) {
    const { name, title, roles } = entry
    const oversees = entry.oversees.flatMap((short) => unitId(registry, short) ?? [])
    const id = await addPerson(db, { name, title, roles, oversees, unitId: unitId(registry, entry.unit) })
    await accounts.link('web', `person:${id}`, id)
  }
}

/** Short names are those of the sample city; other registries may know a bureau of the same short name. */
function unitId(registry: UnitRegistry, short: string): number | null {
  const place = readRegistryFile(UNITS).place
  const units = registry.units.filter((u) => u.short === short && (u.place === place || u.place === null))
  return units[0]?.id ?? null
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
