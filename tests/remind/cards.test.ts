import { expect, test } from 'vitest'
import { checkCard } from '../../src/cards/check-card.ts'
import { cardOf } from '../../src/cards/print.ts'
import { leaderCard, listCard } from '../../src/cards/remind/escalation.ts'
import { reminderCard } from '../../src/cards/remind/reminder.ts'
import type { Owed } from '../../src/cards/remind/view.ts'
import { messageText } from '../../src/cards/text.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Request } from '../../src/domain/request.ts'
import type { MetricStanding, TaskStanding } from '../../src/domain/standing.ts'

const TODAY = '2026-10-13'
const WATER = { id: 1, name: '市水务局' }

const metric = (name: string, value: number, last: number | null): MetricStanding => ({
  ...{ name, value, op: '>=', valueMax: null, unit: '条', kind: 'total', period: null, by: null, raw: name },
  last: last === null ? null : { value: last, unit: '条', period: '2026-07', on: '2026-07-18' },
  ...{ before: null, share: null },
})

const standing = (no: number, over: Partial<TaskStanding> = {}): TaskStanding => ({
  ...{
    id: no,
    originId: no,
    document: { id: 1, name: '云政办〔2026〕5号', title: '分解方案' },
    path: ['一', `${no}`],
    no,
  },
  ...{ part: null, section: '', title: '低空航线', text: '开通低空航线。', leads: [WATER], responsible: [] },
  ...{ startsOn: '2026-01-01', dueOn: '2026-12-31', dueCertainty: 'stated', source: { start: 0, end: 1 } },
  ...{ metrics: [metric('商业航线', 10, 6), metric('治理类航线', 1000, 812)], state: 'ongoing', pace: 0.79 },
  ...{ light: 'amber', reason: { kind: 'onPace' }, report: null, statements: [] },
  ...over,
})

const owing = (id: number, tasks: readonly TaskStanding[], over: Partial<Request> = {}, late = 0): Owed => {
  const request: Request = {
    ...{ id, unitId: 1, unit: '市水务局', kind: 'progress', period: '2026Q3', dueOn: '2026-10-20' },
    ...{
      statedOn: '2026-10-20',
      opensOn: '2026-10-09',
      state: 'open',
      answeredAt: null,
      reopenedOn: null,
      asked: 2,
    },
    grounds: [{ documentId: 1, document: '云政办〔2026〕5号', text: '每季度第1个月20日前报送' }],
    tasks: tasks.map(({ originId }) => ({ taskId: originId, capacity: 'lead', state: 'asked', note: null })),
    ...over,
  }
  return { request, tasks, dueOn: request.dueOn, late }
}

const view = (owed: readonly Owed[], page = 0) => reminderCard({ today: TODAY, name: '江小波', owed, page })
const actions = (message: Message) =>
  message.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ text, action }) => `${text} ${action.do}`) : [],
  )

test('one request: what, by when, where it stands, how to answer', () => {
  const noMetrics = standing(92, {
    title: null,
    text: '推进天子山大桥建设，完成主体工程施工。',
    metrics: [],
    leads: [{ id: 2, name: '市交通运输局' }],
  })
  expect(messageText(view([owing(7, [standing(52), noMetrics])]))).toBe(
    [
      '第三季度报送：2项任务，请于10月20日（周二）前',
      '市水务局　江小波',
      '1. 🟡第52项 低空航线 目标 商业航线 ≥10条、治理类航线 ≥1000条',
      '上次（7月）6条、812条　序时 79%',
      '2. 🟡第92项 推进天子山大桥建设，完成主体工程施工…',
      '没有量化指标，报进展说明即可',
      '还没有报过　序时 79%　责任单位',
      '依据：云政办〔2026〕5号',
      '直接回一句话就行，例如“52项商业航线6条，年底前能完成”；有佐证直接发文件或照片。',
    ].join('\n'),
  )
})

test.each([
  ['nothing yet', null, '还没有报过'],
  ['words', { text: '正在等用地批复' }, '上次报“正在等用地批复”'],
  ['没有变化 without a word', { text: '' }, '上次报的无变化'],
])('what was last reported of a task without figures: %s', (_, said, words) => {
  const report = said as TaskStanding['report']
  expect(messageText(view([owing(7, [standing(92, { metrics: [], report })])]))).toContain(words)
})

test('a part of a number is named as answers name it', () => {
  expect(messageText(view([owing(7, [standing(80, { part: 2 })])]))).toContain('第80项第2部分 低空航线')
})

test.each<readonly [string, Owed, string]>([
  ['on the day', owing(7, [standing(52)], { dueOn: TODAY }), '第三季度报送：1项任务，请于今天下班前'],
  [
    'late',
    owing(7, [standing(52)], { dueOn: '2026-10-09' }, 2),
    '第三季度报送：1项任务，已过期2个工作日（应于10月9日前）',
  ],
  [
    'a handling plan',
    owing(7, [standing(52)], { kind: 'handlingPlan', period: '2026' }),
    '报送办理方案：1项任务，请于10月20日（周二）前',
  ],
  [
    'names of people',
    owing(7, [], { kind: 'contacts', period: '2026' }),
    '报送督办联络员名单，请于10月20日（周二）前',
  ],
])('the title, %s', (_, owed, title) => {
  expect(view([owed]).title).toBe(title)
})

