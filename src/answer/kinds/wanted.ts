import type { Query } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { ClauseRow } from '../ledger.ts'
import type { QuotedClause } from '../quoted.ts'
import { idsOf, searchedIn } from '../scope.ts'
import { sentencesOf } from '../sentences.ts'
import { ENOUGH } from '../topics.ts'
import { findClauses, findPattern } from './clauses.ts'

type PassagesQuery = Extract<Query, { kind: 'passages' }>

const MEETING =
  /召开[^。；]{0,16}(?:会议|例会|会商|调度会)|定期(?:会商|碰头)|(?:联席|调度|例行)会议|协调会制度/
/** A rhythm in numbers or by the calendar; 定期 and 适时 tell none. */
const RHYTHM = /每(?:个)?(?:周|月|季度?|半年|年|\d)|\d(?:次|周|个月)|一(?:周|月|季度|年)一次/

/** 领导小组多久开一次会: the clauses on meetings; where none says how often, that is told with what they do say. */
export async function answerMeeting(query: PassagesQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  const found = await findPattern({ documents, words: ['会议', '会商', '协调会'], pattern: MEETING }, finder)
  const timed = found.filter((c) => RHYTHM.test(c.sentence))
  if (timed.length > 0) return { kind: 'passages', clauses: timed.slice(0, 4) }
  const searched = searchedIn(query.documents, finder.lexicon)
  return { kind: 'none', why: 'no-rhythm', about: '', searched, near: [], clauses: found.slice(0, 4) }
}

/** A telephone number, an address of mail. */
const REACHED = /\d{3,4}[-—]\d{7,8}|(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{7,8}(?!\d)|[\w.]+@[\w.]+/

/** 督查室电话多少: only a clause with a number answers. */
export async function answerContact(query: PassagesQuery, topic: string, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  const found = topic === '' ? [] : await findClauses({ topic, documents, enough: ENOUGH, limit: 8 }, finder)
  const clauses = found.flatMap(({ row }) => {
    const sentence = sentencesOf(row.text).find((s) => REACHED.test(s))
    return sentence === undefined ? [] : [{ row, sentence }]
  })
  if (clauses.length > 0) return { kind: 'passages', clauses: clauses.slice(0, 2) }
  const searched = searchedIn(query.documents, finder.lexicon)
  return { kind: 'none', why: 'nothing', about: topic.replaceAll(' ', ''), searched, near: [] }
}

/** The words a document opens with end in these. */
const OPENING = /制[定订]|现就|提出(?:如下|以下)/

/** 1号议案主题是什么: how the document opens, and what it is to reach. */
export async function answerGist(query: PassagesQuery, finder: Finder): Promise<Facts> {
  const told: QuotedClause[] = []
  for (const id of (query.documents?.ids ?? []).slice(0, 4)) {
    const rows = await finder.deps.ledger.clauses({ documents: [id], words: ['。'], limit: 60 })
    const ordered = [...rows].sort((a, b) => a.source.start - b.source.start)
    told.push(...gistOf(ordered.filter((row) => row.text.length > 20 && !LETTER.test(row.text))))
  }
  if (told.length > 0) return { kind: 'passages', clauses: told }
  const searched = searchedIn(query.documents, finder.lexicon)
  return { kind: 'none', why: 'nothing', about: query.documents?.name ?? '', searched, near: [] }
}

const LETTER = /印发给你们|已经.{0,16}同意/

function gistOf(rows: readonly ClauseRow[]): QuotedClause[] {
  const opening = rows.findIndex((row) => OPENING.test(row.text))
  return rows.slice(Math.max(opening, 0), Math.max(opening, 0) + 2).map((row) => ({
    row,
    sentence: sentencesOf(row.text)[0] ?? row.text,
  }))
}
