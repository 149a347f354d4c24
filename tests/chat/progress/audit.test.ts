import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveCalendarDays } from '../../../src/store/calendar-days.ts'
import { addLeave, endLeave } from '../../../src/store/leaves.ts'
import { createStandings } from '../../../src/store/standings.ts'
import { openTown, type Town, talkOf } from './stage.ts'

/**
 * Every write of reporting, through the flow, with the audit row it must leave: who, what, before and after, and from which
 * message or tap. A new kind of write belongs in this table.
 */
let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  await town.db.query('delete from duty_change')
})

const [ZHANG, JIANG, WANG, LI, GU] = ['张航', '江小波', '王若溪', '李敏', '顾长河'] as const
const say = (who: string, words: string) => talkOf(town, who).say(words)
const tap = async (who: string, words: string, button: string, form = {}) => {
  const talk = talkOf(town, who)
  return talk.tap(await talk.say(words), button, form)
}
const reported = () => tap(JIANG, '35项60公里', '确认报送')
const wholly = () => tap(ZHANG, '52项商业8条，治理类905条，92项钢梁吊完了', '确认报送')

/** 市交通运输局 owes the names of its people. */
const owe = (kind: 'contacts') =>
  town.db.query(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, $2, '2026-10', '2026-10-30', '2026-10-30', '2026-10-01', '[]', $3) on conflict do nothing`,
    [town.unitOf(ZHANG), kind, town.clock.now],
  )

interface Row {
  readonly what: string
  readonly person: string | null
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
  readonly key: string
}
const rowsOf = () =>
  town.db.query<Row>(
    `select a.what, person.name as person, a.subject, a.before, a.after, a.message_key as key from audit a
     left join person on person.id = a.person_id order by a.id`,
  )
let seen = 0
const fresh = async (): Promise<Row[]> => (await rowsOf()).slice(seen)

interface Deed {
  readonly name: string
  readonly before?: () => Promise<unknown>
  readonly deed: () => Promise<unknown>
  /** what | subject | whose | kind of message. */
  readonly want: string
  /** The row of before is there too: something stood. */
  readonly stood?: boolean
}

const hand = (messageKey: string) => ({ personId: null, at: town.clock.now, today: '2026-10-12', messageKey })

const DEEDS: readonly Deed[] = [
  { name: 'a report', deed: reported, want: 'report | progress | 江小波 | draft' },
  {
    name: 'a correction',
    before: reported,
    deed: () => tap(JIANG, '刚才说错了，35项是61公里', '确认报送'),
    want: 'report | progress | 江小波 | draft',
    stood: true,
  },
  {
    name: 'no change, with one tap',
    before: async () => {
      await reported()
      await tap(JIANG, '36项完成9亿元', '确认报送')
      await town.db.query(`update progress set period = '2026Q2'`)
      await town.db.query(`update request_task set state = 'asked'`)
      await town.db.query(`update request set state = 'open', answered_at = null`)
    },
    deed: async () => {
      const talk = talkOf(town, JIANG)
      return talk.tap(await talk.reminded(), '都无变化')
    },
    want: 'report | progress | 江小波 | draft',
  },
  {
    name: 'adopted by the lead',
    before: () => tap(WANG, '52项商业7条', '确认报送'),
    deed: async () => {
      const talk = talkOf(town, ZHANG)
      return talk.tap(await talk.arrived('statements:'), '采用')
    },
    want: 'report | progress | 张航 | draft',
  },
  {
    name: 'a file attached',
    before: wholly,
    deed: async () => {
      const talk = talkOf(town, ZHANG)
      const event = talk.message('', { form: 'file', files: [{ key: 'k', name: '照片.jpg' }] })
      return talk.tap(await talk.send(event), '第52项')
    },
    want: 'attach | evidence | 张航 | tap',
    stood: true,
  },
  {
    name: 'later, by a button',
    deed: async () => {
      const talk = talkOf(town, JIANG)
      return talk.tap((await talk.tap(await talk.reminded(), '晚点提醒')).face, '10月14日')
    },
    want: 'snooze | request | 江小波 | tap',
  },
  {
    name: 'later, in words, after a first time',
    before: () => say(JIANG, '明天再提醒我'),
    deed: () => say(JIANG, '后天再提醒我'),
    want: 'snooze | request | 江小波 | message',
    stood: true,
  },
  {
    name: 'declined',
    deed: () => say(ZHANG, '69项不归我们，是市公安局的'),
    want: 'decline | task_decline | 张航 | message',
  },
  {
    name: 'a decline withdrawn',
    before: () => say(ZHANG, '69项不归我们，是市公安局的'),
    deed: () => talkOf(town, ZHANG).tap(talkOf(town, ZHANG).latest(), '撤回'),
    want: 'rule decline | task_decline | 张航 | tap',
    stood: true,
  },
  {
    name: 'a decline ruled',
    before: () => say(ZHANG, '69项不归我们，是市公安局的'),
    deed: async () => {
      const talk = talkOf(town, LI)
      return talk.tap(await talk.arrived('decline:'), '仍归')
    },
    want: 'rule decline | task_decline | 李敏 | tap',
    stood: true,
  },
  {
    name: 'a hand-over asked',
    deed: () => tap(ZHANG, '我下周起休产假，后面找王芳', '发给'),
    want: 'ask hand over | hand_over | 张航 | draft',
  },
  {
    name: 'a hand-over refused',
    before: () => tap(ZHANG, '我下周起休产假，后面找王芳', '发给'),
    deed: async () => {
      const talk = talkOf(town, '王芳')
      return talk.tap(await talk.arrived('handOver:'), '不接')
    },
    want: 'hand over | hand_over | 王芳 | tap',
  },
  {
    name: 'confirmed by review',
    before: reported,
    deed: () => tap(LI, '确认第35项', '确认这1项'),
    want: 'review | progress | 李敏 | draft',
    stood: true,
  },
  {
    name: 'returned',
    before: reported,
    deed: () => tap(LI, '退回第35项，数据口径不对', '退回这1项', { reason: '数据口径不对' }),
    want: 'return | progress | 李敏 | draft',
    stood: true,
  },
  {
    name: 'closed',
    before: reported,
    deed: () => tap(LI, '第35项销号，已通过验收', '销号', { reason: '已通过验收' }),
    want: 'close | task | 李敏 | draft',
  },
  {
    name: 'reopened',
    before: () => tap(LI, '第35项销号，已通过验收', '销号', { reason: '已通过验收' }),
    deed: () => tap(GU, '第35项恢复督办，验收有遗留', '恢复督办', { reason: '验收有遗留' }),
    want: 'reopen | task | 顾长河 | draft',
    stood: true,
  },
  {
    name: 'pressed in words',
    deed: () => tap(LI, '催办市水务局', '催办这1家'),
    want: 'press | request | 李敏 | draft',
  },
  {
    name: 'pressed and marked urgent in words',
    deed: () => tap(LI, '催办市水务局，加急', '加急催办这1家'),
    want: 'press | request | 李敏 | draft ; urge | request | 李敏 | draft',
  },
  {
    name: 'pressed by a button',
    deed: async () => {
      town.clock.now = new Date('2026-10-21T01:30:00Z')
      const talk = talkOf(town, LI)
      return talk.tap(await talk.say('还有谁没报'), '催办')
    },
    want: 'press | request | 李敏 | tap',
  },
  {
    name: 'a duty moved',
    deed: () => tap(LI, '各牵头单位的季度报送改到每季度第1个月25日前', '确认改期'),
    want: 'duty | duty_change | 李敏 | draft',
    stood: true,
  },
  {
    name: 'a duty added',
    deed: () => tap(LI, '新增：市水务局每月16日前报供水管网进展', '确认新增'),
    want: 'duty | duty_change | 李敏 | draft',
  },
  {
    name: '办理方案, in a sentence',
    deed: () => tap(ZHANG, '第52项办理方案：分两批开通，先江北后临港，11月底前完成，张航负责', '确认报送'),
    want: 'handling plan | handling_plan | 张航 | draft',
  },
  {
    name: '督办工作人员名单, in a sentence',
    before: () => owe('contacts'),
    deed: () =>
      tap(ZHANG, '分管领导郭明，副局长，13800000001；联络员张航，综合科科长，13900000002', '确认报送'),
    want: 'contacts | contact_list | 张航 | draft',
  },
  {
    name: 'a period closed, by the clock',
    deed: () => createStandings(town.db).freeze('2026Q2', '2026-10-12', town.clock.now),
    want: 'freeze | snapshot | null | freeze',
  },
  {
    name: 'days off brought in, at the terminal',
    deed: () =>
      saveCalendarDays(
        town.db,
        { days: [{ day: '2026-12-31', working: false, name: '市里放假' }], source: 'a.csv' },
        hand('cli'),
      ),
    want: 'calendar | calendar_day | null | cli',
    stood: true,
  },
  {
    name: 'a leave registered, at the terminal',
    deed: () =>
      addLeave(
        town.db,
        { personId: town.idOf(ZHANG), from: '2026-10-12', until: null, substituteId: null },
        hand('cli'),
      ),
    want: 'leave | person | null | cli',
  },
  {
    name: 'back from a leave',
    before: () =>
      addLeave(
        town.db,
        { personId: town.idOf(ZHANG), from: '2026-10-12', until: null, substituteId: null },
        hand('cli'),
      ),
    deed: () => endLeave(town.db, town.idOf(ZHANG), hand('cli')),
    want: 'end leave | person | null | cli',
    stood: true,
  },
]

const lineOf = ({ what, subject, person, key }: Row): string =>
  `${what} | ${subject} | ${person} | ${key.split(':')[0]}`

describe('every write leaves its row', () => {
  test.each(DEEDS)('$name', async ({ before, deed, want, stood }) => {
    await before?.()
    seen = (await rowsOf()).length
    await deed()
    const rows = await fresh()
    expect([...new Set(rows.map(lineOf))].join(' ; ')).toBe(want)
    for (const row of rows) {
      expect(row.after).not.toBeNull()
      expect(row.before !== null).toBe(stood ?? false)
    }
  })
})

test('what nobody confirmed leaves none', async () => {
  seen = (await rowsOf()).length
  await say(JIANG, '35项60公里')
  await say(LI, '催办市公安局')
  await say(LI, '暂停5号文的季度报送')
  await say(ZHANG, '我下周起休产假，后面找王芳')
  expect(await fresh()).toEqual([])
})

test('a successor who takes over: the word, and the role that moves with it', async () => {
  await tap(ZHANG, '我下周起休产假，后面找王芳', '发给')
  const talk = talkOf(town, '王芳')
  const card = await talk.arrived('handOver:')
  seen = (await rowsOf()).length
  await talk.tap(card, '接手')
  await town.reminding.tick()
  town.clock.now = new Date('2026-10-19T01:30:00Z')
  await town.reminding.tick()
  expect((await fresh()).map(lineOf)).toEqual([
    'hand over | hand_over | 王芳 | tap',
    'move liaison | hand_over | null | handOver',
  ])
  await town.db.query('delete from person_role where person_id = $1 and role = $2', [
    town.idOf('王芳'),
    'liaison',
  ])
  await town.db.query(
    `insert into person_role (person_id, role) values ($1, 'liaison') on conflict do nothing`,
    [town.idOf(ZHANG)],
  )
})
