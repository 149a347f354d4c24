import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { clientOf, GROUP } from './client.ts'
import { openWorld, type World } from './world.ts'

let world: World
afterEach(() => world.close())

function daysFrom(today: string) {
  const moved: string[] = []
  const days = {
    today: () => moved.at(-1) ?? today,
    choices: async () => [{ text: '到下次提醒', to: '2026-11-25' }],
    moveTo: async (day: string) => {
      if (day <= today) throw new AppError('bad-request', '日期只能往后走。')
      moved.push(day)
    },
  }
  return { days, moved }
}

test('the sample city shows its day and moves on', async () => {
  const { days, moved } = daysFrom('2026-11-22')
  world = await openWorld({ over: { days } })
  const { page, post } = clientOf(world)
  const path = `/?as=li&in=${GROUP}`
  expect(await page(path)).toContain('11月22日（周日）')
  const answer = await post('/day', { as: 'li', in: GROUP, to: '2026-11-25' }, {})
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/?as=li&in=group%3Amain')
  expect(moved).toEqual(['2026-11-25'])
  expect(await page(path)).toContain('11月25日（周三）')
})

test.each([['2026-11-20'], ['2026-13-45'], ['明天'], ['']])('%s is no day to move on to', async (to) => {
  const { days, moved } = daysFrom('2026-11-22')
  world = await openWorld({ over: { days } })
  expect((await clientOf(world).post('/day', { as: 'li', in: GROUP, to }, {})).status).toBe(400)
  expect(moved).toEqual([])
})

test('where time is real there is no such form and no such address', async () => {
  world = await openWorld()
  const { page, post } = clientOf(world)
  expect(await page(`/?as=li&in=${GROUP}`)).not.toContain('演示日期')
  expect((await post('/day', { to: '2026-11-25' }, {})).status).toBe(404)
})
