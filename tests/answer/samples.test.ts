import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GOLDEN, nameOf, openCity, recordedNames, scenes, transcript } from './city.ts'

let city: Awaited<ReturnType<typeof openCity>>
beforeAll(async () => {
  city = await openCity()
}, 60_000)
afterAll(() => city.close())

describe('the sample city is answered as recorded', () => {
  test.each(scenes().map((scene) => [nameOf(scene), scene] as const))('%s', async (name, scene) => {
    const golden = readFileSync(join(GOLDEN, `${name}.txt`), 'utf8')
    expect(transcript(scene, await city.ask(scene))).toBe(golden)
  })

  test('nothing is recorded that is not asked', () => {
    expect(recordedNames().sort()).toEqual(
      scenes()
        .map((scene) => `${nameOf(scene)}.txt`)
        .sort(),
    )
  })
})

test('whatever is offered next has an answer', async () => {
  const dead: string[] = []
  for (const scene of scenes()) {
    const last = (await city.ask(scene)).at(-1)
    for (const next of last?.message.suggestions ?? []) {
      const answer = (await city.ask({ role: scene.role, said: [...scene.said, next] })).at(-1)
      if (answer?.kind === 'none' || answer?.kind === 'passages' || answer?.kind === 'clarify')
        dead.push(`${nameOf(scene)} → ${next}: ${answer.kind}`)
    }
  }
  expect(dead).toEqual([])
}, 30_000)
