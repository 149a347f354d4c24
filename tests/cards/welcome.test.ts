import { expect, test } from 'vitest'
import { helpPart } from '../../src/cards/answer/help.ts'
import { welcome } from '../../src/cards/welcome.ts'
import type { Role } from '../../src/domain/person.ts'
import { STRANGER } from '../../src/domain/person.ts'

const person = (...roles: Role[]) => ({ ...STRANGER, personId: 7, unitId: 3, unit: '市水务局', roles })
const wordsOf = (message: ReturnType<typeof welcome>) =>
  message.blocks.map((b) => (b.kind === 'text' ? b.text : '')).join('\n')

test.each([
  { who: STRANGER, says: '第一次用请发“登记”', first: '年底前到期的任务有哪些' },
  { who: person('official'), says: '直接把问题发给我就行', first: '年底前到期的任务有哪些' },
  { who: person('liaison'), says: '您是市水务局的联络员', first: '今天有什么要报的' },
  { who: person('official', 'leader'), says: '给我一页纸', first: '有哪些滞后的任务' },
  { who: person('supervisor', 'official'), says: '还有谁没报', first: '还有谁没报' },
])('a private chat begins with what $who.roles do', ({ who, says, first }) => {
  const message = welcome('private', who)
  expect(wordsOf(message)).toContain(says)
  expect(wordsOf(message).includes('登记')).toBe(who.personId === null)
  expect(message.suggestions[0]).toBe(first)
})

test('a group is told to mention the bot, whoever brought it in', () => {
  expect(wordsOf(welcome('group', person('liaison')))).toContain('@我')
  expect(wordsOf(welcome('group', person('liaison')))).not.toContain('市水务局')
})

test.each([
  [['official'], '我能帮您查', null],
  [['liaison'], '我能帮您查、帮您办', '**报进展**'],
  [['official', 'leader'], '我能帮您查、帮您办', '**要材料**'],
  [['supervisor'], '我能帮您查、帮您办', '**督办**'],
] as const)('help for %s', (roles, title, doing) => {
  const help = helpPart(roles)
  const words = help.blocks.map((b) => (b.kind === 'text' ? b.text : '')).join('\n')
  expect(help.title).toBe(title)
  expect(doing === null ? words.includes('**报') : words.includes(doing)).toBe(doing !== null)
})
