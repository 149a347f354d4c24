import type { Query } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { StageRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import { idsOf, searchedIn } from '../scope.ts'
import { findClauses, findPattern } from './clauses.ts'

type StageQuery = Extract<Query, { kind: 'stage' }>

/** Stages of a document by name or by what happens in them; or the span of the whole plan. */
export async function answerStage(query: StageQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  if (query.whole) return answerSpan(query, finder)
  const all = documents?.length === 0 ? [] : await finder.deps.ledger.stages(documents)
  const topic = query.name ?? query.topic ?? null
  const stages = beside(all, placed(all, query) ?? meant(all, query, finder), query.step ?? 0)
  if (stages.length > 0) return { kind: 'stage', stages, topic }
  const clauses =
    topic === null ? [] : await findClauses({ topic, documents, enough: 0.75, limit: 2 }, finder)
  if (clauses.length > 0) return { kind: 'passages', clauses }
  return {
    kind: 'none',
    why: 'nothing',
    about: topic ?? '阶段',
    searched: searchedIn(query.documents, finder.lexicon),
    near: [],
  }
}

const meant = (all: readonly StageRow[], { name, topic }: StageQuery, finder: Finder) =>
  name !== undefined ? named(all, name, finder) : topic === undefined ? all : about(all, topic, finder)

/** 第二阶段, 最后一个阶段: of each document; null where no place is asked for. */
function placed(all: readonly StageRow[], { at }: StageQuery): readonly StageRow[] | null {
  if (at === undefined) return null
  const own = Map.groupBy(all, (stage) => stage.document.id)
  return [...own.values()].flatMap((stages) => stages.at(at < 0 ? at : at - 1) ?? [])
}

/** 下一阶段: the one so many steps on, in its own document. */
function beside(all: readonly StageRow[], from: readonly StageRow[], step: number): readonly StageRow[] {
  if (step === 0) return from
  return from.flatMap((stage) => {
    const own = all.filter((other) => other.document.id === stage.document.id)
    const to = own.indexOf(stage) + step
    return to < 0 ? [] : (own[to] ?? [])
  })
}

/** Another document's name for the stage (动员部署 for 工作部署) finds the nearest; none near: all stages are told. */
function named(stages: readonly StageRow[], name: string, { lexicon }: Finder): readonly StageRow[] {
  const stem = name.replace(/阶段$/, '')
  const own = stages.filter((stage) => stage.name.includes(stem))
  if (own.length > 0) return own
  const matcher = topicMatcher(stem, lexicon.rarity)
  const near = stages.filter((stage) => matcher.score(stage.name) > 0.25)
  return near.length > 0 ? near : stages
}

function about(stages: readonly StageRow[], topic: string, { lexicon }: Finder): StageRow[] {
  const running = stages.filter((stage) => runsIn(stage, topic))
  if (running.length > 0) return running
  const called = stages.filter((stage) => shortFor(topic, stage.name))
  if (called.length > 0) return called
  const matcher = topicMatcher(topic, lexicon.rarity)
  const scored = stages.map((stage) => ({ stage, score: matcher.score(`${stage.name}${stage.text}`) }))
  const best = Math.max(0, ...scored.map((s) => s.score))
  return best < 0.55 ? [] : scored.filter((s) => s.score >= best * 0.95).map((s) => s.stage)
}

/** 督查 for 督促检查 or 检查督办: every character of it stands in the name. */
const shortFor = (topic: string, name: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(topic) && Array.from(topic).every((char) => name.includes(char))

/** 10月份处在哪个阶段: the month lies between a stage's first and last. */
function runsIn({ start, end }: StageRow, topic: string): boolean {
  const month = /^(?<m>\d{1,2})月份?$/.exec(topic)?.groups?.m
  if (month === undefined || start === null || end === null || start.slice(0, 4) !== end.slice(0, 4))
    return false
  return Number(start.slice(5, 7)) <= Number(month) && Number(month) <= Number(end.slice(5, 7))
}

async function answerSpan(query: StageQuery, finder: Finder): Promise<Facts> {
  const documents = searchedIn(query.documents, finder.lexicon)
  const dated = documents.filter((d) => d.periodEnd !== null || d.issuedOn !== null)
  const pattern = /(?:规划|实施|行动|工作)?期限为?|实施期|有效期|\d{4}年?(?:至|—|-|到)\d{4}年/
  const clauses = await findPattern(
    { documents: documents.map((d) => d.id), words: ['期限', '有效期', '实施期'], pattern },
    finder,
  )
  if (dated.length > 0) return { kind: 'span', documents: dated, clauses: clauses.slice(0, 3) }
  return { kind: 'none', why: 'no-deadline', about: '期限', searched: documents, near: [] }
}
