import { expect, test } from 'vitest'
import { feedbackAsked } from '../../src/understand/feedback.ts'

test.each([
  [
    'unanswered',
    [
      '没答上来的问题',
      '哪些问题没答上来',
      '答不上来的问题有哪些',
      '最近没有回答的问题',
      '看一下没能回答的问题',
      '未答问题清单',
      '有没有没答出来的问题？',
      '列出没回答上来的提问',
    ],
  ],
  [
    'useless',
    [
      '差评的问题',
      '差评问题有哪些',
      '大家差评的回答',
      '被评为没用的回答有哪些',
      '没用的回答',
      '差评有哪些',
      '看看不满意的答案',
    ],
  ],
] as const)('%s', (about, said) => {
  expect(said.map(feedbackAsked)).toEqual(said.map(() => about))
})

test.each([
  '政务服务好差评制度谁牵头',
  '好差评有哪些要求',
  '差评整改由哪个单位负责',
  '没有答复的信访件谁负责',
  '哪些问题没有牵头单位',
  '群众反映的问题有哪些',
  '没用完的资金怎么办',
  '问题整改多久报一次',
  '没答辩的项目有哪些',
])('about documents: %s', (said) => {
  expect(feedbackAsked(said)).toBeNull()
})
