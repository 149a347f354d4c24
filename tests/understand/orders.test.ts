import { describe, expect, test } from 'vitest'
import type { Order } from '../../src/domain/order.ts'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import { hear } from '../../src/understand/progress/hear.ts'
import { LEXICON, liaisonOf, TASKS } from './progress.ledger.ts'

const SUPERVISOR: Viewer = { ...STRANGER, roles: ['supervisor'] }
const LEADER: Viewer = { ...STRANGER, roles: ['leader'] }
const LIAISON = liaisonOf('市交通运输局')

const heardBy = (viewer: Viewer, q: string) =>
  hear(q, { viewer, today: '2026-11-20', lexicon: LEXICON, tasks: TASKS, history: [], last: [] })

/** One line per order: what it does, then all it holds that is not empty. */
function shown(order: Order | null): string {
  if (order === null) return 'none'
  const facts = Object.entries(order).flatMap(([key, value]) => {
    if (key === 'do' || value === null || value === false || value === '' || value === 'named') return []
    if (key === 'tasks')
      return (value as { id: number }[]).map((t) => TASKS.find((x) => x.id === t.id)?.key ?? '?')
    if (key === 'units') return (value as { name: string }[]).map((u) => u.name)
    if (key === 'rhythm')
      return [
        Object.values(value as object)
          .filter((v) => v !== null)
          .join('/'),
      ]
    return [value === true ? key : String(value)]
  })
  return [order.do, ...facts].join(' ')
}

describe('acts of a supervisor', () => {
  test.each([
    ['催一下', 'press none'],
    ['催办这4家', 'press shown 4'],
    ['催一下市商务局和市数据局', 'press 市商务局 市数据局'],
    ['一键催办没报的', 'press unreported'],
    ['把逾期的都催一遍，加急', 'press overdue urgent'],
    ['提醒市人社局抓紧报', 'press 市人社局'],
    ['催办第25项', 'press a25'],
    ['确认第25项', 'confirm a25'],
    ['25项审核通过', 'confirm a25'],
    ['市经信局报的都通过', 'confirm 市经信局'],
    ['退回第25项，数据没有佐证', 'return a25 数据没有佐证'],
    ['第25项打回，原因是没附验收材料', 'return a25 没附验收材料'],
    ['退回市文旅局的', 'return 市文旅局'],
    ['第25项销号', 'close a25'],
    ['把25项和27项销号，都已验收', 'close a25 a27 都已验收'],
    ['重新打开第25项', 'reopen a25'],
    ['第25项撤销销号，院区还没完工', 'reopen a25 院区还没完工'],
  ])('%s → %s', (q, want) => {
    const heard = heardBy(SUPERVISOR, q)
    expect([heard.kind, shown(heard.order)]).toEqual(['order', want])
  })

  test.each(['还有谁没报', '第25项为什么是黄灯', '催办过几次', '谁退回了第25项', '25项能不能销号'])(
    '%s asks',
    (q) => {
      expect(heardBy(SUPERVISOR, q)).toMatchObject({ kind: 'question', order: null })
    },
  )

  test('a number that two documents have is asked about', () => {
    const heard = heardBy(SUPERVISOR, '第2项销号')
    expect(shown(heard.order)).toBe('close a2 c2')
    expect(heard.assumptions).toHaveLength(1)
  })

  test('a task meant by its words is named back', () => {
    const heard = heardBy(SUPERVISOR, '催办东江大桥那项')
    expect(shown(heard.order)).toBe('press a7')
    expect(heard.assumptions[0]).toContain('第7项')
  })

  test.each(['25项已验收，请给我们销号', '57项被退回了，我们补材料'])(
    'said by a liaison it is no order: %s',
    (q) => {
      expect(heardBy(LIAISON, q).kind).not.toBe('order')
    },
  )

  test('别催了 presses nobody', () => {
    expect(heardBy(LIAISON, '别催了，周五一定报').order).toBeNull()
  })
})

