import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseRegistryFile, type RegistryFile } from '../domain/registry-file.ts'
import { AppError } from '../errors.ts'
import type { Db } from '../store/db.ts'
import { loadRegistry } from '../store/units.ts'

const SHIPPED = join(import.meta.dirname, '../../ingest/registry')

/** The units of the places the product knows from the start. Loading them again changes nothing. */
export async function loadShippedRegistries(db: Db): Promise<void> {
  const names = readdirSync(SHIPPED).filter((name) => name.endsWith('.json'))
  for (const name of names) await loadRegistryFile(db, join(SHIPPED, name))
}

export function loadRegistryFile(db: Db, file: string): Promise<void> {
  return loadRegistry(db, readRegistryFile(file))
}

/** Throws `bad-request` naming the place in the file that is wrong. */
export function readRegistryFile(file: string): RegistryFile {
  return parseRegistryFile(readJson(file), basename(file))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new AppError('bad-request', `单位名录“${file}”打不开或不是 JSON，请检查文件。`, { cause })
  }
}
