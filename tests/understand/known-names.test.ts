import { describe, expect, test } from 'vitest'
import { isPartOfName, namesOfThings } from '../../src/understand/names/known.ts'
import { topicsOf } from '../../src/understand/topic.ts'
import { DOCUMENTS } from './lexicon.ts'

const names = namesOfThings({
  terms: ['离校未就业毕业生去向落实率', '健康保险在库品种', '产业到资金额'],
  sections: [{ documentId: 1, path: ['一'], heading: '健全产业标准体系', start: 0, end: 9 }],
  documents: DOCUMENTS,
})

describe('a word of asking inside the name of a thing', () => {
  test.each([
    ['离校未就业毕业生去向落实率多少', ['离校未就业毕业生去向落实率']],
    ['健康保险在库品种多少', ['健康保险在库品种']],
    ['产业标准体系归谁', ['产业标准体系']],
    // the same words where no document calls anything so
    ['候车亭未建成的有几个', ['候车亭 建成']],
    ['候车亭目标多少', ['候车亭']],
  ])('%s', (question, topics) => {
    expect(topicsOf(question, [], { names, rarity: { counts: new Map(), total: 0 } })).toEqual(topics)
  })

  test('one character must stand between words of the name; words of asking never do', () => {
    expect(isPartOfName(['离校', '未', '就业'], 1, names)).toBe(true)
    expect(isPartOfName(['毕业生', '未', '就业'], 1, names)).toBe(false)
    expect(isPartOfName(['产业', '标准', ''], 1, names)).toBe(true)
    expect(isPartOfName(['去向', '目标', ''], 1, `${names}去向目标`)).toBe(false)
    expect(isPartOfName(['离校', '未', '就业'], 1, '')).toBe(false)
  })
})
