import { expect, test } from 'vitest'
import { plainWords } from '../../src/chat/commands.ts'

test.each([
  ['帮助', ['帮助', 'help', 'Help', '/help', '／帮助', ' /help ', '帮助！', '?', '？', '怎么用', '菜单']],
  ['哪些任务逾期了', ['/overdue', '／逾期']],
  ['本月要完成的任务有哪些', ['/due', '/到期']],
  ['我们单位有哪些任务', ['/tasks', '/任务', '/我的任务', '／我的任务']],
])('%s', (question, said) => {
  expect(said.map(plainWords)).toEqual(said.map(() => question))
})

test.each(['帮助企业的任务有哪些', '怎么用这笔资金', '/helpme', '任务', '第52项谁负责?', ''])(
  'no command, said as it is: %s',
  (said) => {
    expect(plainWords(said)).toBe(said)
  },
)
