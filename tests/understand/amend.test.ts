import { describe, expect, test } from 'vitest'
import type { Heard } from '../../src/domain/heard.ts'
import { amend } from '../../src/understand/progress/draft/amend.ts'
import { draftReply } from '../../src/understand/progress/draft/draft-reply.ts'
import { hear } from '../../src/understand/progress/hear.ts'
import type { HearContext } from '../../src/understand/progress/ledger.ts'
import { LEXICON, liaisonOf, TASKS, type UnitName } from './progress.ledger.ts'

const contextOf = (unit: UnitName): HearContext => ({
  viewer: liaisonOf(unit),
  today: '2026-09-18',
  lexicon: LEXICON,
  tasks: TASKS,
  history: [],
  last: [],
})

/** a6 低空=5条 水上=2条 @2026-12-31; `?` at the end: something is asked. */
function shown({ updates, unread, assumptions }: Heard): string {
  const tasks = updates.map((u) => {
    const key = TASKS.find((t) => t.id === u.task.id)?.key ?? '?'
    const readings = u.readings.map((r) => `${r.metric.slice(0, 4)}=${r.value}${r.unit}`)
    const state = u.state === null || u.state === 'ongoing' ? [] : [`~${u.state}`]
    const finish = u.expectedFinish === null ? [] : [`@${u.expectedFinish}`]
    return [key, ...readings, ...state, ...finish, ...(u.noChange ? ['same'] : [])].join(' ')
  })
  return tasks.join(' ; ') + (unread.length + assumptions.length > 0 ? ' ?' : '')
}

type Row = readonly [unit: UnitName, first: string, said: string, want: string]

const LOW = '6项低空物流航线5条，水上观光2条'
const ROADS = '第5项农村公路126公里，危桥17座；6项低空物流航线5条'

const ROWS: readonly Row[] = [
  ['市交通运输局', LOW, '等下 低空是6条', 'a6 低空物流=6条 水上观光=2条'],
  ['市交通运输局', LOW, '刚才说错了，水上是3条', 'a6 低空物流=5条 水上观光=3条'],
  ['市交通运输局', LOW, '第二个改成三条', 'a6 低空物流=5条 水上观光=3条'],
  ['市交通运输局', LOW, '第一个数应该是6', 'a6 低空物流=6条 水上观光=2条'],
  ['市交通运输局', LOW, '最后一个是1条', 'a6 低空物流=5条 水上观光=1条'],
  ['市交通运输局', LOW, '①改成7', 'a6 低空物流=7条 水上观光=2条'],
  ['市交通运输局', LOW, '不是5条是6条', 'a6 低空物流=6条 水上观光=2条'],
  ['市交通运输局', LOW, '把低空物流改成6条', 'a6 低空物流=6条 水上观光=2条'],
  ['市交通运输局', LOW, '是7条', 'a6 低空物流=5条 水上观光=2条 ?'],
  ['市交通运输局', '6项低空物流航线5条', '是7条', 'a6 低空物流=7条'],
  ['市交通运输局', '6项低空物流航线5条', '刚才说错了，是7条', 'a6 低空物流=7条'],
  ['市交通运输局', '6项低空物流航线5条', '七条', 'a6 低空物流=7条'],
  ['市交通运输局', '6项低空物流航线5条', '年底前能完成', 'a6 低空物流=5条 @2026-12-31'],
  ['市交通运输局', '6项低空物流航线5条', '水上2条也加上', 'a6 低空物流=5条 水上观光=2条'],
  ['市交通运输局', '6项低空物流航线5条', '再加一个，第5项危桥17座', 'a6 低空物流=5条 ; a5 改造危旧=17座'],
  ['市交通运输局', LOW, '去掉水上那条', 'a6 低空物流=5条'],
  ['市交通运输局', LOW, '水上的先不报', 'a6 低空物流=5条'],
  ['市交通运输局', LOW, '删掉第二个', 'a6 低空物流=5条'],
  ['市交通运输局', ROADS, '第6项不要了', 'a5 新改建农=126公里 改造危旧=17个'],
  ['市交通运输局', ROADS, '去掉第5项', 'a6 低空物流=5条'],
  ['市交通运输局', ROADS, '危桥改成18座', 'a5 新改建农=126公里 改造危旧=18座 ; a6 低空物流=5条'],
  ['市交通运输局', ROADS, '公里数不对，是128公里', 'a5 新改建农=128公里 改造危旧=17座 ; a6 低空物流=5条'],
  ['市交通运输局', ROADS, '全部不要了', ''],
  ['市交通运输局', LOW, '改一下', 'a6 低空物流=5条 水上观光=2条 ?'],
  ['市交通运输局', LOW, '第二个', 'a6 低空物流=5条 水上观光=2条 ?'],
  ['市交通运输局', '6项低空物流航线5条', '低空是60条', 'a6 低空物流=60条 ?'],
  ['市经信局', '第10项小巨人9家，瞪羚62家', '瞪羚64', 'a10 专精特新=9家 瞪羚企业=64家'],
  ['市交通运输局', '第6项8条', '低空物流的', 'a6 低空物流=8条 ?'],
]

describe('amending a draft', () => {
  test.each(ROWS)('%s: %s → %s', (unit, first, said, want) => {
    const context = contextOf(unit)
    const heard = amend(hear(first, context), said, context)
    const even = (s: string) => s.replaceAll('17个', '17座')
    expect(even(shown(heard))).toBe(even(want))
    expect(heard.kind).toBe('correction')
  })

  test('the draft given is left as it was', () => {
    const context = contextOf('市交通运输局')
    const pending = hear(LOW, context)
    const before = JSON.stringify(pending)
    amend(pending, '去掉水上那条', context)
    expect(JSON.stringify(pending)).toBe(before)
  })

  test('a value below the one on record is asked about', () => {
    const context = contextOf('市交通运输局')
    const a6 = TASKS.find((t) => t.key === 'a6')
    const last = [{ taskId: a6?.id ?? 0, metric: '低空物流航线', value: 5, unit: '条' }]
    const heard = amend(hear('6项低空物流航线6条', context), '是4条', { ...context, last })
    expect(shown(heard)).toBe('a6 低空物流=4条 ?')
  })
})

describe('a reply to the draft', () => {
  test.each([
    ['确认', 'confirm'],
    ['对的，没问题', 'confirm'],
    ['就这样报', 'confirm'],
    ['好的', 'confirm'],
    ['算了', 'cancel'],
    ['先不报了', 'cancel'],
    ['都不对', 'cancel'],
    ['撤回刚才报的', 'cancel'],
    ['请把前面那条删了', 'cancel'],
    ['刚才发的作废', 'cancel'],
    ['删掉48项那条', null],
    ['撤回的那条是危桥', null],
    ['不对，是7条', null],
    ['对了，52项呢', null],
    ['确认第52项', null],
    ['去掉北斗那条', null],
  ] as const)('%s → %s', (said, want) => {
    expect(draftReply(said)).toBe(want)
  })
})
