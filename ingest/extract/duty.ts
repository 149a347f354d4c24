import type { Duty } from '../../src/domain/document.ts'
import type { Day } from '../../src/domain/span.ts'
import { concat, type Mapped, sourceOf } from '../../src/text/mapped.ts'
import { findRecurrences } from '../../src/text/recurrence.ts'
import type { DocumentParts, TreeNode } from '../types.ts'
import { dutyTimes } from './duty-time.ts'
import { readReport } from './report-clause.ts'
import { clausesOf, sentencesOf, walkWithHeadings } from './sentence.ts'
import { stageOf } from './stage.ts'

/** Clauses back to look for who is meant. */
const SUBJECT_REACH = 4
/** Where tasks stand nobody is told when to report. */
const TASKS = /(?:工作|重点|主要)(?:任务|举措)|任务分工|责任分解|政策措施/
const UNITS = /（(?:牵头|责任|配合|主办|承办)(?:单位|部门)?[：:]/
/** 实行月调度、季通报、半年检查、全年总结: each is a duty of its own. */
const REGIME =
  /(?:实行|建立|坚持|落实|完善|健全|执行)[^，。；]{0,60}(?:调度|通报|检查|总结|例会|会商|报告|小结|考核)|(?:每月|每个?季度?|每半年|按月|按季度?)(?:通报|调度)/

/** Who has to report what to whom by when, from the letter and from all of the plan that is not tasks. */
export function readDuties(parts: DocumentParts, year: number | null): Duty[] {
  const roots = parts.letter ? [parts.letter, parts.body] : [parts.body]
  return roots.flatMap((root) => dutiesOf(root, year))
}

function dutiesOf(root: TreeNode, year: number | null): Duty[] {
  const duties: Duty[] = []
  let last: Day | null = null
  for (const { node, headings } of walkWithHeadings(root)) {
    if (headings.some((h) => TASKS.test(h))) continue
    const stage = stageOf(node, headings, last, year)
    last = stage?.end ?? last
    const told = /20\d{2}(?=年)/.exec(headings.join('\n'))?.[0]
    const time = { year: told ? Number(told) : year, stage }
    duties.push(...node.paragraphs.filter((p) => !UNITS.test(p.text)).flatMap((p) => sentenceDuties(p, time)))
  }
  return duties
}

/** A day at the start, without anybody: 7月5日前报送小结 goes on from what stands before the semicolon. */
const GOES_ON = /^(?:并|另)?(?:于|在)?(?:20\d{2}年|次年|当年|年底|每|\d{1,2}月)/

/** …每月25日前向办公室报送简报；7月5日前报送小结: the same who and whom. …报送总结；市数据局汇总后报…: the same thing. */
function continued(duty: Duty, before: Duty | undefined): Duty {
  if (before === undefined) return duty
  if (duty.what === '情况' && /汇总后(?:报|上报|报送)/.test(duty.text)) return { ...duty, what: before.what }
  if (duty.who !== null || duty.to !== null || before.who === null || !GOES_ON.test(duty.text)) return duty
  return { ...duty, who: before.who, to: before.to }
}

type Time = Parameters<typeof dutyTimes>[1]

/** A year said in one sentence holds for the next of the paragraph: 2022年6月底之前…。8月底之前…。 */
function sentenceDuties(paragraph: Mapped, time: Time): Duty[] {
  const duties: Duty[] = []
  let year = time.year
  let said = ''
  for (const sentence of sentencesOf(paragraph)) {
    const before = /；\s*$/.test(said) ? duties.at(-1) : undefined
    duties.push(...readSentence(sentence, { ...time, year }).map((duty) => continued(duty, before)))
    said = sentence.text
    year = Number(/20\d{2}(?=年)/.exec(sentence.text)?.[0] ?? year) || null
  }
  return duties
}

function readSentence(sentence: Mapped, time: Time): Duty[] {
  const place = { text: sentence.text, source: sourceOf(sentence) }
  const clauses = clausesOf(sentence)
  const regimes = clauses.map((clause) => regimeDuties(clause.text))
  const reports = clauses.flatMap((clause, i) => {
    const report = readReport(clause.text, concat(clauses.slice(Math.max(0, i - SUBJECT_REACH), i)).text)
    return report ? [{ i, ...report }] : []
  })
  const kept = reports.filter(
    (r, n) => !(r.draws && reports[n + 1]?.i === r.i + 1 && reports[n + 1]?.carries),
  )
  return [
    ...regimes.flat().map((duty) => ({ ...duty, ...place })),
    ...kept.flatMap(({ i, who, to, what }, n) => {
      const last = kept[n - 1]?.i ?? -1
      const from =
        Math.max(
          last,
          regimes.findLastIndex((r, at) => r.length > 0 && at < i),
        ) + 1
      const words = clauses.slice(from, i + 1).map((c) => c.text)
      const times = dutyTimes({ words: words.join(''), sentence: sentence.text }, time)
      return times.map((at) => ({ who, to, what, ...at, ...place }))
    }),
  ]
}

type Bare = Omit<Duty, 'text' | 'source'>

function regimeDuties(text: string): Bare[] {
  const regime = REGIME.exec(text)
  if (!regime) return []
  return findRecurrences(regime[0]).map((found) => ({
    who: null,
    to: null,
    what: /^[每按]/.test(found.text) ? regime[0] : found.text,
    due: null,
    recurrence: found.value,
  }))
}
