import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeDocument } from '../../ingest/write.ts'
import { openDatabase } from '../../src/app/database.ts'
import { ingestFile } from '../../src/app/ingesting.ts'
import { loadRegistryFile, loadShippedRegistries } from '../../src/app/registries.ts'
import type { Session } from '../../src/app/session.ts'
import { loadConfig } from '../../src/config.ts'
import { insertFile } from '../../src/store/files.ts'
import { tidyDatabase } from '../../src/store/tidy.ts'
import { makePlan } from './plans.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const NOW = new Date('2026-03-02')

/** The shared plans where they are, else the samples. */
export function plansFolder(): string {
  const shared = resolve(ROOT, '../shared/seeds')
  return existsSync(shared) ? shared : join(ROOT, 'samples/documents')
}

/**
 * The embedded database with the real plans and `generated` invented ones. A large one takes minutes to fill and is
 * kept in the temporary folder for the next run.
 */
export async function openBench(generated: number): Promise<Session> {
  const folder = join(tmpdir(), `duban-bench-${generated}`)
  const done = join(folder, 'filled')
  if (!existsSync(done)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const config = { ...loadConfig({}), DATA_DIR: folder }
  const session = { ...(await openDatabase(config, { attach: false, progress: () => {} })), config }
  if (!existsSync(done)) {
    await fill(session, generated)
    writeFileSync(done, '')
  }
  return session
}

async function fill(session: Session, generated: number): Promise<void> {
  const { db } = session
  await loadShippedRegistries(db)
  await loadRegistryFile(db, join(ROOT, 'samples/units.json'))
  for (const name of readdirSync(plansFolder()).sort()) {
    const raw = { name, bytes: new Uint8Array(readFileSync(join(plansFolder(), name))) }
    await ingestFile(db, raw, { now: NOW, by: null, allowInternal: true, mode: 'live' })
  }
  for (let i = 0; i < generated; i++) {
    if (i % 50 === 0) process.stderr.write(`generated plans stored: ${i}/${generated}\n`)
    await storePlan(session, i)
  }
  await tidyDatabase(db)
}

async function storePlan({ db }: Session, index: number): Promise<void> {
  const document = makePlan(index)
  const name = `${document.title}.txt`
  await db.tx(async (tx) => {
    const body = document.chunks.map((chunk) => chunk.text).join('\n')
    const fileId = await insertFile(tx, {
      name,
      format: 'txt',
      hash: name,
      body,
      addedAt: NOW,
      addedBy: null,
    })
    const series = document.number ?? name
    await writeDocument(tx, document, {
      fileId,
      ordinal: 0,
      series,
      status: 'live',
      now: NOW,
      existing: null,
    })
  })
}
