import type { Asked, Comparison, Figure, NoneFacts } from '../../answer/facts.ts'
import type { DocumentRef, DutyRow, TaskRow } from '../../answer/ledger.ts'
import type { ChatTone } from '../../domain/query.ts'
import type { UnitRole } from '../../domain/task.ts'
import { documentLabel } from '../../understand/document-names.ts'

/** Every sentence answers are made of. Plain functions of facts; no decisions but grammar. */

export const ROLE_NAMES: Readonly<Record<UnitRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  supporting: '配合单位',
}

/** 〔第41项〕, 二（一）3, 第80项第2部分. */
export function placeName(row: Pick<TaskRow, 'no' | 'part' | 'path'>): string {
  const place = row.no === null ? row.path.join('') : `第${row.no}项`
  return row.part === null ? place : `${place}第${row.part}部分`
}

export const taskLead = (row: TaskRow): string => `〔${placeName(row)}〕${row.title ?? ''}`.trim()

/** 牵头单位：…；责任单位：…, with the rule that makes leads where none are written. */
export function unitLine(row: TaskRow): string {
  const roles: readonly UnitRole[] = ['lead', 'responsible', 'supporting']
  const written = roles.flatMap((role) => {
    const units = row.units.filter((u) => u.role === role).map((u) => u.written)
    return units.length === 0 ? [] : [`${ROLE_NAMES[role]}：${units.join('、')}`]
  })
  return [...written, ...byRule(row)].join('；')
}

function byRule(row: TaskRow): string[] {
  if (row.leadRule === null || row.units.some((u) => u.role === 'lead')) return []
  const leads = row.units.filter((u) => u.role === 'effective_lead').map((u) => u.written)
  return leads.length === 0 ? [] : [`按文件规定视为牵头：${leads.join('、')}（“${row.leadRule}”）`]
}

export const dueLine = (row: TaskRow): string | null =>
  row.dueOn === null
    ? null
    : row.dueCertainty !== 'implied'
      ? `时限：${row.dueRaw ?? ''}（${dayName(row.dueOn)}）`
      : null

