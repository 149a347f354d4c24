import { printedAs } from '../../finders/document-numbers.ts'
import { findDocuments } from '../../finders/documents.ts'
import type { Marked } from '../../marks.ts'
import { plainTitle } from '../../names/documents.ts'
import { resolveDocuments } from '../../names/resolve-documents.ts'
import type { Lexicon } from '../../prepare.ts'
import type { Pool } from '../pool.ts'

export interface DocumentsSaid {
  readonly ids: readonly number[]
  /** Only as what the work goes by: 根据9号文件要求. */
  readonly cited: boolean
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** The documents a message names; only those named as such narrow: 44号文第1项, 3号建议案里, 1号议案的, 政府工作报告. */
export function documentsIn(text: string, { all }: Pool, lexicon: Lexicon): DocumentsSaid {
  const running = new Set(all.map((t) => t.documentId))
  const marks = runningOnly(findDocuments(text, lexicon), running).filter(
    (m) =>
      m.value.kind === 'document' &&
      (m.value.every ? m.value.documents.length === 1 : m.value.documents.length > 0) &&
      namesOne(m.text, text.slice(m.end), text.slice(0, m.start)) &&
      !isNumberedOtherwise(m, text),
  )
  if (marks.length === 0) return headedWith(text, running, lexicon)
  const { slot } = resolveDocuments({ marks, years: [], relative: false }, lexicon)
  const cited = marks.every((m) => CITED.test(text.slice(0, m.start)))
  return { ids: slot?.ids ?? [], cited, places: marks }
}

/** 《…行动方案》（市办发〔2024〕51号）: a title like one of ours, with the number of another paper behind it. */
function isNumberedOtherwise({ value, start, end }: Marked, text: string): boolean {
  const number = /^》?[（(]?\p{Script=Han}*〔20\d{2}〕\d+号/u.exec(text.slice(end))?.[0]
  if (number === undefined || value.kind !== 'document') return false
  const found = { text: number, start, end: end + number.length, values: value.documents }
  return printedAs(found, text).length === 0
}

/** 现将农村公路提质攻坚一季度情况报告如下: a report headed with what a document is entitled. */
const HEADING =
  /^(?:关于|现将)?(?<subject>\p{Script=Han}{6,20}?)(?:\d{4}年度?|[一二三四]季度|[上下]半年|前三季度|今年|全年|年度|\d{1,2}月份?)*(?:(?:目标)?任务|工作|推进|落实|完成)*(?:情况|进展|总结)/u

function headedWith(text: string, running: ReadonlySet<number>, { rows }: Lexicon): DocumentsSaid {
  const subject = HEADING.exec(text)?.groups?.subject
  const entitled = rows.documents.filter(
    (d) => running.has(d.id) && subject !== undefined && plainTitle(d.title).includes(subject),
  )
  const [document, ...more] = entitled
  if (subject === undefined || document === undefined || more.length > 0)
    return { ids: [], cited: false, places: [] }
  const start = text.indexOf(subject)
  return { ids: [document.id], cited: false, places: [{ start, end: start + subject.length }] }
}

const CITED = /(?:根据|按照?|依据|遵照|贯彻|落实|印发|出台|制定|编制|发布|下发|转发)[^，。；]{0,12}$/

/** 1号议案 of several years: the one being reported on. */
const runningOnly = (marks: readonly Marked[], running: ReadonlySet<number>): Marked[] =>
  marks.map((mark) => {
    if (mark.value.kind !== 'document') return mark
    const documents = mark.value.documents.filter((d) => running.has(d.id))
    return documents.length === 0 ? mark : { ...mark, value: { ...mark.value, documents } }
  })

/** 农村公路方案候车亭96个, not 培训方案已印发, which is a paper of the unit's own. */
const OWN_PAPER =
  /^(?:$|[，。；！]|已|正|还|在|编|完|初|终|草|报|印|征|起|修|通过|出台|发布|上会|送|获|定|下发|落实|执行|要求|有|没|未|进|和|与|等|经|稿|论证|评审|批|上报)/

const namesOne = (name: string, after: string, before: string): boolean =>
  (before === '' && /(?:方案|规划|行动计划)$/.test(name) && !OWN_PAPER.test(after)) ||
  (/号|〔|报告|议案|建议案/.test(name) &&
    !/^(?:任务|前|之前|统计|反馈)/.test(after) &&
    !/[月\d第]$/.test(before)) ||
  /^(?:的?第|里|中|那边|这边|的任务|》|任务)/.test(after)
