import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HISTORY, recordAsked } from '../../../src/chat/progress/record-words.ts'
import { openTown, type Town, talkOf } from './stage.ts'

describe('what is asked', () => {
  test.each([
    ['asked', ['第36项催了几次', '催了几次', '市水务局提醒过多少次', '催过吗', '催办记录']],
    [
      'judged',
      [
        '第35项谁批的',
        '谁审核的',
        '第35项审核通过了吗',
        '为什么被退回',
        '退回的原因',
        '谁退回的',
        '审核意见',
      ],
    ],
    ['told', ['第35项上次怎么报的', '上期报的什么', '第35项是谁报的', '上季度怎么报的', '什么时候报的']],
    ['evidence', ['第35项有没有佐证', '传过哪些佐证', '第41项的佐证', '佐证有哪些']],
    [
      null,
      [
        '催办市水务局',
        '再催一下',
        '退回第35项，口径不对',
        '35项60公里',
        '第35项谁负责',
        '谁牵头',
        '什么时候完成',
        '佐证已发',
        '35项完成了，佐证见附件',
        '52项审核通过',
        '还有谁没报',
        '上次的数不对，应该是7条',
      ],
    ],
  ] as const)('%s', (of, phrases) => {
    for (const phrase of phrases) expect([phrase, recordAsked(phrase)]).toEqual([phrase, of])
  })

  test.each(['第35项的报送记录', '第35项历次报送', '以往的进展'])(
    '%s is answered like other questions',
    (q) => {
      expect(HISTORY.test(q)).toBe(true)
    },
  )
})

describe('by each role', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
    await town.db.query('insert into oversight (person_id, unit_id) values ($1, $2)', [
      town.idOf('宋启明'),
      town.unitOf('江小波'),
    ])
    const jiang = talkOf(town, '江小波')
    await jiang.tap(await jiang.say('35项60公里，卡在用地上，要市里协调'), '确认报送')
    town.clock.now = new Date('2026-10-13T02:30:00Z')
    await jiang.tap(await jiang.say('刚才说错了，35项是50公里'), '确认报送')
    await jiang.send(jiang.message('', { form: 'file', files: [{ key: '照片.jpg', name: '照片.jpg' }] }))
    const li = talkOf(town, '李敏')
    await li.tap(await li.say('确认第35项'), '确认这1项')
    await jiang.tap(await jiang.say('36项9亿元，征地受阻'), '确认报送')
    await li.tap(await li.say('退回第36项，口径不对'), '退回这1项', { reason: '口径不对' })
    town.clock.now = new Date('2026-10-21T02:30:00Z')
    await town.reminding.tick()
  }, 60_000)
  afterAll(() => town.close())

  const WHOLE = ['江小波', '李敏', '宋启明'] as const
  const OTHERS = ['张航', '王芳'] as const

  test.each(WHOLE)('%s sees all of it', async (who) => {
    const ask = (q: string) => talkOf(town, who).say(q)
    expect((await ask('第36项催了几次')).text).toMatch(/市水务局这期提醒了 \d 次/)
    expect((await ask('市水务局催了几次')).text).toContain('市水务局 第三季度报送')
    expect((await ask('第35项谁批的')).text).toContain('李敏 审核通过')
    expect((await ask('第36项为什么被退回')).text).toContain('李敏 退回：口径不对')
    const last = await ask('第35项上次怎么报的')
    expect(last.text).toContain('最近一次是10月13日（周二）（第35项 市水务局 第三季度报送，江小波报）')
    expect(last.text).toContain('供水管网 50公里')
    expect(last.text).toContain('卡在用地上')
    expect(last.text).toContain('后有更正')
    expect((await ask('第35项有没有佐证')).text).toContain('照片.jpg')
  })

  test.each(OTHERS)('%s sees what was confirmed, and no doings', async (who) => {
    const ask = (q: string) => talkOf(town, who).say(q)
    expect((await ask('第36项催了几次')).text).toContain('只对本单位、牵头单位、分管领导和督查室开放')
    const last = await ask('第35项上次怎么报的')
    expect(last.text).toContain('供水管网 50公里')
    expect(last.text).not.toMatch(/卡在用地上|60公里|江小波/)
    expect((await ask('第35项谁批的')).text).toContain('李敏 审核通过')
    expect((await ask('第36项上次怎么报的')).text).toContain('还没有报过')
    expect((await ask('第35项有没有佐证')).text).toContain('没有能看到的佐证')
  })

  test('它催了几次 is about what was talked of last; my own unit where nothing was', async () => {
    const li = talkOf(town, '李敏')
    await li.say('第36项的目标是多少')
    expect((await li.say('催了几次')).text).toContain('第36项 · 催报情况')
    expect((await talkOf(town, '雷震').say('催了几次')).text).toContain('市公安局 第三季度报送')
  })

  test('without a task it is about what my unit reported', async () => {
    const files = await talkOf(town, '江小波').say('我传过哪些佐证')
    expect(files.text).toContain('照片.jpg')
    expect((await talkOf(town, '江小波').say('上次怎么报的')).text).toContain('第36项 市水务局 第三季度报送')
  })

  test('a liaison asks for the record: a question, no report', async () => {
    const card = await talkOf(town, '江小波').say('第35项的报送记录')
    expect(card.text).toContain('历次报送')
    expect(card.text).not.toContain('还没有写入')
  })

  test('in a group it goes to the asker alone', async () => {
    const said = await talkOf(town, '江小波').inGroup('第36项催了几次')
    const group = town.shown.filter((s) => s.to === 'group:main').at(-1)
    expect(group?.text).toContain('已私信')
    expect(said.text).not.toContain('group')
  })

  test('of a task nobody reported', async () => {
    expect((await talkOf(town, '李敏').say('第52项谁审核的')).text).toContain('还没有')
  })
})
