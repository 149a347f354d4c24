import { expect, test } from 'vitest'
import { hear } from '../../src/understand/progress/hear.ts'
import { LEXICON, liaisonOf, TASKS } from './progress.ledger.ts'

const after = (text: string) =>
  hear(text, {
    ...{ viewer: liaisonOf('市交通运输局'), today: '2026-09-18', lexicon: LEXICON, tasks: TASKS, last: [] },
    history: ['第6项，低空物流航线开了5条'],
  })

test.each(['帮助', 'help', '/help', '菜单', '上一页', '人呢', '取消', '等会儿报', '稍后再填', '有空再发吧'])(
  '%s after a report tells nothing of its task',
  (text) => {
    expect(after(text)).toMatchObject({ kind: 'chat', updates: [] })
  },
)

test.each(['其余无变化', '其余都没变化', '其他的没变化', '剩下的照旧'])(
  '%s is of all but that task',
  (text) => {
    expect(after(text)).toMatchObject({ kind: 'noChange', updates: [] })
  },
)

test.each([
  ['还是老样子', 'noChange'],
  ['无变化', 'noChange'],
  ['现在7条了', 'progress'],
  ['手续批下来了，等会儿报验收', 'progress'],
])('%s goes on with it', (text, kind) => {
  const heard = after(text)
  expect(heard.kind).toBe(kind)
  expect(heard.updates).toHaveLength(1)
})
