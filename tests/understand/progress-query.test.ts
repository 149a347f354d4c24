import { expect, test } from 'vitest'
import type { ProgressQuery } from '../../src/domain/progress-query.ts'
import type { Query } from '../../src/domain/query.ts'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON, LIAISON } from './lexicon.ts'

/** aspect, states or lights, period, count, unit by unit: what is said of the Query; '' for how tasks stand. */
const read = (q: Query): string => (q.kind === 'progress' ? shown(q) : `other: ${q.kind}`)
const shown = ({ of, filter, lights = [], period = '', count, byUnit }: ProgressQuery): string =>
  [
    of ?? '',
    ...(filter.states ?? []),
    ...lights,
    period,
    count ? 'count' : '',
    byUnit ? 'by unit' : '',
    ...(filter.topics ?? []),
  ]
    .filter((part) => part !== '')
    .join(' ')

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    '',
    [
      '第4项进展怎么样',
      '我们单位的任务推进得如何',
      '第4项完成了吗',
      '第2项报了没有',
      '4项完成了吗',
      '4项现在怎么样了',
      '第4项现在多少了',
      '第4项年底前能完成吗',
      '第4项能按时完成吗',
    ],
  ],
  ['候车亭', ['候车亭进展怎么样', '候车亭完成了多少']],
  ['pending', ['待审核的有哪些', '还没审核的任务有哪些']],
  ['undone', ['哪些任务没完成', '我们单位还没完成的任务']],
  ['green', ['没有落后的任务有哪些']],
  ['behind by unit', ['谁的进度最慢', '落后最多的是哪个单位']],
  ['overdue', ['哪些逾期了', '哪些任务超期了', '我们单位有哪些逾期']],
  ['overdue count', ['有多少项逾期', '逾期的有几项']],
  ['unreported', ['哪些任务还没报送', '我们单位哪些没报', '未报送的任务有哪些']],
  ['behind', ['滞后的任务有哪些', '我们单位有哪些滞后', '哪些落后了']],
  ['behind 2026Q4 by unit', ['本季度哪些单位滞后']],
  ['closed', ['已办结的有哪些', '哪些已经完成了', '已完成的任务']],
  ['closed count', ['已完成多少项', '办结了几项']],
  ['blocked', ['哪些任务受阻', '推进受阻的有哪些']],
  ['red', ['哪些是红灯', '哪些任务亮红灯']],
  ['red count', ['红灯有几项', '红灯任务有多少']],
  ['red amber', ['红灯和黄灯的任务有哪些']],
  ['why amber', ['第4项为什么是黄灯']],
  ['why red', ['为什么标红灯', '第4项怎么变红灯了']],
  ['why', ['第4项滞后的原因']],
  ['silent', ['没有进展的任务有哪些']],
  [
    'reporting',
    ['还有谁没报', '哪些单位没报', '市发改委报了没有', '市发改委报了吗', '应报多少家', '谁还没交'],
  ],
  ['reporting 2026Q3', ['三季度哪些单位还没报', '上季度还有谁没报']],
  ['reporting 2026-10', ['10月报送情况']],
  ['last 候车亭', ['候车亭还差多少个']],
  ['last', ['第2项还差几条', '上次报了多少', '第2项上期报的数是多少', '第2项最近一次报了什么']],
  [
    'difficulties',
    ['有哪些需协调事项', '市经信局上报的困难是什么', '需要市里协调的问题有哪些', '第2项卡在哪'],
  ],
  ['rate', ['完成率多少', '序时进度怎么样', '总体进度如何', '完成了几项']],
  ['history', ['第2项历次报送', '第2项以往的进展']],
  ['change', ['和上季度比怎么样', '比上个月进展如何', '第2项环比进展']],
  [
    'other: duty',
    ['季度进展什么时候报', '简报多久报一次', '11号文要求报月报吗', '进展情况报给谁', '要不要报小结'],
  ],
  ['other: lead', ['困难群众帮扶谁牵头', '落后产能淘汰由哪个单位负责']],
]

test.each(CASES.flatMap(([expected, said]) => said.map((text) => [text, expected] as const)))(
  '%s',
  (text, expected) => {
    expect(
      read(understand(text, { viewer: LIAISON, history: [], today: '2026-11-22', lexicon: LEXICON }).query),
    ).toBe(expected)
  },
)
