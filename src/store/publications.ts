import {
  bulletinNumber,
  type CopyStanding,
  type Publication,
  type Publications,
  type Publishing,
  type PublishingHand,
} from '../domain/publication.ts'
import type { Report } from '../domain/report.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { createOutbox } from './outbox.ts'

const ROWS = `
  select id, state, year, ordinal, wish, body as report, safe, made_by as "madeBy", published_at as "publishedAt",
    withdrawn_at as "withdrawnAt", reason
  from publication`

const DRAFT = `
  insert into publication (wish, body, safe, made_by, made_at) values ($1, $2, $3, $4, $5) returning id`

const REDRAFT = `
  update publication set wish = $2, body = $3, safe = $4 where id = $1 and state = 'draft' returning id`

const LATEST = "select id from publication where state <> 'draft' order by published_at desc, id desc limit 1"

/** One number at a time: publishing waits for publishing. */
const LOCK = 'select pg_advisory_xact_lock(4106018)'

const PUBLISH = `
  update publication set state = 'published', year = $2::int, published_at = $3,
    ordinal = (select coalesce(max(ordinal), 0) + 1 from publication where year = $2::int)
  where id = $1 and state = 'draft' returning id`

const COPY = `
  insert into publication_copy (publication_id, key, address, name)
  select $1, key, address, name from jsonb_to_recordset($2::jsonb) as c (key text, address jsonb, name text)
  on conflict do nothing`

const WITHDRAW = `
  update publication set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = $3, reason = $4
  where id = $1 and state = 'published' returning id`

/** What nobody has begun to send is never sent. */
const DROP = `
  delete from outbox o using publication_copy c
  where c.publication_id = $1 and o.key = c.key and o.state <> 'accepted' and o.taken_until is null`

const COPIES = `
  select c.key, c.address, c.name, o.message_id as "messageId", coalesce(o.state = 'dead', false) as dead,
    o.key is null as unknown,
    exists (
      select from publication_opening p
      where p.publication_id = c.publication_id and p.channel = c.address ->> 'channel'
        and p.account = c.address ->> 'account') as opened
  from publication_copy c left join outbox o on o.key = c.key
  where c.publication_id = $1 order by c.name, c.key`

const OPENED = `
  insert into publication_opening (publication_id, channel, account, person_id, opened_at)
  values ($1, $2, $3, $4, $5) on conflict do nothing`

export function createPublications(db: Db): Publications {
  const find = (id: number): Promise<Publication | null> => read(db, id)
  return {
    async draft(wish, { report, safe }, { personId, at }) {
      const values = [jsonOf(wish), jsonOf(report), jsonOf(safe), personId, at]
      const [row] = await db.query<{ id: number }>(DRAFT, values)
      return (await find(row!.id))!
    },
    async redraft(id, wish, { report, safe }) {
      return (await db.query(REDRAFT, [id, jsonOf(wish), jsonOf(report), jsonOf(safe)])).length === 1
    },
    find,
    async latest() {
      const [row] = await db.query<{ id: number }>(LATEST)
      return row === undefined ? null : find(row.id)
    },
    publish: (id, wish, by) => db.tx((tx) => publish(tx, id, { wish, by })),
    async withdraw(id, reason, by) {
      const { personId, at } = by
      return db.tx(async (tx) => {
        const done = await tx.query(WITHDRAW, [id, personId, at, reason])
        if (done.length === 0) return null
        await tx.query(DROP, [id])
        await writeAudit(tx, [entryOf('withdraw', id, { reason })], by)
        return read(tx, id)
      })
    },
    copies: (id) => db.query<CopyStanding>(COPIES, [id]),
    async opened(id, { channel, account, personId }, at) {
      await db.query(OPENED, [id, channel, account, personId, at])
    },
    async openings(id) {
      const sql = 'select count(*) as count from publication_opening where publication_id = $1'
      const [row] = await db.query<{ count: number }>(sql, [id])
      return row?.count ?? 0
    },
  }
}

const entryOf = (what: string, subjectId: number, after: object) => ({
  ...{ what, subject: 'publication', subjectId, before: null, after },
})

async function publish(
  tx: Db,
  id: number,
  { wish, by }: { readonly wish: Publishing; readonly by: PublishingHand },
) {
  const { year, copies, sends } = wish
  const { at } = by
  await tx.query(LOCK)
  if ((await tx.query(PUBLISH, [id, year, at])).length === 0) return null
  await tx.query(COPY, [id, jsonOf(copies)])
  const published = await read(tx, id)
  if (published === null) return null
  await createOutbox(tx).plan(sends(published), at)
  const { number } = published
  await writeAudit(tx, [entryOf('publish', id, { number, to: copies.map((copy) => copy.name) })], by)
  return published
}

interface Row extends Omit<Publication, 'number'> {
  readonly year: number | null
  readonly ordinal: number | null
}

/** Its number stands on the report once it has one. */
async function read(db: Db, id: number): Promise<Publication | null> {
  const [row] = await db.query<Row>(`${ROWS} where id = $1`, [id])
  if (row === undefined) return null
  const { year, ordinal, ...rest } = row
  const number = year === null || ordinal === null ? null : bulletinNumber(year, ordinal)
  const numbered = (report: Report): Report => ({ ...report, number })
  return { ...rest, number, report: numbered(row.report), safe: numbered(row.safe) }
}
