import { describe, expect, test } from 'vitest'
import type { Card, Element } from '../../src/cards/card.ts'
import { checkCard } from '../../src/cards/check-card.ts'
import { childrenOf, PLATFORM, ROOM, sizeOf } from '../../src/cards/limits.ts'
import { cardOf, pageCount } from '../../src/cards/print.ts'
import type { Reply } from '../../src/domain/chat.ts'
import type { Block } from '../../src/domain/message.ts'
import { EVERY_BLOCK, message, reply, rows, source } from './messages.ts'

const links = (s: { documentId: number; start: number; end: number }) =>
  `/documents/${s.documentId}?start=${s.start}&end=${s.end}`

const pages = (r: Reply): Card[] =>
  Array.from({ length: pageCount(r, links) }, (_, page) => cardOf({ ...r, page }, links))
const all = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((e) => [e, ...all(childrenOf(e))])
const elementsOf = (c: Card) => all(c.body.elements)
const words = (c: Card) => elementsOf(c).flatMap((e) => (e.tag === 'markdown' ? [e.content] : []))
const taps = (c: Card) => elementsOf(c).flatMap((e) => (e.tag === 'button' ? [e.text.content] : []))
const said = (c: Card) => words(c).join('\n')

describe('one card', () => {
  test('every kind of block makes cards the platform takes', () => {
    const cards = pages(reply(message(EVERY_BLOCK)))
    expect(cards.flatMap(checkCard)).toEqual([])
    const tags = new Set(cards.flatMap(elementsOf).map((e) => e.tag))
    expect([...tags].sort()).toEqual([
      'button',
      'chart',
      'collapsible_panel',
      'column_set',
      'date_picker',
      'form',
      'hr',
      'input',
      'markdown',
      'select_static',
      'table',
    ])
  })

  test.each([
    ['plain', 'blue'],
    ['good', 'green'],
    ['warn', 'orange'],
    ['bad', 'red'],
  ] as const)('tone %s is headed %s', (tone, colour) => {
    const card = cardOf(reply(message([], { tone, subtitle: '截至**今天**' })), links)
    expect(card.header).toEqual({
      title: { tag: 'plain_text', content: '市经信局牵头任务 · 12项' },
      subtitle: { tag: 'plain_text', content: '截至今天' },
      template: colour,
    })
  })

  test('a row shows its light, lead, words, small print and source', () => {
    const card = cardOf(reply(message([{ kind: 'rows', rows: rows(1), pageSize: 5 }])), links)
    expect(words(card)[0]).toBe(
      "🟡 **第1项**　事项1，目标**1家**\n<font color='grey'>已报 9 家（75%，序时 89%）</font> [原文](/documents/5?start=120&end=150)",
    )
  })

  test('entries of a list are numbered; words follow a short lead and stand under a title', () => {
    const title = '（一）开通低空商业航线，形成低空物流网络'
    const list = ['第1项', '〔第2项〕', title].map((lead) => ({ lead, text: '词' }))
    const card = cardOf(reply(message([{ kind: 'rows', rows: list, pageSize: 5 }])), links)
    expect(words(card).slice(0, 3)).toEqual([
      '**1. 第1项**　词',
      '**2. 〔第2项〕\u200b**词',
      `**3. ${title}**\n词`,
    ])
  })

  test('years are not numbered; a line without small print ends in its source', () => {
    const list = ['2025', '2026'].map((lead) => ({ lead, text: '10条', source: 0 }))
    const card = cardOf(reply(message([{ kind: 'rows', rows: list, pageSize: 5 }])), links)
    expect(words(card)[0]).toBe('**2025**　10条 [原文](/documents/5?start=120&end=150)')
  })

  test('sources are named once a document, with a link for each place', () => {
    const card = cardOf(reply(message([])), links)
    expect(said(card)).toContain(
      '依据：《云川市2026年《政府工作报告》任务分解方案》云政办〔2026〕5号 [二（三）41](/documents/5?start=120&end=150) [二（三）42](/documents/5?start=160&end=190)',
    )
    expect(said(card)).toContain('· “经信局”按市经信局理解')
  })

  test('without an address nothing is a link', () => {
    const card = cardOf(reply(message(EVERY_BLOCK)), () => '')
    expect(said(card)).not.toContain('](')
    expect(said(card)).not.toContain('原文')
  })

  test('a turn that is not known has no rating', () => {
    expect(taps(cardOf(reply(message([])), links))).toEqual(['哪些滞后', '和去年比', '有用', '没用'])
    expect(taps(cardOf(reply(message([]), { turn: null }), links))).toEqual(['哪些滞后', '和去年比'])
  })

  test('words of people and documents stay words', () => {
    const nasty = '<at id=all></at> [x](javascript:1) ![](http://x) **\n| a |\n|---|'
    const blocks: Block[] = [
      { kind: 'text', text: nasty },
      { kind: 'quote', text: nasty, marked: '](javascript', source: 0 },
      { kind: 'rows', rows: [{ lead: nasty, text: nasty, small: nasty }], pageSize: 3 },
      { kind: 'figures', figures: [{ label: nasty, value: nasty }] },
      { kind: 'note', text: nasty },
      { kind: 'heading', text: nasty },
    ]
    const card = cardOf(
      reply(message(blocks, { assumptions: [nasty], sources: [source({ title: nasty })] })),
      links,
    )
    expect(checkCard(card)).toEqual([])
    const marks = said(card).replace(/<\/?font[^>]*>|\]\(\/documents\/[^)]*\)/g, '')
    expect(marks).not.toMatch(/<|!\[|\]\(|^\s*\|/m)
    expect(sizeOf(card.body.elements).tables).toBe(0)
  })

  test('a table of figures stands to the right', () => {
    const card = cardOf(reply(message(EVERY_BLOCK), { page: 9 }), links)
    const table = elementsOf(card).find((e) => e.tag === 'table')
    expect(table?.columns.map((c) => c.horizontal_align)).toEqual(['left', 'right', 'right'])
  })
})

