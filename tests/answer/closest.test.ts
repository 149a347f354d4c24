import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCity } from './city.ts'

/** What no text says as asked: shown as what comes nearest, never as the answer; where nothing comes near, an honest no. */
let city: Awaited<ReturnType<typeof openCity>>
beforeAll(async () => {
  city = await openCity()
}, 60_000)
afterAll(() => city.close())

const ask = async (question: string) => {
  const answer = (await city.ask({ role: 'official', said: [question] })).at(-1)
  if (answer === undefined) throw new Error('nothing was asked')
  return { ...answer, text: JSON.stringify(answer.message) }
}

test.each([
  ['老码头街区旧貌归谁打理', '老码头'],
  ['候车亭旧设施归谁翻新', '候车亭'],
])('%s: nearest', async (question, words) => {
  const answer = await ask(question)
  expect(answer.kind).not.toBe('none')
  expect(answer.text).toContain(words)
})

test.each(['地铁九号线由谁牵头', '海洋牧场要建几个', '江北机场第三跑道的任务', '2019年工作报告里的候车亭'])(
  '%s: nothing comes near',
  async (question) => {
    expect((await ask(question)).text).toContain('没有')
  },
)