export const dayName = (day: string): string => {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

/** Topics are compared in lower case; people write GDP and 5G. */
const shown = (topic: string): string => topic.replace(/[a-z]+/g, (word) => word.toUpperCase())

export const say = {
  tasksTitle: (asked: Asked, count: number): string => `${subject(asked)} · ${count}项`,
  tasksIntro: (asked: Asked, count: number): string => `${subject(asked)}共${count}项。`,
  viaGroup: (unit: string, count: number): string =>
    `另有${count}项只写了${unit}所在的单位组（如“各区人民政府”），没有直接点名，未列入。`,
  onlyViaGroup: (unit: string, count: number): string =>
    `文件没有直接点名${unit}。以下${count}项写的是它所在的单位组（如“各区人民政府”）。`,
  noProgress: '这些任务还没有收到进展报送，下面是文件写明的任务。',
  leadTitle: '责任分工',
  noUnits: '这项任务没有写牵头单位和责任单位。文件对总的分工这样写：',
  figuresTitle: (topic: string | null, by: string | null): string =>
    [by, topic === null ? '目标' : shown(topic)].filter((p) => p !== null).join(' · '),
  uncertainCell: '原文件表格残缺，这一格的位置是推断的，请核对原文。',
  definition: '定义与口径',
  deadlineTitle: '完成时限',
  stageTitle: '工作阶段',
  spanTitle: '实施期限',
  span: (d: DocumentRef): string =>
    `${documentLabel(d)}${d.number === null ? '' : `《${d.title}》`}：${years(d)}${d.issuedOn === null ? '' : `（${dayName(d.issuedOn)}印发）`}`,
  dutyTitle: '报送要求',
  yes: '要。文件这样写：',
  peopleTitle: (about: string): string => (about === '' ? '领导小组' : about),
  passagesTitle: '文件原文',
  passagesIntro: '没有列成任务或指标，原文这样写：',
  countSections: (sections: number, tasks: number): string => `分${sections}个部分，共${tasks}项任务。`,
  countTasks: (asked: Asked, n: number): string => `${subject(asked)}共${n}项。`,
  countDocuments: (n: number): string => `共${n}份文件。`,
  indicatorCount: (n: number): string => `指标表共${n}个指标。`,
  countUnits: (n: number): string => `涉及${n}个单位。`,
  countParts: (n: number): string => `分${n}块（共${n}个部分）。`,
  tally: (unit: string, n: number, what: string): string => `${unit}${what}${n}项`,
  most: (unit: string): string => `${unit}更多。`,
  even: '数量一样。',
  severalTitle: '查询结果',
  helpTitle: '我能帮您查',
  help: '直接问就行，我从已入库的文件里找答案，并给出原文出处。例如：',
} as const

const years = (d: DocumentRef): string => {
  const [from, to] = [d.periodStart?.slice(0, 4), d.periodEnd?.slice(0, 4)]
  if (to === undefined) return '没有写明期限'
  return from === to || from === undefined ? `${to}年` : `${from}年至${to}年`
}

/** 市经信局牵头任务 / 没有写牵头单位的任务 / 与“低空”有关的任务. */
function subject(asked: Asked): string {
  const who = asked.unit ?? ''
  const roles = asked.unit === null || asked.roles.length === 0 ? '' : roleVerb(asked.roles)
  const missing =
    asked.missing.length === 0 ? '' : `没有写${asked.missing.map((r) => ROLE_NAMES[r]).join('、')}的`
  const topic = asked.topic === null ? '' : `与“${shown(asked.topic)}”有关的`
  const numbers =
    asked.numbers.length === 0 || asked.numbers.length > 3 ? '' : `第${asked.numbers.join('、')}项`
  const where = asked.document === null || asked.document.length > 40 ? '' : `${asked.document} `
  return `${where}${who}${roles}${topic}${missing}${numbers === '' ? '任务' : numbers}`
}

function roleVerb(roles: readonly UnitRole[]): string {
  if (roles.includes('supporting') && roles.includes('responsible')) return '配合的'
  return (
    roles.map((r) => ({ lead: '牵头的', responsible: '作为责任单位的', supporting: '配合的' })[r])[0] ?? ''
  )
}

/** 2025年 13% — 《…》: the raw words follow so that nothing is rounded away. */
export function figureLine(f: Figure): string {
  const year = f.year === null ? '' : `${f.year}年 `
  return `${year}${OPS[f.op] ?? ''}${f.value}${f.unit}${f.op === '~' ? '左右' : ''} — ${documentLabel(f.document)}（“${f.raw}”）`
}

const OPS: Readonly<Record<string, string>> = {
  '>=': '不少于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
  '=': '',
  '~': '',
}

export function comparisonLine(c: Comparison): string {
  const gap =
    c.difference === null
      ? ''
      : `首尾相差${c.difference.value}${c.difference.unit.startsWith('个') ? '' : ''}${c.difference.unit}。`
  if (c.verdict === 'agree') return '几份文件写的数值一致，用词和年份见下。'
  if (c.verdict === 'progress') return `年份不同，目标逐年推进，并不矛盾。${gap}`
  return `几份文件写的不一样。${gap}以哪份为准请向督查室确认。`
}

const RHYTHM = { monthly: '每月', quarterly: '每季度', semiannual: '每半年', annual: '每年' } as const

export function dutyLine(d: DutyRow): string {
  const when = d.due !== null ? dayName(d.due) : d.recurrence !== null ? RHYTHM[d.recurrence] : null
  const parts = [
    d.who === null ? null : `报送单位：${d.who}`,
    d.to === null ? '报送对象：文件未写明' : `报给：${d.to}`,
    when === null ? null : `时间：${when}`,
  ]
  return parts.filter((p) => p !== null).join('；')
}

/** The honest no: what was looked for, where, and what stands nearest. */
export function noneLine(facts: NoneFacts): string {
  const about = facts.about === '' ? '这项内容' : `“${shown(facts.about)}”`
  const why: Readonly<Record<NoneFacts['why'], string>> = {
    nothing: `文件里没有写${about}。`,
    'no-figure': `文件里没有写${about}的具体数字。`,
    'other-measure': `文件里没有写${about}的这个数。`,
    'no-deadline': `文件里没有写明${about}的完成时限。`,
    'no-part': `文件里没有写${about}。`,
    'no-unit': `文件里没有找到${about}的单位或任务。`,
    'no-document': `没有找到${facts.about}的文件。`,
    'no-duty': facts.about === '' ? '文件里没有写报送要求。' : `文件里没有写${about}的报送要求。`,
    'no-person': `文件里没有写${about}。`,
    'no-office': '文件里没有写领导小组办公室设在哪里。',
  }
  return why[facts.why]
}

export function searchedLine(searched: readonly DocumentRef[]): string {
  const names = searched.length <= 3 ? `（${searched.map(documentLabel).join('、')}）` : ''
  return `已查：${searched.length}份文件${names}的任务、目标、指标表和全文。`
}

export const nearTitle = '相近的内容是：'

export const TALK: Readonly<Record<ChatTone, string>> = {
  greeting: '您好，我是督办助手。要查任务、牵头单位、指标、时限或报送要求，直接问我就行。',
  thanks: '不客气，有需要随时问我。',
  abuse: '抱歉没能帮上忙。您可以换个说法告诉我要查什么任务或指标，我再查一遍。',
  foreign: '我只会用中文回答工作任务方面的问题，请用中文再问一次。',
  empty: '没有看到文字内容。请告诉我要查的任务、单位或指标。',
  long: '内容太长了，我看不过来。请用一两句话说明要查什么。',
  table: '这像是一张表，我还不能在聊天里读表。要收进任务库请联系督查室导入；要查其中哪一项，请用一句话问我。',
  unsafe: '这类指令我不能执行。我只回答文件里的任务、单位、指标和时限，请直接说要查什么。',
  other: '这个我帮不上忙。我只回答已入库文件里的任务、单位、指标和时限。',
}
