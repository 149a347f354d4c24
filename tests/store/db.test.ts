import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { connect } from '../../src/store/db.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import { tidyDatabase } from '../../src/store/tidy.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())

describe('values', () => {
  test('ids and figures are numbers, days are days', async () => {
    const [row] = await base.db.query(
      `select 9007199254740991::int8 as id, 12.5::numeric as value, '2025-12-31'::date as due, array[1,2]::int8[] as ids`,
    )
    expect(row).toEqual({ id: 9007199254740991, value: 12.5, due: '2025-12-31', ids: [1, 2] })
  })
})

describe('transactions', () => {
  test('all or nothing', async () => {
    const failed = base.db.tx(async (tx) => {
      await tx.query(`insert into unit (name, kind, short) values ('甲局', 'department', '甲局')`)
      throw new Error('half way')
    })
    await expect(failed).rejects.toThrow('half way')
    expect(await base.db.query('select * from unit')).toEqual([])
  })

  test('an error of one client never reaches the answers of another', async () => {
    const work = Array.from({ length: 40 }, async (_, i) => {
      if (i % 2 === 0) return base.db.query('select 1 / ($1::int - $1::int)', [i]).catch(() => 'failed')
      const [row] = await base.db.query<Record<string, number>>(`select $1::int as v${i}`, [i])
      return row?.[`v${i}`]
    })
    expect(await Promise.all(work)).toEqual(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'failed' : i)),
    )
  })

  test('a client that vanishes inside a transaction leaves nothing and blocks nobody', async () => {
    const client = new pg.Client({ connectionString: base.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('begin')
    await client.query(`insert into unit (name, kind, short) values ('乙局', 'department', '乙局')`)
    const waiting = base.db.query(`select * from unit where name = '乙局'`)
    client.connection.stream.destroy()
    expect(await waiting).toEqual([])
  })
})

describe('migrations', () => {
  test('a second start runs nothing', async () => {
    expect(await migrate(base.db)).toEqual([])
  })

  test('a changed file is refused', async () => {
    const changed = readMigrations().map((m) => ({ ...m, hash: 'other' }))
    await expect(migrate(base.db, changed)).rejects.toMatchObject({
      code: 'database',
      message: expect.stringContaining('0001_ledger.sql'),
    })
  })

  test('a database of a newer program is refused', async () => {
    await expect(migrate(base.db, readMigrations().slice(0, 1))).rejects.toThrow('请升级程序')
  })

  test('a file that fails leaves nothing behind', async () => {
    const broken = { name: '9999_broken.sql', sql: 'create table half (id int); select nope;', hash: 'x' }
    await expect(migrate(base.db, [...readMigrations(), broken])).rejects.toBeInstanceOf(AppError)
    expect(await base.db.query(`select * from pg_tables where tablename = 'half'`)).toEqual([])
  })
})

test('tidying goes through', async () => {
  await expect(tidyDatabase(base.db)).resolves.toBeUndefined()
})

describe('what the operator is told', () => {
  test('nobody listens', async () => {
    const db = connect('postgres://a:b@127.0.0.1:1/none')
    await expect(db.query('select 1')).rejects.toMatchObject({
      code: 'database',
      message: expect.stringContaining('连不上数据库'),
    })
    await db.close()
  })

  test('wrong password', async () => {
    const wrong = Object.assign(new URL(base.url), { password: 'nope' }).href
    const db = connect(wrong)
    await expect(db.query('select 1')).rejects.toMatchObject({
      code: 'database',
      message: expect.stringContaining('用户名或密码'),
    })
    await db.close()
  })

  test('an address that is none', async () => {
    const db = connect('not a url')
    await expect(db.query('select 1')).rejects.toMatchObject({ code: 'database' })
    await db.close()
  })
})
