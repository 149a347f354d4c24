import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppError } from '../../src/errors.ts'
import { connect, type Db } from '../../src/store/db.ts'
import { type Embedded, startEmbedded } from '../../src/store/embedded.ts'
import { prepareDatabase } from '../../src/store/prepare.ts'
import { readClauses } from '../../src/store/read-clauses.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-embedded-'))
const said: string[] = []
const lost: (AppError | null)[] = []
let heard: () => void = () => {}
let embedded: Embedded
let db: Db

beforeAll(async () => {
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18')
  embedded = await startEmbedded({
    dataDir: folder,
    progress: (text) => said.push(text),
    lost: (error) => {
      lost.push(error)
      heard()
    },
  })
  db = connect(embedded.url)
  await prepareDatabase(db)
  await db.query('create table kept (n int)')
  await db.query(FILE)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** One clause that full-text search can find, so that its index goes through the same accidents. */
const FILE = `
  with f as (insert into file (name, format, content_hash, body, added_at) values ('a', 'txt', 'a', '', now()) returning id),
  d as (insert into document (file_id, ordinal, series, version, status, title, span_start, span_end)
    select id, 0, 'a', 1, 'live', 'a', 0, 0 from f returning id)
  insert into chunk (document_id, ordinal, path, heading, body, tokens, span_start, span_end)
  select id, 0, '{}', '', '低空航线', '低空 空航 航线', 0, 0 from d`
const searched = async () =>
  (await readClauses(db, 'bm25', { documents: null, tokens: ['航线'], limit: 3 })).length

test('says that it makes the database', () => {
  expect(said).toEqual(['正在创建数据库…'])
})

test('a creation that was cut short is set aside', () => {
  expect(readdirSync(join(folder, 'postgres.unfinished-1'))).toEqual(['PG_VERSION'])
})

test('a commit is on the disk before it is acknowledged', async () => {
  expect(await db.query('show fsync')).toEqual([{ fsync: 'on' }])
})

test('the folder in use is refused to a second one, in one line', async () => {
  await expect(startEmbedded({ dataDir: folder })).rejects.toMatchObject({
    code: 'data-locked',
    message: expect.stringMatching(/正被另一个督办助手使用（进程 \d+）[^\n]*$/),
  })
})

test('kill -9 loses no acknowledged row, and the process comes back by itself', async () => {
  const back = new Promise<void>((resolve) => {
    heard = resolve
  })
  const acknowledged: number[] = []
  const writing = (async () => {
    for (let n = 0; ; n++) {
      await db.query('insert into kept values ($1)', [n])
      acknowledged.push(n)
      if (n === 60) process.kill(embedded.pid(), 'SIGKILL')
    }
  })()
  await expect(writing).rejects.toMatchObject({ code: 'database' })
  await back
  expect(lost).toEqual([null])
  const rows = await db.query<{ n: number }>('select n from kept order by n')
  expect(rows.map((r) => r.n).slice(0, acknowledged.length)).toEqual(acknowledged)
  expect(acknowledged.length).toBeGreaterThan(60)
  expect(await searched()).toBe(1)
})

test('a lock left by a dead process is taken over; a clean end keeps everything', async () => {
  await db.close()
  await embedded.close()
  writeFileSync(join(folder, 'postgres.lock'), JSON.stringify({ pid: process.pid, began: 'long ago' }))
  embedded = await startEmbedded({ dataDir: folder, progress: (text) => said.push(text) })
  db = connect(embedded.url)
  expect(said.at(-1)).toBe('正在打开数据库…')
  expect(await db.query('select count(*) > 60 as all from kept')).toEqual([{ all: true }])
  expect(await searched()).toBe(1)
})

test('the database ends cleanly when the process that started it is killed', async () => {
  await db.close()
  await embedded.close()
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('../../src/store/embedded.ts', import.meta.url).href)}
    await startEmbedded({ dataDir: ${JSON.stringify(folder)} })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })
  // The database inherits stderr: the pipe closes when the last of the two is gone.
  const bothGone = new Promise((resolve) => parent.stderr.once('close', resolve))
  parent.stderr.resume()
  await new Promise((resolve) => parent.stdout.once('data', resolve))
  expect(existsSync(join(folder, 'postgres.lock'))).toBe(true)
  parent.kill('SIGKILL')
  await bothGone
  expect(existsSync(join(folder, 'postgres.lock'))).toBe(false)
})