test('a day moved for a holiday is explained, a return is quoted', () => {
  const moved = owing(7, [standing(52)], { statedOn: '2026-10-24', dueOn: '2026-10-23' })
  expect(messageText(view([moved]))).toContain('文件要求10月24日，遇休息日提前到10月23日')
  const asked = { taskId: 52, capacity: 'lead', state: 'asked', note: '请补具体数字' } as const
  const returned = owing(7, [standing(52)], { reopenedOn: TODAY, tasks: [asked] })
  expect(messageText(view([returned]))).toContain('退回重报：请补具体数字')
})

test('several requests: one card, each under its heading; a task asked for twice at one time stands once', () => {
  const month = owing(8, [standing(52), standing(53)], { period: '2026-09', dueOn: '2026-10-15' })
  const quarter = owing(7, [standing(52), standing(60)])
  const card = view([month, quarter])
  expect(card.title).toBe('3项待报，最早的请于10月15日（周四）前')
  const headings = card.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings).toEqual([
    '9月报送：2项任务　请于10月15日（周四）前',
    '第三季度报送：1项任务　请于10月20日（周二）前',
  ])
  expect(view([month, owing(7, [standing(52)])]).title).toBe('9月报送：2项任务，请于10月15日（周四）前')
})

test('buttons: about the one request, or about all', () => {
  const all = ['填表 fill', '都无变化 unchanged', '转交 handOver', '晚点提醒 later', '不归我们 decline']
  expect(actions(view([owing(7, [standing(52)])]))).toEqual(all)
  const list = owing(7, [], { kind: 'contacts', period: '2026' })
  expect(actions(view([list]))).toEqual(['填表 fill', '转交 handOver', '晚点提醒 later'])
})

test('more tasks than a card holds are paged, and every page is a card the platform takes', () => {
  const tasks = Array.from({ length: 40 }, (_, i) =>
    standing(i + 1, { text: '推进各项工作落实到位。'.repeat(20) }),
  )
  const owed = [owing(7, tasks.slice(0, 25)), owing(8, tasks.slice(25), { period: '2026-10' })]
  const seen = new Set<string>()
  for (let page = 0; page < 7; page++) {
    const message = view(owed, page)
    for (const block of message.blocks)
      if (block.kind === 'rows') for (const row of block.rows) seen.add(row.lead)
    expect(checkCard(cardOf({ message, turn: null, page: 0 }, () => ''))).toEqual([])
  }
  expect(seen.size).toBe(40)
  const firsts = (page: number) =>
    view(owed, page).blocks.flatMap((b) => (b.kind === 'rows' ? [b.first] : []))
  expect([firsts(0), firsts(1), firsts(4)]).toEqual([[undefined], [7], [25, undefined]])
  expect(actions(view(owed, 3)).slice(-2)).toEqual(['上一页 owing', '下一页 owing'])
  expect(view(owed, 99)).toEqual(view(owed, 6))
})

const late = (unitId: number, unit: string, unreached: string | null = null) => ({
  owed: owing(unitId, [standing(unitId)], { unitId, unit, dueOn: '2026-10-09' }, 2),
  ...{ liaison: unreached === null ? '江小波' : null, unreached },
})
const FIGURES = { owing: 60, reported: 47, overdue: 4, month: { sent: 60, merged: 112, avoided: 37 } }

test('supervisors: counts, one row a unit, press, and the burden', () => {
  const rows = [late(1, '市水务局'), late(1, '市水务局'), late(2, '市商务局', '单位没有登记联络员')]
  const card = listCard({ today: TODAY, late: rows }, FIGURES)
  expect(messageText(card)).toBe(
    [
      '还有2个单位没报',
      '应报 60 家，已报 47 家，逾期 4 家',
      '1. 🔴市水务局 第三季度报送，1项任务，最长逾期2个工作日，已催2次',
      '联络员 江小波',
      '2. 🔴市商务局 第三季度报送，1项任务，逾期2个工作日，已催2次',
      '单位没有登记联络员',
      '没有联络员或没有账号的单位收不到提醒，请指定联络员或电话通知。',
      '本月共请求 60 次，合并 112 项，因已有数据或已催够少问 37 项。',
    ].join('\n'),
  )
  expect(actions(card)).toEqual(['催办这1家 press', '加急催办 press'])
})

test('leaders: a long list is cut, and says how to see the rest; the card holds', () => {
  const rows = Array.from({ length: 40 }, (_, i) => late(i + 1, `市第${i + 1}局`))
  const card = leaderCard({ today: TODAY, late: rows })
  expect(card.title).toBe('40个单位有报送逾期')
  expect(messageText(card)).toContain('另有25个单位')
  expect(checkCard(cardOf({ message: card, turn: null, page: 0 }, () => ''))).toEqual([])
})
