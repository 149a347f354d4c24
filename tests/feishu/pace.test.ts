import { expect, test } from 'vitest'
import { createPace } from '../../src/feishu/pace.ts'

/** The moments at which messages asked for at 0 would go out. */
async function moments(places: readonly string[]): Promise<readonly number[]> {
  const went: number[] = []
  const pace = createPace({ now: () => 0, pause: async (ms) => void went.push(ms) })
  for (const place of places) {
    const before = went.length
    await pace(place)
    if (went.length === before) went.push(0)
  }
  return went
}

const crowd = (times: readonly number[], windowMs: number) =>
  Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + windowMs).length))

test('one chat: five at once, the sixth a second later', async () => {
  expect(await moments(Array(11).fill('oc_1'))).toEqual([0, 0, 0, 0, 0, 1050, 1050, 1050, 1050, 1050, 2100])
})

test('another chat does not wait for a busy one', async () => {
  expect(await moments([...Array(6).fill('oc_1'), 'oc_2'])).toEqual([0, 0, 0, 0, 0, 1050, 0])
})

test('200 messages to 20 chats: never more than 50 in a second, nor 5 to a chat', async () => {
  const places = Array.from({ length: 200 }, (_, i) => `oc_${(i * i) % 20}`)
  const times = await moments(places)
  expect(crowd(times, 1000)).toBeLessThanOrEqual(50)
  for (const place of new Set(places)) {
    expect(
      crowd(
        times.filter((_, i) => places[i] === place),
        1000,
      ),
    ).toBeLessThanOrEqual(5)
  }
})
