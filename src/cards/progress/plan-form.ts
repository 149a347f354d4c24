import type { Draft, FormDraft } from '../../domain/draft.ts'
import type { ContactRow, FormTask, PlanStep } from '../../domain/form.ts'
import type { Field, Message } from '../../domain/message.ts'
import { short } from './naming.ts'
import { buttons, form, note, say } from './say.ts'

const filled = (value: string | null | undefined): { readonly value?: string } =>
  value == null || value === '' ? {} : { value }

interface Place {
  readonly at: number
  readonly of: number
}

/** 办理方案 of one task, as 附表1 has it. */
export function planFormCard(
  { id }: Pick<Draft, 'id'>,
  { task, step, unit }: { readonly task: FormTask; readonly step: PlanStep | null; readonly unit: string },
  { at, of }: Place,
): Message {
  const input = (name: string, label: string, value: string | undefined, lines = 1): Field => ({
    ...{ kind: 'input', name, label, lines },
    ...filled(value),
  })
  const fields: Field[] = [
    input('work', '细化任务', step?.work, 2),
    {
      ...{ kind: 'input', name: 'measures', label: '具体措施', lines: 3, required: true },
      ...filled(step?.measures),
    },
    { kind: 'date', name: 'finishOn', label: '完成时限', required: true, ...filled(step?.finishOn) },
    input('chief', '分管负责人', step?.chief),
    input('handler', '具体责任人、责任处室', step?.handler),
    input('phone', '联系电话', step?.phone),
  ]
  const name = task.no === null ? short(task.text) : `第${task.no}项`
  return say(
    `${name} · 办理方案${of > 1 ? `（${at + 1}/${of}）` : ''}`,
    [
      note(short(task.text, 90)),
      form(`plan${task.originId}`, fields, {
        text: '保存',
        style: 'primary',
        action: { do: 'saveTask', draft: id, task: task.originId ?? 1 },
      }),
      buttons({ text: '去核对', action: { do: 'showDraft', draft: id } }),
      note('分步骤多的，填附表1的 Excel 发给我也行。'),
    ],
    { subtitle: unit },
  )
}

/** The two people of 附表2 that every unit names. */
export function contactsFormCard(
  { id }: Pick<Draft, 'id'>,
  body: Pick<FormDraft, 'unit'>,
  rows: readonly ContactRow[],
): Message {
  const fields = CONTACT_ROLES.flatMap(({ key, role }) => {
    const row = rows.find((r) => r.role === role)
    const field = (name: string, label: string, value: string | undefined, required = false): Field => ({
      ...{ kind: 'input', name: `${key}${name}`, label: `${role}${label}`, required },
      ...filled(value),
    })
    return [
      field('Name', '姓名', row?.name, true),
      field('Title', '职务', row?.title),
      field('Mobile', '手机', row?.mobile),
    ]
  })
  return say(
    '督办工作人员名单',
    [
      form('contacts', fields, {
        text: '保存',
        style: 'primary',
        action: { do: 'saveContacts', draft: id },
      }),
    ],
    { subtitle: body.unit },
  )
}

export const CONTACT_ROLES = [
  { key: 'chief', role: '分管负责人' },
  { key: 'liaison', role: '联络员' },
] as const
