import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messageText } from '../../src/cards/text.ts'
import { type Role, STRANGER, type Viewer } from '../../src/domain/person.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { type Asking, openAsking } from './ask.ts'
import { idsOf, owe, tell } from './progress-ground.ts'

let asking: Asking
let ids: Awaited<ReturnType<typeof idsOf>>
beforeAll(async () => {
  asking = await openAsking()
  const { db } = asking
  ids = await idsOf(db)
  await owe(db, { unit: '市数据局', period: '2026Q3', dueOn: '2026-10-20', tasks: [6] })
  await owe(db, { unit: '市交通运输局', period: '2026Q3', dueOn: '2026-10-20', tasks: [2, 4] })
  const line = '低空商业航线'
  await tell(db, [
    {
      no: 2,
      unit: '市交通运输局',
      day: '2026-07-15',
      period: '2026Q2',
      text: '开了4条',
      readings: [[line, 4, '条']],
      confirmed: true,
    },
    {
      ...{
        no: 2,
        unit: '市交通运输局',
        day: '2026-10-15',
        text: '开了6条，用地还没批',
        readings: [[line, 6, '条']],
      },
      ...{ difficulty: '用地还没批', help: '请协调用地' },
    },
    {
      no: 4,
      unit: '市交通运输局',
      day: '2026-10-16',
      state: 'done',
      text: '全部建成',
      readings: [['农村公交候车亭', 40, '个']],
      confirmed: true,
    },
    {
      no: 1,
      unit: '市经信局',
      day: '2026-10-16',
      text: '按计划推进',
      readings: [['智能工厂', 11, '家']],
      confirmed: true,
    },
  ])
}, 60_000)
afterAll(() => asking.close())

const person = (role: Role, unit?: string, oversees: readonly string[] = []): Viewer => ({
  ...STRANGER,
  roles: [role],
  unitId: unit === undefined ? null : ids.unit(unit),
  unit: unit ?? null,
  oversees: oversees.map(ids.unit),
})
const SUPERVISOR = () => person('supervisor')
const ask = (question: string, viewer = SUPERVISOR(), chat: 'private' | 'group' = 'private') =>
  asking.ask(question, { viewer, chat })

