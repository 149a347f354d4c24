import type { Contact, FeedbackRead, FeedbackRow } from '../answer/ledger.ts'
import type { Role } from '../domain/person.ts'
import type { Db } from './db.ts'

const ROW = `
  (array_agg(t.text order by t.id desc))[1] as text,
  to_char(max(t.asked_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "lastOn",
  (array_agg(p.name order by t.id desc) filter (where p.name is not null))[1] as asker,
  (array_agg(t.answer -> 'message' ->> 'title' order by t.id desc))[1] as answered`
const FROM = 'from turn t left join person p on p.id = t.person_id'
/** One question, however it was punctuated. */
const SAME = `group by lower(regexp_replace(t.text, '[\\s？?。！!，,～~]', '', 'g')) `
const NEWEST = 'order by max(t.id) desc limit $1'

/** A question counts as unanswered while its last answer was none; a refusal is an answer. */
const UNANSWERED = `
select ${ROW}, count(*)::int as times ${FROM}
where not t.answer -> 'trace' @> '["refused"]'
${SAME} having (array_agg(t.answer ->> 'kind' order by t.id desc))[1] = 'none' ${NEWEST}`

const USELESS = `
select ${ROW}, count(*)::int as times ${FROM} join rating r on r.turn_id = t.id and r.verdict = 'useless'
${SAME} ${NEWEST}`

const BY = { unanswered: UNANSWERED, useless: USELESS } as const

/** Questions that got no answer, or a bad mark; one row a question, `times` how often that was. */
export function readFeedback(db: Db, { about, limit }: FeedbackRead): Promise<FeedbackRow[]> {
  return db.query<FeedbackRow>(BY[about], [limit])
}

/** Two people of a role are enough to turn to. */
export function readContacts(db: Db, role: Role): Promise<Contact[]> {
  return db.query<Contact>(
    `select person.name, unit.short as unit
     from person_role r join person on person.id = r.person_id left join unit on unit.id = person.unit_id
     where r.role = $1 order by person.id limit 2`,
    [role],
  )
}
