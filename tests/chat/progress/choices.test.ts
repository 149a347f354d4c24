import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ingest } from '../../../ingest/ingest.ts'
import type { PlanDocument } from '../../../src/domain/document.ts'
import type { Db } from '../../../src/store/db.ts'
import { makeDocument } from '../../make-document.ts'
import { buttonNames, openTown, type Town, talkOf } from './stage.ts'
import { loadTown, metric, PLAN, task } from './town.ts'

/** Another document of the same words, and one task with two metrics that the same words fit. */
const SECOND: PlanDocument = makeDocument({
  ...{ number: '云政发〔2026〕11号', title: '低空经济实施方案', issuedOn: '2026-02-10', period: PLAN.period },
  duties: PLAN.duties,
  tasks: [
    task(7, '市交通运输局', {
      ...{ no: null, path: ['二', '（四）', '2'], title: '治理类航线' },
      text: '拓展治理类航线应用，开通低空治理类航线300条。',
      metrics: [metric('低空治理类航线', 300, '条')],
    }),
    task(36, '市水务局', { text: '修复水生态湿地。' }),
    task(72, '市水务局', {
      text: '新建小水库5座、改造小水库8座。',
      metrics: [metric('新建小水库', 5, '座'), metric('改造小水库', 8, '座')],
    }),
  ],
})

async function loadTwo(db: Db): Promise<void> {
  await loadTown(db)
  await ingest(
    { name: '方案二.txt', bytes: new TextEncoder().encode('second') },
    {
      db,
      read: async ({ name }) => ({ name, format: 'txt', text: 'second', tables: [], drop: [], warnings: [] }),
      extract: () => [SECOND],
    },
    { now: new Date('2026-06-02T09:00:00+08:00'), by: null, allowInternal: false, mode: 'live' },
  )
}