describe('pages', () => {
  const list = (count: number, pageSize = 10): Block[] => [
    { kind: 'text', text: '开头' },
    { kind: 'heading', text: '清单' },
    { kind: 'rows', rows: rows(count), pageSize },
    { kind: 'note', text: '末尾' },
  ]

  test('a list is paged, headed again, with buttons both ways', () => {
    const [first, second, third, ...more] = pages(reply(message(list(25))))
    expect(more).toEqual([])
    expect(said(first!)).toContain('开头')
    expect(said(second!)).toMatch(/清单（续）[\s\S]*第11项[\s\S]*第20项/)
    expect(said(second!)).toContain('共 25 项，第 2 / 3 页')
    expect(taps(second!).slice(0, 2)).toEqual(['上一页', '下一页'])
    expect(said(third!)).toContain('末尾')
    expect(taps(third!)[0]).toBe('上一页')
    expect(said(third!)).not.toContain('（续）（续）')
  })

  test('every row stands on exactly one page, in order', () => {
    const shown = pages(reply(message(list(237, 8)))).flatMap(words)
    const leads = shown.flatMap((w) => w.match(/第\d+项(?=\*\*)/g) ?? [])
    expect(leads).toEqual(rows(237).map((r) => r.lead))
  })

  test.each([
    [-3, 1],
    [99, 3],
    [Number.NaN, 1],
    [1.7, 2],
  ])('page %d is brought into range', (page, shown) => {
    expect(said(cardOf(reply(message(list(25)), { page }), links))).toContain(`第 ${shown} / 3 页`)
  })

  test('without a turn there is no button, but it is said that more is there', () => {
    const card = cardOf(reply(message(list(25)), { turn: null }), links)
    expect(taps(card)).not.toContain('下一页')
    expect(said(card)).toContain('第 1 / 3 页；其余内容请缩小范围再问。')
  })

  test('a heading is never the last of a page', () => {
    const blocks = Array.from({ length: 30 }, (_, i): Block[] => [
      { kind: 'heading', text: `标题${i}` },
      { kind: 'text', text: '字'.repeat(1400) },
    ]).flat()
    for (const card of pages(reply(message(blocks, { sources: [] })))) {
      const body = words(card).filter((w) => /标题|字{9}/.test(w))
      expect(body.at(-1)).toMatch(/^字/)
    }
  })

  test.each<[string, Block[]]>([
    ['a very long text', [{ kind: 'text', text: '很长的一句话，没有尽头。'.repeat(6000) }]],
    ['a text of one endless word', [{ kind: 'text', text: '*'.repeat(40_000) }]],
    ['a long quote', [{ kind: 'quote', text: '条款内容；'.repeat(9000), marked: '条款', source: 0 }]],
    ['seven tables', Array.from({ length: 7 }, () => ({ kind: 'table', columns: ['甲'], rows: [['1']] }))],
    [
      'a table of three hundred rows',
      [
        {
          kind: 'table',
          columns: ['甲', '乙', '丙'],
          rows: Array.from({ length: 300 }, (_, i) => [`单位${i}`, '说明'.repeat(400), `${i}`]),
        },
      ],
    ],
    ['four hundred rows on one page', [{ kind: 'rows', rows: rows(400), pageSize: 1000 }]],
    [
      'a fold of everything',
      [{ kind: 'fold', title: '全部', blocks: [...EVERY_BLOCK, ...EVERY_BLOCK.slice(0, 6)] }],
    ],
    [
      'ninety buttons',
      [
        {
          kind: 'buttons',
          buttons: Array.from({ length: 90 }, () => ({
            text: '问',
            action: { do: 'ask', q: '问' } as const,
          })),
        },
      ],
    ],
    [
      'forty figures',
      [{ kind: 'figures', figures: Array.from({ length: 40 }, () => ({ label: '项', value: '4' })) }],
    ],
    ['a chart too big', [{ kind: 'chart', spec: { type: 'bar', data: '数'.repeat(9000) }, caption: '大图' }]],
    ['nothing', []],
  ])('%s stays within what the platform takes', (_, blocks) => {
    for (const card of pages(reply(message(blocks)))) {
      expect(checkCard(card)).toEqual([])
      const size = sizeOf(card.body.elements)
      expect(size.bytes).toBeLessThanOrEqual(ROOM.bytes)
      expect(size.elements).toBeLessThanOrEqual(ROOM.elements)
      expect(size.tables).toBeLessThanOrEqual(ROOM.tables)
    }
  })

  test('sources by the hundred are counted, not spelled out', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      source({ documentId: i % 30, path: [`${i}`], start: i }),
    )
    const card = cardOf(reply(message([], { sources: many })), links)
    expect(checkCard(card)).toEqual([])
    expect(said(card)).toContain('等 10 处')
    expect(said(card)).toContain('另有 25 份文件')
  })
})

