import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig, SETTING_NAMES } from '../src/config.ts'

const NOWHERE = '/nonexistent/.env'

describe('settings', () => {
  test('.env.example names every setting with its default, and no other', () => {
    const example = Object.fromEntries(
      readFileSync(resolve('.env.example'), 'utf8')
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    )
    expect(Object.keys(example).sort()).toEqual([...SETTING_NAMES].sort())
    expect(loadConfig(example, NOWHERE)).toEqual(loadConfig({}, NOWHERE))
  })

  test.each([
    [{ PORT: 'http' }, /PORT（现值“http”/],
    [{ FEISHU_MODE: 'pigeon' }, /FEISHU_MODE（现值“pigeon”/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  ])('%o is refused by name and value', (env, message) => {
    expect(() => loadConfig(env, NOWHERE)).toThrow(message)
  })

  test('an empty value counts as absent', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' }, NOWHERE)).toMatchObject({
      PORT: 3000,
      DATABASE_URL: null,
    })
  })
})
