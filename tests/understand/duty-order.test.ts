import { describe, expect, test } from 'vitest'
import type { DutyOrder } from '../../src/domain/order.ts'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import { lastDutyDate } from '../../src/understand/orders/duty-date.ts'
import { hear } from '../../src/understand/progress/hear.ts'
import { LEXICON } from './lexicon.ts'
import { LEXICON as CITY, liaisonOf, TASKS } from './progress.ledger.ts'

const SUPERVISOR: Viewer = { ...STRANGER, roles: ['supervisor'] }
const TODAY = '2026-11-20'
const heardBy = (viewer: Viewer, q: string, lexicon = LEXICON) =>
  hear(q, { viewer, today: TODAY, lexicon, tasks: TASKS, history: [], last: [] })

/** moved | documents | rhythm | kind | units or who | what | date | from..until */
function shown(q: string): string {
  const { order } = heardBy(SUPERVISOR, q)
  if (order?.do !== 'duty') return order === null ? 'none' : order.do
  const { change, once, documents, rhythm, kind, units, who, what, date, from, until } = order as DutyOrder
  const place = [documents?.name, rhythm, kind, ...units.map((u) => u.name), who]
  const parts = [
    change,
    once && 'once',
    ...place,
    what,
    dateOf(date),
    from && `from ${from}`,
    until && `until ${until}`,
  ]
  return parts.filter(Boolean).join(' | ')
}

function dateOf(date: DutyOrder['date']): string {
  if (date === null) return ''
  return 'due' in date ? date.due : [date.recurrence ?? '-', date.month ?? '-', date.day ?? '-'].join(' ')
}

describe('when', () => {
  test.each([
    ['每季度第1个月25日前', 'quarterly 1 25'],
    ['每个季度第一个月的20号', 'quarterly 1 20'],
    ['每季度首月10日前', 'quarterly 1 10'],
    ['每季末月底', 'quarterly 3 -'],
    ['每季度最后一个月25日', 'quarterly 3 25'],
    ['每季度25日前', 'quarterly - 25'],
    ['季度结束后10日内', 'quarterly 1 10'],
    ['每月5日前', 'monthly - 5'],
    ['每个月底', 'monthly - -'],
    ['每月初', 'monthly - 1'],
    ['每月十五号', 'monthly - 15'],
    ['每半年第1个月10日前', 'semiannual 1 10'],
    ['每年1月、7月10日前', 'semiannual 1 10'],
    ['每年12月10日前', 'annual 12 10'],
    ['每年年底', 'annual 12 -'],
    ['2026年12月5日前', '2026-12-05'],
    ['12月5日', '2026-12-05'],
    ['3月5日', '2027-03-05'],
    ['明年1月底', '2027-01-31'],
    ['25日', '- - 25'],
    ['月底前', '- - -'],
    ['每季度第5个月25日', ''],
    ['每月35日', ''],
    ['13月5日', ''],
    ['尽快', ''],
  ])('%s → %s', (words, want) => {
    expect(dateOf(lastDutyDate(words, TODAY)?.date ?? null)).toBe(want)
  })
})

describe('a word on a duty', () => {
  test.each([
    ['把12号文的季度报送改到每季度第1个月25日前', 'moved | 云政办〔2026〕12号 | quarterly | quarterly 1 25'],
    ['12号文的季报调整为每季度首月25号', 'moved | 云政办〔2026〕12号 | quarterly | quarterly 1 25'],
    ['12号文的月报推迟到每月28日', 'moved | 云政办〔2026〕12号 | monthly | monthly - 28'],
    ['12号文的办理方案延期到12月5日', 'moved | 云政办〔2026〕12号 | handlingPlan | 2026-12-05'],
    ['市经信局的月度报送提前到3日', 'moved | monthly | 市经信局 | - - 3'],
    ['12号文这次的月报推迟到28日', 'moved | once | 云政办〔2026〕12号 | monthly | - - 28'],
    ['本期季度报送延期到12月5日', 'moved | once | quarterly | 2026-12-05'],
    ['暂停12号文的月报', 'paused | 云政办〔2026〕12号 | monthly'],
    ['12号文的报送先停一下', 'paused | 云政办〔2026〕12号'],
    ['从下月起暂停12号文的季度报送', 'paused | 云政办〔2026〕12号 | quarterly | from 2026-12-01'],
    ['恢复12号文的月报', 'resumed | 云政办〔2026〕12号 | monthly'],
    ['结束12号文的半年小结', 'ended | 云政办〔2026〕12号 | semiannual'],
    ['停止12号文的月报', 'ended | 云政办〔2026〕12号 | monthly'],
    ['终止各牵头单位的季度报送', 'ended | quarterly | 各牵头单位'],
    ['暂停报送', 'paused'],
    ['新增：市经信局每月5日前报低空经济进展', 'added | 市经信局 | 低空经济进展 | monthly - 5'],
    [
      '增加一条：各牵头单位每季度第1个月20日前报送12号文进展情况',
      'added | 云政办〔2026〕12号 | 各牵头单位 | 12号文进展情况 | quarterly 1 20',
    ],
    [
      '加一项报送要求，请市经信局12月5日前报联络员名单',
      'added | contacts | 市经信局 | 联络员名单 | 2026-12-05',
    ],
    ['新增市经信局每周报进展', 'none'],
    [
      '新增：市经信局每月5日前报低空经济进展，到2026年底为止',
      'added | 市经信局 | 低空经济进展 | monthly - 5 | until 2026-12-31',
    ],
    ['新增报送要求', 'added'],
    ['季报的时间调整到每季度第一个月的25号', 'moved | quarterly | quarterly 1 25'],
    ['12号文季度报送推到25号', 'moved | 云政办〔2026〕12号 | quarterly | - - 25'],
    [
      '从12月起，12号文的简报改为每季度报一次',
      'moved | 云政办〔2026〕12号 | quarterly - - | from 2026-12-01',
    ],
    ['让市经信局每月5日前报一次低空经济进展', 'added | 市经信局 | 低空经济进展 | monthly - 5'],
    ['让市经信局抓紧报', 'none'],
  ])('%s → %s', (q, want) => {
    expect(shown(q)).toBe(want)
  })

  test('a liaison says it too; who may is for the flow', () => {
    expect(heardBy(liaisonOf('市交通运输局'), '暂停12号文的月报', CITY).order?.do).not.toBe('unsubscribe')
  })
})

describe('not on a duty', () => {
  test.each([
    '取消每月的月调度',
    '停止推送月报',
    '每月1号早上8点发我月调度',
    '52项改成8条',
    '预计完成时间改到12月底',
    '新增商业航线2条',
    '新增企业5家，12月底前再报',
    '本月新增8个项目，月底前完成',
    '增加到12家',
    '恢复督办第52项',
    '结束了，都报了',
    '12号文的季度报送改到什么时候了？',
    '为什么暂停12号文的月报',
    '第5项的报送推迟到25日',
    '取消订阅',
    '项目因资金暂停，正在协调',
    '大桥暂停施工，月底恢复',
    '工作方案已改到第三稿',
    '评审推迟到12月5日',
  ])('%s', (q) => {
    for (const who of [SUPERVISOR, liaisonOf('市交通运输局')])
      expect(heardBy(who, q, CITY).order?.do ?? 'none').not.toBe('duty')
  })
})
