import { describe, expect, test } from 'vitest'
import { findQuantities, findSpokenQuantities } from '../../src/text/quantities.ts'

type Row = readonly [op: string, value: number, unit: string, max?: number]

/** Quantities in order, then the words that say them. */
const CORPUS: readonly (readonly [readonly Row[], readonly string[]])[] = [
  [[['=', 40_000, '个']], ['4万个', '40000个', '40,000个', '四万个', '达到4万个', '达4万个']],
  [
    [['>=', 200, '场']],
    ['200场以上', '不少于200场', '不低于200场', '至少200场', '200场及以上', '两百场以上'],
  ],
  [[['>', 500, '亿元']], ['突破500亿元', '超500亿元', '超过500亿元', '逾500亿元', '大于500亿元']],
  [[['<=', 4, '%']], ['不高于4%', '不超过4%', '控制在4%以内', '4%以内', '4%以下', '百分之四以内']],
  [[['~', 300, '个']], ['300个左右', '约300个', '近300个', '三百个上下']],
  [[['=', 1, '家', 2]], ['1—2家', '1-2家', '1~2家', '1–2家']],
  [[['=', 100, '万平方米']], ['100万平方米', '一百万平方米']],
  [[['=', 2700, '亿元']], ['2700亿元', '两千七百亿元', '达到2700亿元']],
  [[['=', 1.2, '万亿元']], ['1.2万亿元']],
  [[['=', 1.8, '亿元']], ['一亿八千万元', '1.8亿元']],
  [[['=', 10_000, '人次']], ['1万人次', '一万人次', '10000人次']],
  [[['=', 35_000, '亩']], ['三万五千亩', '35000亩']],
  [[['>', 300, '个']], ['300余个', '300多个', '三百多个', '超300个']],
  [[['=', 600, '台套']], ['600台套', '六百台套']],
  [[['=', 1000, '台（套）']], ['1000台（套）', '一千台（套）']],
  [[['=', 0.5, '个百分点']], ['0.5个百分点']],
  [[['=', 30, '%']], ['30%', '百分之三十', '达到30%']],
  [[['=', 7.2, 'EFLOPS']], ['7.2EFLOPS', '7.2 EFLOPS']],
  [[['=', 50, '万千瓦']], ['50万千瓦']],
  [[['=', 350, '万亩次']], ['350万亩次']],
  [[['>', 400, '亿']], ['超400亿']],
  [[['=', 3, '亿件']], ['3亿件']],
  [[['>', 1000, '亿元']], ['突破千亿元', '突破1000亿元']],
  [
    [
      ['>=', 218, '万亩'],
      ['>=', 18, '亿斤'],
    ],
    ['218万亩、18亿斤以上', '稳定在218万亩、18亿斤以上'],
  ],
  [
    [
      ['>', 80, '%'],
      ['>', 95, '%'],
    ],
    ['超80%、95%', '超过80%和95%'],
  ],
  [[['<=', 1.25, '']], ['不高于1.25。', '不超过1.25']],
  [[['>=', 5, '%']], ['不低于在册里程的5%']],
  [
    [],
    [
      '第3批',
      '5G',
      'IPv6',
      'G230',
      '“1+15+60”',
      '《方案（2025年）》',
      '〔2025〕41号',
      '2025年',
      '3月31日',
      '第八届',
      '十大名点',
      '两江四岸',
      '千亿级',
      '百强',
      '万卡',
      '前10名',
      '2.0版',
      '4A级',
      '7×24',
      '五类',
      '一批',
      '1131',
      '三年',
      '百家企业',
    ],
  ],
]

const rows = CORPUS.flatMap(([wanted, words]) => words.map((text) => ({ text, wanted })))

describe('quantities', () => {
  test.each(rows)('$text', ({ text, wanted }) => {
    const found = findQuantities(text).map(({ value: q }) => [
      q.op,
      q.value,
      q.unit,
      ...(q.valueMax === null ? [] : [q.valueMax]),
    ])
    expect(found).toEqual(wanted)
  })

  test.each(rows.filter((r) => r.wanted.length > 0))('$text inside a sentence', ({ text, wanted }) => {
    const found = findQuantities(`其中，${text.replace('。', '')}，走在前列`)
    expect(found.map((f) => f.value.value)).toEqual(wanted.map(([, value]) => value))
  })
})

/** Said in a message, never written in a plan. */
const SPOKEN: readonly (readonly [readonly Row[], readonly string[]])[] = [
  [[['=', 7, '家']], ['七家', '开了七家', '7家']],
  [[['=', 2, '条']], ['两条', '就两条']],
  [[['=', 3, '个']], ['仨', '还差仨', '三个']],
  [[['=', 90, '%']], ['九成', '完成九成', '90%']],
  [[['=', 88.6, '%']], ['八成八六']],
  [[['=', 12.3, '亿']], ['十二亿三', '交易额十二亿三', '12.3亿']],
  [[['~', 20, '家', 30]], ['二三十家', '也就二三十家吧']],
  [
    [
      ['=', 83, '条'],
      ['=', 17, '家'],
      ['=', 412, '家'],
    ],
    ['产线八十三条车间十七家转型四百一十二家'],
  ],
  [[], ['第七条', '上两个季度', '每三个月', '这两家', '一成不变', '收成不错', '一个', '两江四岸']],
]

describe('in talk', () => {
  test.each(SPOKEN.flatMap(([wanted, words]) => words.map((text) => ({ text, wanted }))))(
    '$text',
    ({ text, wanted }) => {
      const found = findSpokenQuantities(text).map(({ value: q }) => [
        q.op,
        q.value,
        q.unit,
        ...(q.valueMax === null ? [] : [q.valueMax]),
      ])
      expect(found).toEqual(wanted)
    },
  )

  test.each(['七家', '仨', '九成', '十二亿三'])('%s is not read in a plan', (text) => {
    expect(findQuantities(text)).toEqual([])
  })
})
