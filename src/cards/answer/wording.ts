import type { DocumentRef } from '../../answer/ledger.ts'
import type { Asked } from '../../answer/task-facts.ts'
import type { Day } from '../../domain/span.ts'
import type { UnitRole } from '../../domain/task.ts'
import { dayName } from '../../text/calendar.ts'
import { fullName, spanName } from './naming.ts'
import { ROLE_NAMES } from './task-words.ts'

/** Every sentence answers are made of. Plain functions of facts; no decisions but grammar. */

/** Topics are compared in lower case; people write GDP and 5G. */
export const shownTopic = (topic: string): string =>
  topic
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/[a-z]+/g, (word) => word.toUpperCase())

export const say = {
  ahead: (n: number): string => `还没到时限 · ${n}项`,
  past: (n: number): string => `时限已过 · ${n}项`,
  viaGroup: (unit: string, count: number): string =>
    `另有${count}项只写了${unit}所在的单位组（如“各区人民政府”），没有直接点名，未列入。`,
  viaGroupOnly: (count: number): string =>
    `有${count}项写的是它所在的单位组（如“各区人民政府”），没有点它的名。`,
  onlyViaGroup: (unit: string, count: number): string =>
    `文件没有直接点名${unit}。以下${count}项写的是它所在的单位组（如“各区人民政府”）。`,
  noProgress: '这些任务还没有收到进展报送，下面是文件写明的任务。',
  leadTitle: '责任分工',
  noUnits: '这项任务没有写牵头单位和责任单位。文件对总的分工这样写：',
  notOf: (year: number): string => `文件没有写${year}年的数，只写了：`,
  unstaffed: '这份文件的任务都没有逐项写牵头单位和责任单位。对总的分工这样写：',
  figuresTitle: (topic: string | null, by: string | null): string =>
    [by, topic === null ? '目标' : shownTopic(topic)].filter((p) => p !== null).join(' · '),
  extreme: (e: {
    readonly topic: string | null
    readonly rank: 'most' | 'least'
    readonly parts: string
    readonly cell: string
  }): string =>
    `${e.topic === null ? '' : shownTopic(e.topic)}${e.rank === 'most' ? '最多' : '最少'}的是${e.parts}：${e.cell}`,
  uncertainCell: '原文件表格残缺，这一格的位置是推断的，请核对原文。',
  definition: '定义与口径',
  deadlineTitle: '完成时限',
  stageTitle: '工作阶段',
  spanTitle: '印发时间和实施期限',
  spanOne: (d: DocumentRef): string => {
    const issued = d.issuedOn === null ? [] : [`${dayName(d.issuedOn)}印发`]
    const several = d.periodEnd !== null && d.periodEnd.slice(0, 4) !== d.periodStart?.slice(0, 4)
    return [...issued, ...(several || issued.length === 0 ? [`实施期限${years(d)}`] : [])].join('，')
  },
  span: (d: DocumentRef & { readonly issuer?: string | null }): string =>
    `${fullName(d)}：${d.issuer ?? ''}${d.issuedOn === null ? '' : `${dayName(d.issuedOn)}印发，`}实施期限${years(d)}。`,
  dutyTitle: '报送要求',
  yes: '要。文件这样写：',
  peopleTitle: (about: string): string => (about === '' ? '领导小组' : about),
  unnamed: '文件没有写姓名，只写了职务：',
  groups: (n: number): string => `在${n}个领导小组`,
  passagesTitle: '文件原文',
  passagesIntro: '没有列成任务或指标，原文这样写：',
  countSections: (sections: number, tasks: number): string => `分${sections}个部分，共${tasks}项任务。`,
  countDocuments: (n: number): string => `共${n}份文件。`,
  indicatorCount: (n: number): string => `指标表共${n}个指标。`,
  countUnits: ([role, other]: readonly UnitRole[], n: number): string =>
    `${role === undefined || other !== undefined ? '涉及的单位' : ROLE_NAMES[role]} · ${n}个`,
  countParts: (n: number): string => `分${n}块（共${n}个部分）。`,
  tally: (unit: string, n: number, what: string): string => `${unit}${what}${n}项`,
  most: (unit: string, of: number): string => `${unit}${of > 2 ? '最' : '更'}多`,
  even: '数量一样',
  severalTitle: '查询结果',
} as const

const years = (d: DocumentRef): string => {
  const [from, to] = [d.periodStart?.slice(0, 4), d.periodEnd?.slice(0, 4)]
  if (to === undefined) return '没有写明'
  return from === to || from === undefined ? `${to}年` : `${from}年至${to}年`
}

/** 市经信局2026年牵头的任务; 没有写牵头单位的任务; 与“低空”有关的任务; 11月到期的任务. */
export function subject(asked: Asked, today: Day): string {
  const roles = asked.unit === null || asked.roles.length === 0 ? '' : roleVerb(asked.roles)
  const missing =
    asked.missing.length === 0 ? '' : `没有写${asked.missing.map((r) => ROLE_NAMES[r]).join('、')}的`
  const topic = asked.topic === null ? '' : `与“${shownTopic(asked.topic)}”有关的`
  const due = asked.dueTo === null ? '' : `${spanName(asked.dueFrom, asked.dueTo, today)}到期的`
  const year = YEARS.test(asked.document ?? '') && due === '' ? (asked.document ?? '') : ''
  const alone = asked.alone === true ? `单独${roles === '' ? '负责的' : ''}` : ''
  const narrowed = `${asked.unit ?? ''}${year}${due}${alone}${roles}${topic}${missing}${asked.undated ? '没有写时限的' : ''}`
  if (asked.numbers.length > 0 && asked.numbers.length <= 3)
    return `${narrowed}第${asked.numbers.join('、')}项`
  if (narrowed === '') return '全部任务'
  return narrowed.endsWith('的') ? `${narrowed}任务` : `${narrowed}的任务`
}

const YEARS = /^[\d、]+年$/

function roleVerb(roles: readonly UnitRole[]): string {
  if (roles.includes('supporting') && roles.includes('responsible')) return '配合的'
  return (
    roles.map((r) => ({ lead: '牵头的', responsible: '作为责任单位的', supporting: '配合的' })[r])[0] ?? ''
  )
}
