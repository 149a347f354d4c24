import { expect, test } from 'vitest'
import { tellingOf } from '../../src/answer/kinds/detail-told.ts'
import { namesTold } from '../../src/answer/kinds/names-told.ts'
import type { Detail } from '../../src/domain/query.ts'

const RARITY = { counts: new Map<string, number>(), total: 100 }

const extent = (of: Detail, topic: string, text: string, noun?: string) =>
  tellingOf(text, {
    of,
    topic,
    rarity: RARITY,
    homes: ['云川市', '云川'],
    ...(noun === undefined ? {} : { noun }),
  })?.extent ?? null

test.each([
  ['打造东山街、南湖里夜市街区', '夜市街区', 2],
  ['赴东州、西州等城市开展引才', '城市', 2],
  ['建设东山文旅城等5个地标', '地标', 1],
  ['实验基地（东山、南湖、西岭）', '实验基地', 3],
  ['强化“东山茶”“南湖藕”等品牌培育', '品牌', 2],
  ['示范领域包括医疗、教育、养老', '领域', 3],
  // set beside it, or its own name
  ['推广十大特产、十大名店、十大名景', '名店', 0],
  ['推广十大特产、十大名店、十大名景', '名景', 0],
  ['开通货运航线20条以上、客运航线30条以上', '客运航线', 0],
  ['培育“先行者”企业20家', '先行者', 0],
  ['引进3家总部企业', '总部企业', 0],
])('%s names so many %s: %i', (piece, head, count) => {
  expect(namesTold(piece, head, head)).toHaveLength(count)
})

test.each([
  ['建设东山文旅城等5个地标，引进3家酒店。', '5个地标', 'part'],
  ['建设东山、南湖、西岭三大联络站。', '三大联络站', 'whole'],
  ['围绕研发、制造、运营等环节，引进3家总部企业。', '总部企业', null],
  ['提供“三个一”帮扶服务。送一份政策、办一场座谈、开一扇窗口服务。', '“三个一”帮扶服务', 'whole'],
  ['完善企业梯度培育体系。实施“幼苗计划”“领跑计划”。', '企业梯度培育', 'whole'],
])('which ones: %s', (text, topic, told) => {
  expect(extent('names', topic, text, topic === '企业梯度培育' ? '计划' : undefined)).toBe(told)
})

test.each([
  ['place', '会展中心', '支持东山区建设会展中心。', 'whole'],
  ['place', '引才专场', '赴东州、西岭湾等地举办引才专场。', 'whole'],
  ['place', '会展中心', '在各示范区建设会展中心。', null],
  ['rhythm', '数据统计', '每季度开展数据统计。', 'whole'],
  ['rhythm', '数据统计', '定期开展数据统计。', 'part'],
  ['rhythm', '数据统计', '全面准确开展数据统计。', null],
  ['reason', '道路改造', '为方便群众出行，推进道路改造。', 'whole'],
  ['reason', '道路改造', '推进道路改造30公里，作为重点。', null],
  ['day', '交易所', '2019年设立交易所。', 'whole'],
  ['day', '交易所', '支持交易所发展壮大。', null],
] as const)('%s of %s in “%s”: %s', (of, topic, text, told) => {
  expect(extent(of, topic, text)).toBe(told)
})
