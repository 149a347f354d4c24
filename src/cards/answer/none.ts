import type { DocumentRef, IndicatorRow } from '../../answer/ledger.ts'
import type { NoneFacts } from '../../answer/none-facts.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { UNSAID } from './detail.ts'
import { spanName } from './naming.ts'
import { clauseBlocks, nearRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { cellText, periodName, quoteOf } from './tables.ts'
import { say, shownTopic, subject } from './wording.ts'

const NAMED = 4

/** The honest no: what was looked for, where, what the documents do list, and what stands nearest. */
export function nonePart(facts: NoneFacts, book: SourceBook, today: Day): Part {
  const listed = facts.listed === undefined ? [] : [text(listedLine(facts.listed, book))]
  const searched =
    facts.searched.length === 0 || facts.why === 'no-progress' ? [] : [note(searchedLine(facts.searched))]
  const near =
    facts.near.length === 0
      ? []
      : [
          note(NEAR[facts.why] ?? '相近的内容是：'),
          nearRows(facts.near, book, facts.why === 'not-among' ? 'all' : 'lead'),
        ]
  const said =
    facts.clauses === undefined || facts.clauses.length === 0
      ? []
      : [note('文件只写了：'), ...clauseBlocks(facts.clauses, book)]
  const grouped = facts.viaGroup ? [text(say.viaGroupOnly(facts.viaGroup))] : []
  return {
    title: TITLES[facts.why] ?? '文件没有写',
    blocks: [text(noneLine(facts, today)), ...grouped, ...said, ...listed, ...near, ...searched],
  }
}
const note = (words: string): Block => ({ kind: 'note', text: words })

const NEAR: Readonly<Partial<Record<NoneFacts['why'], string>>> = {
  'no-due': '接下来到期的是：',
  'no-deadline': '文件只写了：',
  'no-detail': '文件只写了：',
  'other-year': '文件只写了：',
  'not-among': '这一项的单位是：',
}

const TITLES: Readonly<Partial<Record<NoneFacts['why'], string>>> = {
  'no-due': '没有到期的任务',
  'no-document': '没有这份文件',
  'no-last-year': '没有上一年的文件',
  'no-number': '没有这个序号',
  'no-progress': '还没有进展报送',
  'no-rhythm': '没有写多久一次',
  'not-among': '没有这家单位',
  'in-all': '没有这样的任务',
}

function noneLine(facts: NoneFacts, today: Day): string {
  const about = facts.about === '' ? '这项内容' : quoted(facts.about)
  const due = facts.due === undefined ? '' : spanName(facts.due.from, facts.due.to, today)
  const why: Readonly<Record<NoneFacts['why'], string>> = {
    nothing: `文件里没有写${about}。`,
    'no-figure': `文件里没有写${about}的具体数字。`,
    'other-measure': `文件里没有写${about}的这个数。`,
    'no-deadline': `文件里没有写明${facts.about === '' ? '这一项' : about}的完成时限。`,
    'no-part': `文件里没有写${shownTopic(facts.about)}。`,
    'no-unit':
      facts.asked === undefined
        ? `文件里没有找到${about}的单位或任务。`
        : `文件里没有${subject(facts.asked, today)}。${facts.otherParts ? `它参与的有${facts.otherParts}项。` : ''}`,
    'no-document': `没有找到${facts.about}的文件。`,
    'no-duty':
      facts.about === ''
        ? `文件里没有写${due}的报送要求。`.replace('写的', '写')
        : `文件里没有写${about}的报送要求。`,
    'no-person': `文件里没有写${about}。`,
    'no-office': '文件里没有写领导小组办公室设在哪里。',
    'no-due': `${facts.about}${due}没有到期的任务。`,
    'no-number': `文件里没有${facts.about}。`,
    'no-last-year': `没有${facts.about}，没法和上一年比。把上一年的文件导入后就能比。`,
    'no-rhythm': '文件没有写明多久开一次会。',
    'in-all': `查的每一项任务里都有${facts.about}。`,
    'not-among': `${facts.about}不在上一问那几项的牵头、责任单位里。`,
    'other-year': `文件里没有写${about}。`,
    'no-detail': detailLine(facts, about),
    'no-progress': '各单位还没有开始报送进展，暂时答不了。任务、单位、目标和时限可以照常查。',
  }
  return why[facts.why]
}

const quoted = (about: string): string => (/^[《第]/.test(about) ? about : `“${shownTopic(about)}”`)

/** Spoken of or not, this much of it is not written. */
function detailLine({ near, clauses = [], detail = 'names' }: NoneFacts, about: string): string {
  const spoken = near.length + clauses.length > 0
  return spoken
    ? `文件提到了${about}，但没有写${UNSAID[detail]}。`
    : `文件里没有写${about}${UNSAID[detail]}。`
}

/** 云政办〔2026〕9号《…任务分解表》只列了6个区：江北区、…（全市40个）。 */
function listedLine(
  { document, table, parts, sum, empty }: NonNullable<NoneFacts['listed']>,
  book: SourceBook,
): string {
  if (sum !== null) book.add(sum, quoteOf(sum))
  const whole = sum === null ? '' : `，${sum.name}全市${periodWords(sum)}${cellText(sum)}`
  if (empty !== undefined) return `${documentLabel(document)}“${table}”里${empty}这一格没有填数${whole}。`
  return `${documentLabel(document)}“${table}”只列了${parts.length}个区：${parts.join('、')}${whole}。`
}

const periodWords = ({ period }: IndicatorRow): string => (period === null ? '' : periodName(period))

function searchedLine(searched: readonly DocumentRef[]): string {
  const names = searched.length <= NAMED ? `（${searched.map(documentLabel).join('、')}）` : ''
  return `已查：${searched.length}份文件${names}的任务、目标、指标表和全文。`
}
