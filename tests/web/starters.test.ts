import { afterEach, describe, expect, test } from 'vitest'
import { createStarters } from '../../src/app/starters.ts'
import type { Role } from '../../src/domain/person.ts'
import { freshDatabase } from '../database.ts'
import { clientOf, GROUP } from './client.ts'
import { openWorld, type World } from './world.ts'

const QUESTIONS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  official: ['第52项谁负责', '一句<b>带尖括号</b>的话'],
  liaison: ['我们单位牵头哪些任务'],
}
const starters = async (roles: readonly Role[]) => roles.flatMap((role) => QUESTIONS[role] ?? [])

let world: World
afterEach(() => world.close())

describe('first questions', () => {
  test('are those of the person’s role, as words, and go once the person has asked', async () => {
    world = await openWorld({ over: { starters } })
    const client = clientOf(world)
    const page = await client.page(`/?as=hang&in=${GROUP}`)
    expect(page).toContain('value="我们单位牵头哪些任务"')
    expect(page).not.toContain('第52项谁负责')
    const other = await client.page(`/?as=zhou&in=${GROUP}`)
    expect(other).toContain('一句&lt;b&gt;带尖括号&lt;/b&gt;的话')
    await client.send('hang', GROUP, '我们单位牵头哪些任务', { mention: '1' })
    expect(await client.page(`/?as=hang&in=${GROUP}`)).not.toContain('id="starters"')
    expect(await client.page(`/?as=zhou&in=${GROUP}`)).toContain('id="starters"')
  })

  test('a browser without script sends a chip as it is', async () => {
    world = await openWorld({ over: { starters } })
    const client = clientOf(world)
    const fields = {
      as: 'hang',
      in: GROUP,
      since: '1',
      news: '0',
      mention: '1',
      text: '我们单位牵头哪些任务',
    }
    const answer = await client.post('/chat/messages', fields, {})
    expect(answer.status).toBe(303)
    await world.settled()
    expect(world.heard.map((e) => [e.text, e.mentioned])).toEqual([['我们单位牵头哪些任务', true]])
  })

  test('none are offered where the sample documents are not', async () => {
    world = await openWorld()
    expect(await clientOf(world).page(`/?as=hang&in=${GROUP}`)).not.toContain('id="starters"')
    const { db, close } = await freshDatabase()
    expect(await createStarters(db)(['official'])).toEqual([])
    await close()
  })
})
