import { expect, test } from 'vitest'
import { PANEL, plainWords } from '../../src/chat/commands.ts'
import { isRegisterWords } from '../../src/chat/register.ts'
import { stages } from './stages.ts'

const { stage } = stages()

async function panel() {
  const { loopback, feishu } = await stage()
  const { commands } = loopback.state
  const shown = () =>
    Object.fromEntries(
      [...commands.values()].map((c) => [
        c.command,
        (c.description as { default_value: string }).default_value,
      ]),
    )
  return { loopback, commands, shown, register: () => feishu.client.registerCommands(PANEL) }
}

const WANTED = Object.fromEntries(PANEL.map((c) => [c.command, c.description]))
const writes = (requests: readonly { method: string; path: string }[]) =>
  requests.filter((r) => r.path.includes('slash') && r.method !== 'GET').length

test('the panel gets what is missing; done again nothing is written', async () => {
  const { loopback, shown, register } = await panel()
  await register()
  expect(shown()).toEqual(WANTED)
  const before = writes(loopback.state.requests)
  await register()
  expect([before, writes(loopback.state.requests)]).toEqual([PANEL.length, PANEL.length])
})

test('an old description is mended, a foreign command left alone', async () => {
  const { loopback, commands, shown, register } = await panel()
  commands.set('cmd_1', { command: 'weather', description: { default_value: '天气' } })
  commands.set('cmd_2', { command: 'help', description: { default_value: '旧说明' } })
  await register()
  expect(shown()).toEqual({ ...WANTED, weather: '天气' })
  expect(writes(loopback.state.requests)).toBe(PANEL.length)
})

test.each([
  [400, 99_991_672],
  [404, 99_991_404],
])('turned down with %i %i: nothing breaks', async (status, code) => {
  const { loopback, shown, register } = await panel()
  loopback.fault({ path: /slash/, status, code })
  await register()
  expect(shown()).toEqual({})
})

test('every command of the panel is understood when it is typed', () => {
  const known = PANEL.map(({ command }) => `/${command}`).filter(
    (said) => plainWords(said) !== said || isRegisterWords(said),
  )
  expect(known).toHaveLength(PANEL.length)
})
