import { expect, test } from 'vitest'
import type { LexiconDocument } from '../../src/understand/lexicon.ts'
import { documentNames } from '../../src/understand/names/documents.ts'

const titled = (title: string): LexiconDocument =>
  ({ id: 1, number: null, title, about: '' }) as unknown as LexiconDocument

test.each([
  ['市九届人大三次会议1号议案办理工作方案', ['三次会议1号议案', '人大三次会议1号议案', '1号议案', '1号']],
  ['市政协第七届二次会议2号建议案办理工作方案', ['二次会议2号建议案', '政协二次会议2号建议案', '2号建议案']],
])('%s is called %j', (title, names) => {
  expect(documentNames(titled(title))).toEqual(expect.arrayContaining([...names]))
})

test('a plan that carries out no motion has no such name', () => {
  expect(documentNames(titled('云川市防汛工作方案'))).toEqual(['防汛工作方案'])
})
