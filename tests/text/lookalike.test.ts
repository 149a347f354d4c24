import { describe, expect, test } from 'vitest'
import { correctSounds, soundIndex } from '../../src/text/typo.ts'

const index = soundIndex(['东江区', '东江区委', '黄陂区', '硚口区', '清淤工程', '未来社区'])

describe('characters mistaken by shape', () => {
  test.each([
    ['黄坡区建几个', '黄陂区建几个'],
    ['侨口区有没有任务', '硚口区有没有任务'],
    ['末来社区谁负责', '未来社区谁负责'],
    ['黄石区建几个', '黄石区建几个'],
    ['东江区危桥改造几座', '东江区危桥改造几座'],
    ['东浆区委有哪些任务', '东江区委有哪些任务'],
    ['江口区有没有任务', '江口区有没有任务'],
  ])('%s', (said, meant) => {
    expect(correctSounds(said, index).text).toBe(meant)
  })
})