describe('what was reported answers', () => {
  const CASES: readonly (readonly [string, readonly number[], readonly string[]])[] = [
    [
      '低空商业航线进展怎么样',
      [2],
      [
        '6/10条（60%），序时89%，落后序时29个百分点',
        '10月15日报，待审核',
        '困难：用地还没批；需协调：请协调用地',
      ],
    ],
    ['市交通运输局牵头的任务进展', [2, 4], ['🟢绿灯1项　🟡黄灯1项　🔴红灯0项', '2. 🟢〔第4项〕']],
    ['4项完成了吗', [4], ['第4项进展']],
    ['第4项完成了吗', [4], ['第4项进展', '40/40个（100%）', '已完成']],
    ['哪些逾期了', [], ['没有逾期的任务']],
    ['哪些任务还没报', [6], ['未报送任务 · 1项', '应于10月20日报送进展，逾期未报']],
    ['市经信局哪些没报', [], ['市经信局本期（2026年第三季度）没有应报的任务']],
    ['市交通运输局哪些没报', [], ['市交通运输局本期（2026年第三季度）应报的2项都报了']],
    ['没有进展的任务有哪些', [], ['没有进展任务 · 6项']],
    ['市经信局上报的困难', [], ['没有上报困难']],
    ['市商务局上报的困难', [], ['市商务局还没有报送过进展']],
    ['第2项为什么是红灯', [2], ['现在没有亮红灯', '黄灯：落后序时']],
    ['为什么是黄灯', [2], ['黄灯：落后序时']],
    ['黄灯有几项', [2], ['黄灯任务 · 1项']],
    ['绿灯的有哪些', [1, 4], ['绿灯任务 · 2项']],
    ['哪些单位滞后', [2], ['涉及1家单位', '市交通运输局 1项 〔第2项〕落后序时29个百分点']],
    ['已办结多少项', [4], ['已办结任务 · 1项']],
    ['待审核的有哪些', [2], ['待审核任务 · 1项']],
    ['哪些任务受阻', [], ['没有推进受阻的任务']],
    ['第2项为什么是黄灯', [2], ['黄灯：落后序时29个百分点（低空商业航线6/10条（60%），应完成89%）']],
    ['第6项为什么是红灯', [6], ['红灯：进展应在10月20日前报送，逾期未报']],
    [
      '还有谁没报',
      [],
      [
        '2026年第三季度报送 · 应报2家',
        '已报1家，未报1家，其中逾期1家',
        '市数据局 未报1项，10月20日到期，逾期33天',
      ],
    ],
    ['市数据局报了没有', [], ['未报1项，10月20日到期']],
    ['市交通运输局报了没有', [], ['市交通运输局已报，共2项']],
    ['第2项上次报了多少', [2], ['低空商业航线6/10条（60%），还差4条（2026年第三季度，10月15日报，上期4条）']],
    ['第2项二季度报了多少', [2], ['低空商业航线4/10条（40%），还差6条（2026年第二季度，7月15日报）']],
    ['有哪些困难', [2], ['市交通运输局（10月15日报）困难：用地还没批；需协调：请协调用地']],
    ['完成率多少', [], ['共9项，已办结1项（完成率11%）', '3项有进展报送，6项没有']],
    [
      '第2项历次报送',
      [2],
      [
        '2026年第二季度（7月15日报）：推进中；开了4条',
        '2026年第三季度（10月15日报，待审核）：推进中；开了6条，用地还没批',
      ],
    ],
    ['和上季度比', [2], ['低空商业航线4→6条（2026年第二季度到2026年第三季度）']],
    ['市经信局牵头哪些任务', [1], ['🟢〔第1项〕', '智能工厂11/12家（92%），序时89%；10月16日报']],
    ['候车亭目标多少', [4], ['农村公交候车亭40/40个（100%）；10月16日报']],
  ]

  test.each(CASES)('%s', async (question, tasks, told) => {
    const answer = await ask(question)
    for (const words of told) expect(answer.text).toContain(words)
    if (tasks.length > 0) expect(answer.tasks.map((t) => t.no)).toEqual(tasks)
  })

  test('the kind it is published under', async () => {
    const kinds = await Promise.all(
      ['第2项进展', '黄灯有几项', '还有谁没报'].map(async (q) => (await ask(q)).kind),
    )
    expect(kinds).toEqual(['progress', 'count', 'progress'])
  })

  test('a supervisor is offered the button that presses, nobody else', async () => {
    const buttons = async (viewer: Viewer) =>
      (await ask('还有谁没报', viewer)).message.buttons?.map((b) => b.text) ?? []
    expect(await buttons(SUPERVISOR())).toEqual(['催办市数据局', '看明细'])
    expect(await buttons(person('leader', undefined, ['市数据局', '市交通运输局']))).toEqual([])
    expect(await buttons(person('liaison', '市数据局'))).toEqual([])
  })

  test('what nobody reported is told as the documents have it', async () => {
    expect((await ask('对口帮扶甲县进展怎么样')).text).toContain('还没有收到进展报送')
  })

  test('of a few tasks none is owed: that says nothing of the others', async () => {
    const { query, tasks } = await asking.ask('第5项进展', { viewer: SUPERVISOR() })
    const context = { viewer: SUPERVISOR(), history: [{ query, tasks }] }
    const { text } = await asking.ask('其中哪些没报', context)
    expect(text).toContain('这些任务里没有欠报的')
    expect(text).not.toContain('都报了')
  })

  test('follow-ups stay with the task', async () => {
    const context = { viewer: SUPERVISOR() }
    const first = await asking.ask('第2项进展怎么样', context)
    const history = [{ query: first.query, tasks: first.tasks }]
    const next = await asking.ask('它为什么是黄灯', { ...context, history })
    expect(next.text).toContain('落后序时29个百分点')
  })

  test('a liaison who names nothing is told of the own unit', async () => {
    const answer = await ask('上次报了多少', person('liaison', '市经信局'))
    expect(answer.text).toContain('智能工厂11/12家')
    expect(answer.text).not.toContain('候车亭')
  })
})

