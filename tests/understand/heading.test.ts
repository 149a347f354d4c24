import { expect, test } from 'vitest'
import { arabic, figures } from '../../src/understand/figures-said.ts'
import { findPlaces } from '../../src/understand/finders/places.ts'
import { headingOf } from '../../src/understand/query/heading.ts'
import { LEXICON } from './lexicon.ts'

test.each([
  ['两万五千亿', '25000亿'],
  ['一万二千三百亿元', '12300亿元'],
  ['三十万大学生', '30万大学生'],
  ['一千亿', '1000亿'],
  ['十四五规划', '十四五规划'],
])('%s is %s in digits', (said, figure) => {
  expect(arabic(said)).toBe(figure)
})

test.each([
  ['10亿以上项目', '十亿元以上项目'],
  ['100亿级产业', '百亿级产业'],
  ['100亿元以上企业', '百亿元以上企业'],
  ['十亿元以上项目', '十亿元以上项目'],
  ['1亿以上工业项目', '亿元以上工业项目'],
  ['5800亿元以上', '5800亿元以上'],
])('%s is the class %s', (said, called) => {
  expect(figures(said)).toBe(called)
})

test.each([
  ['不少于10条，对得上吗', 0],
  ['新增12条，够不够', 0],
  ['12条，谁负责', 1],
  ['52项谁负责', 1],
])('%s names %i running numbers', (text, count) => {
  expect(findPlaces(text).filter((m) => m.value.kind === 'no')).toHaveLength(count)
})

test.each([
  ['绿荫那个行动，任务列一下', '绿荫'],
  // a thing to be built, no heading
  ['绿荫工程，任务列一下', null],
  ['绿荫那个工程谁牵头', null],
])('%s is under the heading %s', (text, section) => {
  expect(headingOf(text, LEXICON).section).toBe(section)
})
