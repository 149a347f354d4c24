import type { Difference, FieldChange, TaskLabel } from '../src/domain/difference.ts'
import type { FieldValue, TaskField } from '../src/domain/task-fields.ts'

const FIELDS: Readonly<Record<TaskField, string>> = {
  no: '编号',
  part: '分项',
  title: '标题',
  text: '内容',
  lead: '牵头单位',
  responsible: '责任单位',
  supporting: '配合单位',
  effectiveLead: '实际牵头',
  deadline: '完成时限',
  metrics: '指标',
}

/** What a new version or reading changes, line by line, for the person who decides about it. */
export function differenceText(difference: Difference): readonly string[] {
  const { kept, changed, added, withdrawn } = difference
  return [
    `保留 ${kept} 项，变更 ${changed.length} 项，新增 ${added.length} 项，撤销 ${withdrawn.length} 项。`,
    ...changed.map(({ task, fields }) => `变更 ${labelText(task)}：${fields.map(changeText).join('；')}`),
    ...added.map((task) => `新增 ${labelText(task)}`),
    ...withdrawn.map((task) => `撤销 ${labelText(task)}`),
  ]
}

const LONG = 30

function labelText({ no, part, path, text }: TaskLabel): string {
  const number = no === null ? path.join('') : `第${no}项${part === null ? '' : `（${part}）`}`
  return `${number}“${short(text)}”`
}

/** A text is not quoted whole twice: the person opens the source page for it. */
function changeText({ field, was, now }: FieldChange): string {
  const name = FIELDS[field]
  if (field === 'text') return `${name}有改动，现为“${short(String(now))}”`
  return `${name}由“${valueText(was)}”改为“${valueText(now)}”`
}

function valueText(value: FieldValue): string {
  if (value === null) return '无'
  if (typeof value === 'string') return short(value)
  if (typeof value === 'number') return String(value)
  return value.map((item) => (typeof item === 'string' ? item : item.raw)).join('、') || '无'
}

const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)