let town: Town
beforeAll(async () => {
  town = await openTown(undefined, loadTwo)
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

const written = () =>
  town.db.query<{ place: string; metric: string | null; value: number | null; body: string }>(
    `select coalesce(t.no::text, array_to_string(t.path, '')) as place, r.metric, r.value::float as value, p.body
     from progress p join task t on t.id = p.task_id left join reading r on r.progress_id = p.id
     where p.superseded_at is null order by p.id, r.ordinal`,
  )
const OF_TASK =
  '“治理类正在选址”可能是云政发〔2026〕11号“治理类航线”、云政办〔2026〕5号第52项，请问是哪一项？'
const FIRST = '云政发〔2026〕11号“治理类航线”'
const SECOND_ONE = '云政办〔2026〕5号第52项'

describe('which task is meant', () => {
  const asked = async () => {
    const zhang = talkOf(town, '张航')
    const main = await zhang.say('92项钢梁吊完了')
    const card = await zhang.say('治理类正在选址')
    expect(card.text).toContain(OF_TASK)
    return { zhang, main, card }
  }

  test('tapped: the other candidate and the question are gone', async () => {
    const { zhang, card } = await asked()
    const { face } = await zhang.tap(card, SECOND_ONE)
    expect(face.text).not.toContain('请问是哪一项')
    expect(face.text).toContain('第52项')
    expect(buttonNames(face)).not.toContain(FIRST)
    await zhang.tap(face, '确认报送')
    expect((await written()).map((r) => [r.place, r.body])).toEqual([
      ['92', '钢梁吊完了'],
      ['52', '治理类正在选址'],
    ])
  })

  test.each([
    ['第一个', '二（四）2'],
    ['第二个', '52'],
    ['最后一个', '52'],
    ['52项的', '52'],
    ['是第52项', '52'],
    ['5号文的', '52'],
    ['11号文那个', '二（四）2'],
    ['云政办〔2026〕5号第52项', '52'],
    ['52项治理类正在选址', '52'],
  ])('said: %s', async (words, place) => {
    const { zhang } = await asked()
    const card = await zhang.say(words)
    expect(card.text).not.toContain('请问是哪一项')
    expect((await zhang.say('确认')).text).toContain('已报送 2 项')
    expect((await written()).map((r) => [r.place, r.body])).toEqual([
      ['92', '钢梁吊完了'],
      [place, '治理类正在选址'],
    ])
  })

  test.each(['第五个', '69项的', '好像都行'])('%s answers nothing', async (words) => {
    const { zhang } = await asked()
    await zhang.say(words)
    await zhang.say('确认')
    expect((await written()).map((r) => r.place)).toEqual(['92'])
  })

  test('not answered: neither is written, and the question is put once more', async () => {
    const { zhang, main } = await asked()
    const face = town.shown.findLast((s) => s.id === main.id)!
    const done = await zhang.tap(face, '确认报送')
    expect(done.face.text).toContain('已报送 1 项')
    expect(done.face.text).toContain('治理类正在选址')
    expect((await written()).map((r) => r.place)).toEqual(['92'])
    await zhang.tap(done.face, SECOND_ONE)
    await zhang.tap(zhang.latest(), '确认报送')
    expect((await written()).map((r) => r.place)).toEqual(['92', '52'])
  })

  test('nothing else said: no button to confirm, and 确认 says what is missing', async () => {
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('治理类正在选址')
    expect(card.text).toContain(OF_TASK)
    expect(buttonNames(card)).not.toContain('确认报送')
    expect((await zhang.say('确认')).text).toContain('“治理类正在选址”是哪一项的')
    expect(await written()).toEqual([])
  })
})

describe('one number in two documents', () => {
  test.each(['36项正在办理前期手续', '第36项，正在办理前期手续'])(
    '%s: of the one chosen alone',
    async (said) => {
      const jiang = talkOf(town, '江小波')
      const card = await jiang.say(said)
      expect(card.text).toContain('“第36项”可能是')
      expect(buttonNames(card)).not.toContain('确认报送')
      const change = await jiang.say('11号文的')
      expect(change.text).not.toContain('请问是哪一项')
      await jiang.say('确认')
      const rows = await town.db.query<{ text: string; body: string }>(
        'select t.body as text, p.body from progress p join task t on t.id = p.task_id',
      )
      expect(rows).toEqual([{ text: '修复水生态湿地。', body: '正在办理前期手续' }])
    },
  )
})

describe('which metric is meant', () => {
  test('of one metric, beside words of something else: asked, and taken with one tap', async () => {
    const jiang = talkOf(town, '江小波')
    const card = await jiang.say('35项巡查堤防道路8公里')
    expect(card.text).toContain('“8公里”是哪个指标的数？“供水管网”')
    expect(buttonNames(card)).toEqual(['供水管网', '填表', '不报了'])
    const { face } = await jiang.tap(card, '供水管网')
    await jiang.tap(face, '确认报送')
    expect((await written()).map((r) => [r.metric, r.value])).toEqual([['供水管网', 8]])
  })

  test.each(['72项小水库3座', '72项3座'])('%s: words of the question alone are not written', async (said) => {
    const jiang = talkOf(town, '江小波')
    const card = await jiang.say(said)
    expect(card.text).toContain('“3座”是哪个指标的数？')
    expect(buttonNames(card)).toEqual(['新建小水库', '改造小水库', '填表', '不报了'])
    const refused = await jiang.say('确认')
    expect(refused.text).toContain('还不能报送')
    expect(refused.text).toContain('“3座”是哪个指标的数？')
    expect(await written()).toEqual([])
    const { face } = await jiang.tap(refused, '改造小水库')
    expect(face.text).not.toContain('没看懂')
    await jiang.tap(face, '确认报送')
    expect((await written()).map((r) => [r.metric, r.value])).toEqual([['改造小水库', 3]])
  })

  test.each([
    ['第一个', '新建小水库'],
    ['第二个', '改造小水库'],
    ['改造的', '改造小水库'],
    ['是新建小水库', '新建小水库'],
  ])('said: %s', async (words, metric) => {
    const jiang = talkOf(town, '江小波')
    await jiang.say('72项小水库3座')
    await jiang.say(words)
    await jiang.say('确认')
    expect((await written()).map((r) => [r.metric, r.value])).toEqual([[metric, 3]])
  })

  test('a button of the older card does nothing', async () => {
    const jiang = talkOf(town, '江小波')
    const old = await jiang.say('72项小水库3座')
    await jiang.say('35项60公里')
    const tapped = await jiang.tap(old, '新建小水库')
    expect(tapped.toast).toContain('有更新')
    await jiang.tap((await jiang.tap(tapped.face, '新建小水库')).face, '确认报送')
    expect((await written()).map((r) => r.value).sort()).toEqual([3, 60])
  })

  test('filled in on the form, the question is answered', async () => {
    const jiang = talkOf(town, '江小波')
    const form = (await jiang.tap(await jiang.say('72项小水库3座'), '填表')).face
    const { face } = await jiang.tap(form, '保存', { m0: '3', m1: '', text: '', state: '' })
    expect(face.text).not.toContain('是哪个指标的数')
    await jiang.tap(face, '确认报送')
    expect((await written()).map((r) => [r.metric, r.value])).toEqual([['新建小水库', 3]])
  })
})