describe('checkCard', () => {
  const good = cardOf(reply(message(EVERY_BLOCK)), links)
  const body = (elements: unknown[]) => ({ ...good, body: { ...good.body, elements } })
  const form = { tag: 'form', name: 'f', elements: [] }
  const table = elementsOf(cardOf(reply(message(EVERY_BLOCK), { page: 9 }), links)).find(
    (e) => e.tag === 'table',
  )

  test.each<[string, unknown, RegExp]>([
    ['not a card', null, /expected object/],
    ['another schema', { ...good, schema: '1.0' }, /schema/],
    ['a property unknown', { ...good, extra: 1 }, /extra/],
    ['a tag unknown', body([{ tag: 'note' }]), /tag/],
    [
      'a tampered action',
      body([
        {
          tag: 'button',
          text: { tag: 'plain_text', content: 'x' },
          type: 'default',
          size: 'small',
          behaviors: [{ type: 'callback', value: { do: 'drop' } }],
        },
      ]),
      /value/,
    ],
    ['a form without submit', body([form]), /no submit/],
    ['two forms of one name', body([form, form]), /two forms named f/],
    [
      'a field outside a form',
      body([
        { tag: 'date_picker', name: 'd', placeholder: { tag: 'plain_text', content: 'x' }, width: 'fill' },
      ]),
      /outside a form/,
    ],
    ['a table in a form', body([{ ...form, elements: [table] }]), /table not at the root/],
    ['six tables', body(Array(6).fill(table)), /tables: 6, allowed 5/],
    ['too many elements', body(Array(PLATFORM.elements + 1).fill({ tag: 'hr' })), /elements: 201/],
    ['too many bytes', body([{ tag: 'markdown', content: '字'.repeat(11_000) }]), /bytes/],
  ])('finds %s', (_, card, fault) => {
    expect(checkCard(card).join('\n')).toMatch(fault)
  })
})
