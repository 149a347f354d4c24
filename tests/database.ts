import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, openAsBlob, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connect, type Db } from '../src/store/db.ts'
import { startEngine } from '../src/store/embedded-engine.ts'
import { readMigrations } from '../src/store/migrate.ts'
import { prepareDatabase } from '../src/store/prepare.ts'

export interface TestDatabase {
  readonly db: Db
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * A migrated database of one's own, one per test file. In-process PGlite behind the product's own socket server
 * (0.4 s), or a created database on the server TEST_DATABASE_URL names.
 */
export function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server === undefined || server === '' ? embedded() : onServer(server)
}

async function embedded(): Promise<TestDatabase> {
  const snapshot = await openAsBlob(await snapshotFile())
  return open({ snapshot })
}

async function open(from: { readonly snapshot?: Blob }) {
  const engine = await startEngine({ ...from, port: 0, password: 'test', failed: () => {} })
  const url = `postgres://postgres:test@127.0.0.1:${engine.port}/postgres`
  const db = connect(url)
  const close = async () => {
    await db.close()
    await engine.close()
  }
  return { db, url, close, engine }
}

/** The migrated database as a tar, made by whoever needs it first and named after all that shapes it. */
async function snapshotFile(): Promise<string> {
  const shape = createHash('sha256')
  for (const { hash } of readMigrations()) shape.update(hash)
  for (const file of ['src/store/lexical.ts', 'src/store/embedded-engine.ts', 'package.json']) {
    shape.update(readFileSync(resolve(import.meta.dirname, '..', file)))
  }
  const file = join(tmpdir(), `duban-test-${shape.digest('hex').slice(0, 16)}.tar`)
  if (!existsSync(file)) await makeSnapshot(file)
  return file
}

async function makeSnapshot(file: string): Promise<void> {
  const made = await open({})
  await prepareDatabase(made.db)
  // Else each copy repeats at its start what the journal holds.
  await made.db.query('checkpoint')
  const blob = await made.engine.snapshot()
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, Buffer.from(await blob.arrayBuffer()))
  try {
    linkSync(draft, file)
  } catch {
    // Someone was quicker; theirs stays, for it may be being read.
  }
  unlinkSync(draft)
  await made.close()
}

async function onServer(server: string): Promise<TestDatabase> {
  const name = `duban_test_${randomBytes(6).toString('hex')}`
  const admin = connect(server, { max: 1 })
  await admin.query(`create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = connect(url)
  await prepareDatabase(db)
  const close = async () => {
    await db.close()
    await admin.query(`drop database ${name} with (force)`)
    await admin.close()
  }
  return { db, url, close }
}