describe('reports and standing orders', () => {
  test.each([
    ['每月1号早上8点发我月调度', 'subscribe monthly month/1/08:00'],
    ['每周一上午九点半给我一份低空经济的进展', 'subscribe topic 低空经济 week/1/09:30'],
    ['每季度第一个月5号发我上季度通报，要word', 'subscribe quarterly docx quarter/5'],
    ['每月月底下午5点前把台账发给我，excel格式', 'subscribe ledger xlsx month/32/17:00'],
    ['每年1月10号发我全年总结', 'subscribe annual year/10/1'],
    ['每天早上8点推送昨日情况', 'subscribe day/08:00'],
    ['每个工作日18:30提醒我', 'subscribe workday/18:30'],
    ['取消每月的月调度', 'unsubscribe monthly month'],
    ['所有订阅都取消', 'unsubscribe all'],
    ['不用再发了', 'unsubscribe'],
    ['我订了哪些', 'subscriptions'],
    ['看看我的订阅', 'subscriptions'],
    ['给我一份低空经济的进展', 'report topic 低空经济'],
    ['本季度通报', 'report quarterly 2026Q4'],
    ['三季度通报发我', 'report quarterly 2026Q3'],
    ['给我一页纸', 'report onePage'],
    ['导出excel', 'report xlsx'],
    ['给我一份10月月调度，只要滞后的，导出excel', 'report monthly 2026-10 滞后 xlsx'],
    ['出一份市经信局的情况', 'report unit 市经信局 市经信局'],
    ['上半年小结生成一下', 'report halfYear 2026H1'],
    ['给我一份第25项的材料', 'report task 第25项 a25'],
    ['低空经济的一页纸', 'report onePage 低空经济'],
    ['市经信局的情况出一份', 'report unit 市经信局 市经信局'],
    ['10月月报', 'report monthly 2026-10'],
    ['三季度通报出一份，只要市经信局的', 'report quarterly 2026Q3 市经信局 市经信局'],
    ['给领导准备一份低空经济的专题材料', 'report topic 低空经济'],
  ])('%s → %s', (q, want) => {
    const heard = heardBy(LEADER, q)
    expect([heard.kind, shown(heard.order)]).toEqual(['order', want])
  })

  test.each([
    ['每月报送时间是什么时候', 'question'],
    ['每月要求报几次？', 'question'],
    ['月调度材料我们已经报送了', 'chat'],
    ['第6项每天飞16班，正常推进', 'progress'],
    ['第25项评审还没结束，预计12月上旬出名单', 'progress'],
  ])('%s is %s', (q, kind) => {
    expect(heardBy(LIAISON, q)).toMatchObject({ kind, order: null })
  })
})

describe('tools of a liaison', () => {
  test.each([
    ['明天下午3点再提醒我', 'remindLater 2026-11-21 15:00'],
    ['3天后提醒我', 'remindLater 2026-11-23'],
    ['晚点提醒', 'remindLater'],
    ['发我填报表', 'form'],
    ['打开第6项的填报表', 'form a6'],
  ])('%s → %s', (q, want) => {
    expect(shown(heardBy(LIAISON, q).order)).toBe(want)
  })
})

describe('what a liaison owes', () => {
  test.each([
    '今天有什么要报的',
    '我们这个月要报哪些',
    '我还要报什么？',
    '本期我们单位该报哪些任务',
    '现在有哪些任务要报',
  ])('%s shows the card', (q) => {
    expect(shown(heardBy(LIAISON, q).order)).toBe('owed')
  })

  test.each(['1号议案要报什么', '办理方案什么时候报', '市商务局还有哪些没报', '要报多少钱'])(
    '%s asks',
    (q) => {
      expect(heardBy(LIAISON, q)).toMatchObject({ kind: 'question', order: null })
    },
  )

  test('who is no liaison asks', () => {
    expect(heardBy(SUPERVISOR, '今天有什么要报的')).toMatchObject({ order: null })
  })
})
