import { expect, test } from 'vitest'
import { STRANGER } from '../../src/domain/person.ts'
import { owedAsked, waitingAsked } from '../../src/understand/query/waiting.ts'

const SUPERVISOR = { ...STRANGER, roles: ['supervisor' as const] }

test.each(['待办', '我的待办', '今天有什么要处理的', '有什么事要我处理？', '待办事项有哪些', '今天有什么事'])(
  '%s asks a supervisor’s list of what waits',
  (text) => {
    expect(waitingAsked(text, SUPERVISOR)).toMatchObject({
      kind: 'several',
      queries: [{ filter: { states: ['pending'] } }, { of: 'reporting' }],
    })
    expect(waitingAsked(text, STRANGER)).toBeNull()
  },
)

test.each(['市经信局有什么事', '督办', '今天有什么任务要完成', '第52项要处理什么', '办公室设在哪'])(
  '%s does not',
  (text) => {
    expect(waitingAsked(text, SUPERVISOR)).toBeNull()
  },
)

const MEMBER = { ...STRANGER, unitId: 7, unit: '市风筝局' }

test.each(['今天有什么要报的', '我们单位有哪些任务要报？', '本月有什么该报的', '有哪些要交的'])(
  '%s asks what the own unit owes',
  (text) => {
    const owed = { filter: { units: [{ ids: [7] }], states: ['unreported'] } }
    expect(owedAsked(text, { ...MEMBER, roles: ['liaison'] })).toMatchObject(owed)
    expect(owedAsked(text, MEMBER)).toMatchObject({ queries: [owed, { kind: 'staff', of: 'liaison' }] })
    expect(owedAsked(text, SUPERVISOR)).toMatchObject({ of: 'reporting' })
    expect(owedAsked(text, STRANGER)).toBeNull()
  },
)

test.each(['1号议案要报什么', '市经信局有哪些任务', '今天有什么要完成的', '季报要报什么材料'])(
  '%s does not ask what is owed',
  (text) => {
    expect(owedAsked(text, MEMBER)).toBeNull()
  },
)
