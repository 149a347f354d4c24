import { expect, test } from 'vitest'
import { STRANGER } from '../../src/domain/person.ts'
import { waitingAsked } from '../../src/understand/waiting.ts'

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
