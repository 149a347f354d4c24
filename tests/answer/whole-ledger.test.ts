import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from './ask.ts'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

test.each(['有多少项任务', '一共几项任务'])('%s counts every current document', async (question) => {
  const answer = await asking.ask(question)
  expect(answer.kind).toBe('count')
  expect(answer.text).toContain(`共${answer.tasks.length}项`)
  expect(answer.tasks.length).toBeGreaterThan(1)
})

test.each(['谁牵头的任务最多', '牵头任务最多的是哪个单位'])('%s ranks the leads', async (question) => {
  const answer = await asking.ask(question)
  expect(answer.query).toMatchObject({ kind: 'compare', of: 'units', filter: { roles: ['lead'] } })
  expect(answer.query).not.toHaveProperty('filter.topics')
})

test.each(['有多少', '多少个'])('%s is asked back', async (question) => {
  expect((await asking.ask(question)).kind).toBe('clarify')
})

test('a title with which the clause begins is said once', async () => {
  const { text } = await asking.ask('市经信局有哪些任务')
  expect(text).not.toMatch(/(.{6,})[。\s]+\1/)
})
