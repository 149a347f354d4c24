import { expect, test } from 'vitest'
import { findUngrounded } from '../../src/text/evidence/grounded.ts'

const EVIDENCE = [
  '云政发〔2025〕11号 二（四）3 建设低空飞行服务管理平台，2026年6月底前完成与省级平台对接。（牵头单位：市数据局）',
  '新建智能工厂12家、数字化车间60个，推动制造业智能化改造。',
]

test.each([
  '方案要求建设低空飞行服务管理平台，2026年6月底前与省级平台完成对接。',
  '低空飞行服务管理平台由市数据局牵头建设。',
  '新建12家智能工厂和60个数字化车间。',
  '文件没有写低空飞行安全的具体保障措施。',
  '共两项：智能工厂、数字化车间。',
  '综上所述，推动制造业的智能化改造。',
])('said in about the same words: %s', (text) => {
  expect(findUngrounded(text, EVIDENCE)).toEqual([])
})

test.each([
  ['文件要求全面加强飞行员资质审查和培训。', 1],
  ['将对违规企业依法给予行政处罚。', 1],
  ['建设低空飞行服务管理平台，同时组建应急救援专业队伍。', 1],
  ['第2项已销号。', 1],
  ['低空飞行服务管理平台已经完成建设', 1],
  ['市民可以向居委会申请补贴资金。', 1],
])('added: %s', (text, count) => {
  expect(findUngrounded(text, EVIDENCE)).toHaveLength(count)
})
