import { expect, test } from 'vitest'
import { findPlaces } from '../../src/understand/finders/places.ts'
import { arabic } from '../../src/understand/topic.ts'

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
  ['不少于10条，对得上吗', 0],
  ['新增12条，够不够', 0],
  ['12条，谁负责', 1],
  ['52项谁负责', 1],
])('%s names %i running numbers', (text, count) => {
  expect(findPlaces(text).filter((m) => m.value.kind === 'no')).toHaveLength(count)
})
