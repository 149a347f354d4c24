import type { Message } from '../../domain/message.ts'
import type { ListedDuty } from '../../remind/list-duties.ts'
import { dutyName } from './duty-words.ts'
import { buttons, form, note, say, text } from './say.ts'

const HINT = '如：每季度第1个月25日前、每月5日前、2026年12月5日前'
const MOVE_HINT = '如：每季度第1个月25日前；按期报的写一个日子（12月5日前），只改那一次'

/** To when a duty is moved. */
export function dutyForm({ duty }: ListedDuty, warning: string | null): Message {
  return say('改到什么时候？', [
    text(dutyName(duty)),
    note(`原文：${duty.text.slice(0, 120)}`),
    ...(warning === null ? [] : [text(`⚠ ${warning}`)]),
    form(
      'moveDuty',
      [
        { kind: 'input', name: 'when', label: '报送时间', required: true, hint: MOVE_HINT },
        { kind: 'date', name: 'from', label: '从哪天起（不填就是今天）' },
      ],
      { text: '去核对', style: 'primary', action: { do: 'duty', duty: duty.key, change: 'moved' } },
    ),
    buttons({ text: '回清单', action: { do: 'duties', page: 0 } }),
  ])
}

interface Said {
  readonly who: string
  readonly when: string
  readonly what: string
}

/** A new duty: who reports what by when. */
export function addDutyForm({ who, when, what }: Said, warning: string | null): Message {
  const filled = (value: string) => (value === '' ? {} : { value })
  return say('新增报送要求', [
    ...(warning === null ? [] : [text(`⚠ ${warning}`)]),
    form(
      'addDuty',
      [
        {
          ...{ kind: 'input', name: 'who', label: '由谁报', required: true, ...filled(who) },
          hint: '如：市经信局、各牵头单位',
        },
        { kind: 'input', name: 'when', label: '报送时间', required: true, hint: HINT, ...filled(when) },
        {
          ...{ kind: 'input', name: 'what', label: '报什么', required: true, ...filled(what) },
          hint: '如：低空经济进展；写文号就限于那份文件',
        },
      ],
      { text: '去核对', style: 'primary', action: { do: 'addDuty' } },
    ),
    buttons({ text: '回清单', action: { do: 'duties', page: 0 } }),
  ])
}
