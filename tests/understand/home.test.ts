import { expect, test } from 'vitest'
import { placeWordsIn } from '../../src/answer/place-words.ts'
import { findHome } from '../../src/understand/finders/home.ts'
import { homesOf } from '../../src/understand/names/home.ts'
import { placeOf } from '../../src/understand/names/units.ts'
import { readSlots } from '../../src/understand/read.ts'
import { LEXICON, LIAISON, TODAY } from './lexicon.ts'

const CONTEXT = { viewer: LIAISON, today: TODAY, lexicon: LEXICON }

test('the city is what the documents speak for, in full and as people say it', () => {
  const heads = [
    { issuer: '湖州市人民政府办公室', noticeTitle: null, title: '2026年民生实事方案' },
    { issuer: null, noticeTitle: '浙江省商务厅关于印发消费方案的通知', title: '消费方案' },
  ]
  expect(homesOf(heads)).toEqual(['湖州市', '浙江省', '湖州', '浙江'])
  expect(LEXICON.homes).toEqual(['云川市', '云川'])
})

test.each([
  ['云川市2026年要建多少公里绿道', ['云川市']],
  ['请问云川市有几项任务', ['云川市']],
  ['云川有哪些关于地铁的任务', ['云川']],
  ['我们云川今年要开几条航线', ['云川']],
  ['云川市民中心谁负责', []],
  ['云川供电公司有哪些任务', []],
  ['支援云川有几家企业', []],
  ['昌州市有几项任务', []],
])('%s names the city itself by %j', (text, said) => {
  expect(findHome(text, LEXICON).map((mark) => mark.text)).toEqual(said)
})

test('the city is no part of the matter, another one is', () => {
  expect(readSlots('云川市口袋公园要建几个', CONTEXT).slots.topics).toEqual(['口袋公园'])
  expect(readSlots('昌州口袋公园要建几个', CONTEXT).slots.topics).toEqual(['昌州口袋公园'])
})

test('of a zone the city before its name is left off, of another place nothing', () => {
  expect(placeOf('云川经开区管委会', LEXICON)).toBe('经开区')
  expect(placeOf('云川市江北区人民政府', LEXICON)).toBe('江北区')
  expect(placeOf('东湖高新区管委会', LEXICON)).toBe('东湖高新区')
})

test('home is no place told, another city is', () => {
  expect(placeWordsIn('在武汉举办招商会', ['武汉市', '武汉'])).toEqual([])
  expect(placeWordsIn('在武汉举办招商会', LEXICON.homes)).toEqual(['武汉'])
})