describe('who is told what', () => {
  const PENDING = '低空商业航线6/10条'
  const CONFIRMED = '低空商业航线4/10条'
  const WHO: readonly (readonly [string, () => Viewer, 'all' | 'confirmed' | 'refused'])[] = [
    ['a stranger', () => STRANGER, 'confirmed'],
    ['an official of another unit', () => person('official', '市财政局'), 'confirmed'],
    ['a liaison of the lead', () => person('liaison', '市交通运输局'), 'all'],
    ['a liaison of a responsible unit', () => person('liaison', '市经信局'), 'confirmed'],
    ['a leader over the lead', () => person('leader', undefined, ['市交通运输局']), 'all'],
    ['a leader over others', () => person('leader', undefined, ['市财政局']), 'confirmed'],
    ['a supervisor', SUPERVISOR, 'all'],
    ['an operator', () => person('operator', '市交通运输局'), 'refused'],
  ]

  test.each(WHO)('%s: readings', async (_, viewer, sees) => {
    const { text } = await ask('第2项进展怎么样', viewer())
    expect([text.includes(PENDING), text.includes(CONFIRMED)]).toEqual([sees === 'all', sees === 'confirmed'])
    expect(text.includes('用地')).toBe(sees === 'all')
  })

  test.each(WHO)('%s: difficulties, alone and in a group', async (_, viewer, sees) => {
    const question = '市交通运输局上报的困难是什么'
    const alone = await ask(question, viewer())
    expect(alone.text.includes('用地')).toBe(sees === 'all')
    const group = await ask(question, viewer(), 'group')
    expect(group.text).not.toContain('用地')
    expect(group.text).toContain(sees === 'all' ? '已私信发给您' : '看不到')
    expect(group.privately === undefined ? '' : messageText(group.privately)).toMatch(
      sees === 'all' ? /用地/ : /^$/,
    )
  })

  test.each(WHO)('%s: in a group the confirmed reading, the rest in private', async (_, viewer, sees) => {
    const group = await ask('第2项进展怎么样', viewer(), 'group')
    expect(group.text).not.toContain(PENDING)
    expect(group.text.includes(CONFIRMED)).toBe(sees !== 'refused')
    expect(group.privately !== undefined && messageText(group.privately).includes(PENDING)).toBe(
      sees === 'all',
    )
  })

  test('who owes is told to supervisors, to the units themselves, and to leaders over them', async () => {
    const owing = async (viewer: Viewer) => (await ask('市数据局报了没有', viewer)).text
    const told = '未报1项'
    expect(await owing(SUPERVISOR())).toContain(told)
    expect(await owing(person('liaison', '市数据局'))).toContain(told)
    expect(await owing(person('leader', undefined, ['市数据局']))).toContain(told)
    const overseen = await ask('还有谁没报', person('leader', undefined, ['市数据局', '市交通运输局']))
    expect(overseen.text).toContain('您分管的单位 · 2026年第三季度报送 · 应报2家')
    expect(await owing(person('liaison', '市财政局'))).toContain('您暂时看不到')
    expect(await owing(STRANGER)).toContain('您暂时看不到')
    expect((await ask('还有谁没报', SUPERVISOR(), 'group')).text).toContain('已私信发给您')
  })

  test('what is late is spoken of before what is still to come, and the other is named', async () => {
    await owe(asking.db, { unit: '市财政局', period: '2026-11', dueOn: '2026-11-25', tasks: [3] })
    const { text, message } = await ask('还有谁没报', SUPERVISOR())
    expect(text).toContain('2026年第三季度报送 · 应报2家')
    expect(text).toContain('另有2026年11月报送1家未报，11月25日到期')
    const button = message.buttons?.at(-1)
    expect(button?.text).toBe('看2026年11月报送')
    const again = button?.action.do === 'ask' ? await ask(button.action.q, SUPERVISOR()) : null
    expect(again?.text).toContain('市财政局')
    await asking.db.query(`delete from request where period = '2026-11'`)
  })

  test('that a unit is late with its report makes no light for others', async () => {
    expect((await ask('哪些是红灯', STRANGER)).tasks.map((t) => t.no)).not.toContain(6)
    expect((await ask('哪些是红灯', person('liaison', '市数据局'))).tasks.map((t) => t.no)).toContain(6)
  })
})

test('a closed task is told as closed', async () => {
  const hand = {
    personId: null,
    at: new Date('2026-11-21T10:00:00+08:00'),
    today: '2026-11-21',
    messageKey: 'tap:close',
  }
  const book = createProgressBook(asking.db)
  await book.close(ids.task(3), '已获批', hand)
  expect((await ask('第3项进展怎么样', STRANGER)).text).toContain('已销号')
  await book.reopen(ids.task(3), '更正', { ...hand, messageKey: 'tap:open' })
})
