import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeMetric } from '../../make-document.ts'
import { buttonNames, openTown, type Town, talkOf } from './stage.ts'
import { loadTown, metric, PLAN, task } from './town.ts'

const WATER = '市水务局'
const rate = (name: string, value: number, kind: 'growth' | 'share') =>
  makeMetric({ name, value, unit: '%', op: '>=', kind, raw: `${name}${value}%` })
const plan = {
  ...PLAN,
  tasks: [
    task(35, WATER, { text: '改造供水管网120公里。', metrics: [metric('供水管网', 120, '公里')] }),
    task(36, WATER, { text: '水环境治理完成投资20亿元。', metrics: [metric('完成投资', 20, '亿元')] }),
    task(37, WATER, { text: '新建供水站点1000个。', metrics: [metric('供水站点', 1000, '个')] }),
    task(38, WATER, { text: '水产值增长8%。', metrics: [rate('水产值增长', 8, 'growth')] }),
    task(39, WATER, { text: '污水处理率达到95%。', metrics: [rate('污水处理率', 95, 'share')] }),
    task(40, WATER, { text: '培训工人200人。', metrics: [metric('培训工人', 200, '人')] }),
  ],
}

let town: Town
beforeAll(async () => {
  town = await openTown(undefined, (db) => loadTown(db, plan))
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

/** What was reported for the quarter before. */
async function before(said: string): Promise<void> {
  const jiang = talkOf(town, '江小波')
  await jiang.tap(await jiang.say(said), '确认报送')
  await town.db.query(`update progress set period = '2026Q2', reported_on = '2026-07-15'`)
  await town.db.query(`update request_task set state = 'asked'`)
  await town.db.query(`update request set state = 'open', answered_at = null`)
}
const recorded = () =>
  town.db.query<{ insisted: string | null; doubts: readonly string[] }>(
    `select p.insisted, coalesce((select array_agg(d) from reading r, unnest(r.doubts) d where r.progress_id = p.id), '{}') as doubts
     from progress p where p.period <> '2026Q2'`,
  )

interface Check {
  readonly name: string
  readonly earlier?: string
  readonly said: string
  /** The question on the card. */
  readonly asks: string
  /** Buttons of the likelier values. */
  readonly offers?: readonly string[]
  readonly doubts: readonly string[]
}

/** Every figure that is questioned: it cannot be confirmed before it is mended or insisted on, and then the record says so. */
const DOUBTS: readonly Check[] = [
  { name: 'falls', earlier: '35项60公里', said: '35项50公里', asks: '比上次（60公里）少', doubts: ['falls'] },
  {
    name: 'jumps tenfold',
    earlier: '37项60个',
    said: '37项605个',
    asks: '是上次（60个）的10倍',
    doubts: ['tenfold'],
  },
  {
    name: 'beyond what can be: far over its target',
    said: '37项9050个',
    asks: '是目标（1000个）的9倍',
    offers: ['905个'],
    doubts: ['farAboveTarget'],
  },
  {
    name: '万 too many: 万个 for 个',
    said: '37项60万个',
    asks: '是目标（1000个）的600倍',
    offers: ['60个'],
    doubts: ['farAboveTarget'],
  },
  {
    name: '万元 for 亿元',
    said: '36项9万元',
    asks: '单位是不是写小了',
    offers: ['9亿元'],
    doubts: ['farBelowTarget'],
  },
  { name: 'a share over 100', said: '39项污水处理率103%', asks: '超过了100%', doubts: ['impossible'] },
  {
    name: 'a growth ten times the target',
    said: '38项水产值增长81%',
    asks: '是目标（8%）的10倍',
    doubts: ['farAboveTarget'],
  },
  { name: 'half a person', said: '40项培训工人22.6人', asks: '应是整数', doubts: ['fraction'] },
]

describe('a doubtful figure is asked about', () => {
  test.each(DOUBTS)('$name', async ({ earlier, said, asks, offers, doubts }) => {
    if (earlier) await before(earlier)
    const jiang = talkOf(town, '江小波')
    const card = await jiang.say(said)
    expect(card.text).toContain(asks)
    expect(buttonNames(card)).not.toContain('确认报送')
    expect(buttonNames(card)).toEqual(expect.arrayContaining([...(offers ?? []), '重填']))
    const insisted = await jiang.say('就是这个数，口径调整了')
    expect(insisted.text).toContain('口径调整了')
    await jiang.tap(insisted, '确认报送')
    expect(await recorded()).toEqual([{ insisted: expect.stringContaining('口径调整了'), doubts }])
  })

  test('a negative in the form', async () => {
    const jiang = talkOf(town, '江小波')
    const form = (await jiang.tap(await jiang.say('35项60公里'), '修改')).face
    const shown = (await jiang.tap(form, '保存', { m0: '-5' })).face
    expect(shown.text).toContain('是负数')
    expect(buttonNames(shown)).not.toContain('确认报送')
  })

  test('a growth may be negative', async () => {
    const jiang = talkOf(town, '江小波')
    const form = (await jiang.tap(await jiang.say('38项水产值增长6%'), '修改')).face
    await jiang.tap((await jiang.tap(form, '保存', { m0: '-2.5' })).face, '确认报送')
    expect(await town.db.query('select value::float as v from reading')).toEqual([{ v: -2.5 }])
  })
})

/** Worth a second look: said on the card; confirmed all the same it stands with the record. */
const HINTS: readonly {
  readonly name: string
  readonly earlier?: string
  readonly said: string
  readonly hint: string
}[] = [
  { name: 'done without evidence', said: '35项121公里，已完成', hint: '还没有附佐证' },
  { name: 'the whole target without evidence', said: '35项120公里', hint: '还没有附佐证' },
  { name: 'done, and short of its target', said: '35项100公里，已完成', hint: '供水管网还没到目标' },
  { name: 'no number where the plan has one', said: '35项正在开挖，一切顺利', hint: '这次没有报数' },
  {
    name: 'a number in a unit that does not fit',
    said: '35项完成60个',
    hint: '和计划的单位（供水管网：公里）对不上',
  },
  {
    name: 'the same words as last time',
    earlier: '35项正在组织管网开挖施工',
    said: '35项正在组织管网开挖施工',
    hint: '说明和上期一字不差',
  },
  { name: 'no change where nothing was ever reported', said: '35项无变化', hint: '还没有报过数' },
]

describe('worth a second look', () => {
  test.each(HINTS)('$name', async ({ earlier, said, hint }) => {
    if (earlier) await before(earlier)
    const jiang = talkOf(town, '江小波')
    const card = await jiang.say(said)
    expect(card.text).toContain(hint)
    await jiang.tap(card, '确认报送')
    expect((await recorded())[0]?.insisted).toContain(hint)
  })

  test('evidence at hand: nothing is said', async () => {
    const jiang = talkOf(town, '江小波')
    const event = jiang.message('35项121公里，已完成', {
      form: 'file',
      files: [{ key: '验收.pdf', name: '验收.pdf' }],
    })
    expect((await jiang.send(event)).text).not.toContain('还没有附佐证')
  })

  test('another scale of the plan’s unit is shown in the plan’s own', async () => {
    expect((await talkOf(town, '江小波').say('36项90000万元')).text).toContain('（合9亿元）')
  })
})
