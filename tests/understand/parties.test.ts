import { describe, expect, test } from 'vitest'
import { othersIn, partiesIn } from '../../src/understand/progress/kind/parties.ts'
import { LEXICON, liaisonOf } from './progress.ledger.ts'

const side = { lexicon: LEXICON, own: new Set([liaisonOf('市经信局').unitId ?? 0]) }

describe('the parties of a message', () => {
  test.each([
    ['12项不归我们，应该是市数据局牵头', '12项不归甲，应该是乙牵头'],
    ['跟经信一点不沾边，数据局那边在管', '跟甲一点不沾边，乙在管'],
    ['我单位只是配合，发改委投资处统一报', '甲只是配合，乙统一报'],
    ['江北区人民政府和市商务局的事', '乙的事'],
    ['联络员换成李娟', '联络员换成丙'],
    ['以后找产业处的小马', '以后找丙'],
    ['由运行处接手', '由丁接手'],
    // Words that only look like a party.
    ['没有数据', '没有数据'],
    ['方案正在施工', '方案正在施工'],
    ['由高新区企业承担，安排马上到位', '由高新区企业承担，安排马上到位'],
    ['周五报，麻烦收一下', '周五报，麻烦收一下'],
  ])('%s → %s', (text, marked) => {
    expect(partiesIn(text, side)).toBe(marked)
  })

  test('the bodies named besides the own one', () => {
    const of = (text: string): unknown =>
      [...othersIn(text, side)].map((id) => LEXICON.unitById.get(id)?.short)
    expect(of('不归经信局，归商务局和市数据局')).toEqual(['市商务局', '市数据局'])
    expect(of('不归我们')).toEqual([])
  })
})
