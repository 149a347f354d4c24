import type { LexiconRows } from '../understand/lexicon.ts'
import type { Db } from './db.ts'
import { CURRENT } from './read-documents.ts'

/** One cheap row that changes whenever documents, units or aliases do. */
export async function readStamp(db: Db): Promise<string> {
  const [row] = await db.query<{ stamp: string }>(
    `select concat_ws('.', (select count(*) from document where replaced_by is null and status = 'live'),
       (select coalesce(max(id), 0) from document),
       (select extract(epoch from max(changed_at)) from document), (select count(*) from unit), (select count(*) from unit_alias),
       (select count(*) from unit_member), (select count(*) from unit where succeeded_by is not null),
       (select concat(count(*), '/', sum(person_id * 31 + unit_id)) from oversight)) as stamp`,
  )
  return row?.stamp ?? ''
}

/** Every name the documents and the registry know. Seven queries; called again only when the stamp changes. */
export async function readLexicon(db: Db): Promise<LexiconRows> {
  const version = await readStamp(db)
  const units = await db.query<LexiconRows['units'][number]>(UNITS)
  const documents = await db.query<LexiconRows['documents'][number]>(DOCUMENTS)
  const people = await db.query<LexiconRows['people'][number]>(
    `select distinct r.name, r.document_id as "documentId" from roster r join document d on d.id = r.document_id where ${CURRENT}`,
  )
  const leaders = await db.query<NonNullable<LexiconRows['leaders']>[number]>(
    `select p.name, array_agg(o.unit_id) as "unitIds" from oversight o join person p on p.id = o.person_id group by p.id, p.name`,
  )
  const sections = await db.query<LexiconRows['sections'][number]>(
    `select s.document_id as "documentId", s.path, s.heading, s.span_start as "start",
       s.span_end as "end", (select count(*)::int from task t where t.document_id = s.document_id
         and t.withdrawn_at is null and t.path[1:cardinality(s.path)] = s.path) as tasks from section s join document d on d.id = s.document_id
     where ${CURRENT} and s.heading is not null order by s.document_id, s.ordinal`,
  )
  const stages = await db.query<LexiconRows['stages'][number]>(
    `select s.document_id as "documentId", s.name from stage s join document d on d.id = s.document_id where ${CURRENT}`,
  )
  const terms = await db.query<{ term: string }>(TERMS)
  const parts = await db.query<{ part: string }>(
    `select distinct by_part as part from indicator where by_part is not null union select distinct by_part from metric where by_part is not null`,
  )
  const [size] = await db.query<{ n: number }>('select count(*)::int as n from chunk')
  const step = Math.ceil(Math.max(size?.n ?? 0, 1) / SAMPLE)
  const tokenCounts = await db.query<LexiconRows['tokenCounts'][number]>(TOKENS, [step])
  return {
    version,
    units,
    documents,
    people,
    leaders,
    sections,
    stages,
    terms: terms.map((t) => t.term),
    parts: parts.map((p) => p.part),
    tokenCounts,
    clauses: Math.ceil((size?.n ?? 0) / step),
  }
}

/** Clauses looked at for word counts; a fair sample tells rare from common as well as all would. */
const SAMPLE = 20_000

/** Counted as full-text search counts words: half the time of unnesting and grouping them. */
const TOKENS = `
select word as token, ndoc as n
from ts_stat(format('select array_to_tsvector(string_to_array(tokens, '' '')) from chunk where id %% %s = 0', $1::int))
where ndoc > 1`

/** Units of the places our documents come from: another city's bureau of the same short name is never meant. */
const UNITS = `
select u.id, u.name, u.short, u.kind, u.succeeded_by as "succeededBy",
  coalesce((select array_agg(distinct a.alias) from unit_alias a where a.unit_id = u.id), '{}') as aliases,
  coalesce((select array_agg(distinct m.member_id) from unit_member m where m.group_id = u.id), '{}') as members
from unit u
where u.place is null or u.place in (
  select x.place from unit x where exists (select 1 from task_unit t where t.unit_id = x.id))
order by u.id`

const DOCUMENTS = `
select d.id, d.file_id as "fileId", d.number, d.title, d.notice_title as "noticeTitle", d.issuer, d.issued_on as "issuedOn",
  d.period_start as "periodStart", d.period_end as "periodEnd",
  coalesce((select string_agg(c.body, ' ' order by c.ordinal) from chunk c where c.document_id = d.id and c.ordinal < 16), '') as about,
  (select count(*)::int from task t where t.document_id = d.id and t.withdrawn_at is null) as tasks
from document d where ${CURRENT} order by d.id`

const TERMS = `
select distinct term from (
  select m.name as term from metric m join document d on d.id = m.document_id where ${CURRENT}
  union all select i.name from indicator i join document d on d.id = i.document_id where ${CURRENT}
  union all select t.title from task t join document d on d.id = t.document_id where ${CURRENT} and t.title is not null and t.withdrawn_at is null
) names`
