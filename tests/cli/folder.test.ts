import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from '../../src/cli/folder.ts'

const place = mkdtempSync(join(tmpdir(), 'folder-'))
afterAll(() => rmSync(place, { recursive: true }))

test('folders above are made too, and what is there stays', () => {
  makeFolder(join(place, 'a/b'))
  makeFolder(join(place, 'a/b'))
  expect(existsSync(join(place, 'a/b'))).toBe(true)
})

test('a file is no folder', () => {
  writeFileSync(join(place, 'file'), '')
  expect(() => makeFolder(join(place, 'file'))).toThrow('不是目录')
  expect(() => makeFolder(join(place, 'file/in'))).toThrow('写不进去')
})

test.skipIf(!existsSync('/proc/self'))('what can never be made is refused at once', () => {
  expect(() => makeFolder('/proc/none')).toThrow('写不进去')
})
