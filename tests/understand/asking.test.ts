import { describe, expect, test } from 'vitest'
import { STRANGER } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { wantsReport } from '../../src/understand/orders/report-wanted.ts'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON, TODAY } from './lexicon.ts'

const read = (text: string): Query =>
  understand(text, { viewer: STRANGER, history: [], today: TODAY, lexicon: LEXICON }).query

const filterOf = (query: Query) => ('filter' in query ? query.filter : {})
const rolesOf = (query: Query) => filterOf(query).roles?.join('/') ?? 'any'

describe('which part of a unit is asked', () => {
  test.each([
    ['市经信局牵头或参与的任务有哪些', 'any'],
    ['市经信局牵头和负责的一共有哪些', 'any'],
    ['市经信局牵头的、配合的都列一下', 'any'],
    ['市经信局牵头的加上配合的一共多少项', 'any'],
    ['市经信局牵头的有哪些，还有配合的', 'any'],
    ['市经信局除了牵头的，还当责任单位的有哪几条', 'supporting/responsible'],
    ['市经信局牵的头是哪项', 'lead'],
    ['市经信局牵了几个头', 'lead'],
    ['市经信局一共牵了多少条', 'lead'],
    ['市经信局千头的任务有哪些', 'lead'],
    ['市经信局明文牵头的有几项', 'lead'],
    ['市经信局当责任单位的任务', 'responsible'],
  ])('%s', (question, roles) => {
    expect(rolesOf(read(question))).toBe(roles)
  })

  test.each([
    '市经信局哪些任务要牵头、哪些要配合',
    '市经信局牵头和参与的分别是哪些任务',
    '市经信局牵头什么、配合什么',
    '市经信局牵头哪几条，参与哪几条',
  ])('%s: a list a part', (question) => {
    const query = read(question)
    expect(query.kind === 'several' && query.queries.map(rolesOf)).toEqual(['lead', 'supporting/responsible'])
  })

  test.each([
    ['按写明的牵头单位算，市经信局牵头几项', true],
    ['1号议案里写明牵头单位的任务有几条', true],
    ['1号议案里有牵头单位的任务有几项', true],
    ['光看写了牵头单位的，市经信局牵头几项', true],
    ['1号议案里没写牵头单位的任务有几项', undefined],
    ['市经信局牵头几项', undefined],
  ])('%s: only written leads %s', (question, written) => {
    expect(filterOf(read(question)).writtenOnly).toBe(written)
  })
})

test.each([
  ['只由市经信局一家负责的任务有几项', true],
  ['就市经信局一家在管的有哪些', true],
  ['市经信局负责、没有其他责任单位的有几项', true],
  ['市经信局负责的任务有几项', undefined],
  ['市经信局要扶持的只有几家', undefined],
])('%s: nobody else works on it %s', (question, alone) => {
  expect(filterOf(read(question)).alone).toBe(alone)
})

describe('a unit the tasks are without', () => {
  test.each([
    ['1号议案里不带市经信局的任务有几项', 'none'],
    ['不包括市经信局的任务有哪些', 'none'],
    ['除了市经信局，还有谁负责除险加固', undefined],
    ['带市经信局的任务有几项', undefined],
  ])('%s: %s', (question, join) => {
    expect(filterOf(read(question)).unitsJoin).toBe(join)
  })
})

/** What ties a unit to a task, how a thing is parted: no matter to look for. */
test.each([
  ['市经信局沾边的任务有哪些', undefined],
  ['市经信局的活儿有几样', undefined],
  ['政务场景分多少类', ['政务场景']],
  ['积分有多少', ['积分']],
  ['示范车间之外，产线几条', ['产线']],
  ['1号议案办理方案一共列了多少项任务', undefined],
  ['市经信局负责的充电桩任务', ['充电桩']],
])('%s: on %s', (question, topics) => {
  expect(filterOf(read(question)).topics).toEqual(topics)
})

describe('what kind of asking it is', () => {
  test.each([
    ['除险加固找哪几个部门', 'lead'],
    ['送岗位进乡村哪几家在管', 'lead'],
    ['产业规模增长20%谁负责', 'lead'],
    ['校企对接由谁牵头，还有谁参加', 'lead'],
    ['智能工厂要建几家', 'metric'],
    ['提到eVTOL的有哪几项', 'tasks'],
    ['哪几条讲到商协会', 'tasks'],
    ['促进办法哪天出台', 'deadline'],
    ['9号文哪天印发的', 'stage'],
    ['科学中心哪年获批', 'deadline'],
    ['三年方案的主要指标有哪些', 'metric'],
    ['智能工厂和示范车间哪个数多', 'compare'],
    ['商业航线和治理航线差多少条', 'compare'],
    ['市经信局和市发改委参与的任务哪个多', 'compare'],
    ['市经信局和市发改委谁活儿多', 'compare'],
    ['季度情况交到哪里、用附表几', 'duty'],
    ['候车亭哪年底建成', 'deadline'],
    ['书店60场和画廊30家分别在哪份文件', 'metric'],
    ['季度进展还要不要报', 'duty'],
    ['1号议案哪个部分任务最多', 'count'],
    ['市经信局跟市发改委谁参与得多', 'compare'],
    ['江北区和经开区养护里程差多少', 'several'],
    ['江北区和经开区牵头任务差多少', 'compare'],
    ['第5项和第6项牵头单位一样吗', 'lead'],
    ['办理落实阶段干到哪天', 'stage'],
    ['三季度的进度要在几月几日前报', 'duty'],
    ['市经信局和市发改委谁牵头的件数多', 'compare'],
    ['除险加固是哪个公司承建的', 'lead'],
    ['智能工厂和示范车间是不是一回事', 'compare'],
    ['带“高铁”“航空”的是哪几条', 'tasks'],
    ['一百零三条几个单位分', 'count'],
    ['候车亭正文写40个，附件也是这个数吗', 'metric'],
    ['1号议案领导小组一共开几次会', 'passages'],
    ['除险加固干到哪一步了', 'progress'],
    ['这几份文件里市经信局的任务', 'tasks'],
    ['市经信局2023年和2026年牵头的任务，哪年多', 'compare'],
  ])('%s', (question, kind) => {
    expect(read(question).kind).toBe(kind)
  })

  test.each([
    ['大桥是谁设计的', '设计'],
    ['大桥谁负责', undefined],
  ])('%s: an act %s', (question, act) => {
    const query = read(question)
    expect(query.kind === 'lead' && query.act).toBe(act)
  })
})

test.each([
  ['新能源车到2028年总共推广多少辆', { total: true }],
  ['新能源车每个月推广多少辆', { per: '月' }],
  ['新能源车去年完成多少辆', { reached: true }],
  ['新能源车推广多少辆', {}],
])('%s: what sort of figure', (question, sort) => {
  const query = read(question)
  const { total, per, reached } = query.kind === 'metric' ? query : {}
  expect({ total, per, reached }).toEqual({ total: undefined, per: undefined, reached: undefined, ...sort })
})

test.each([
  ['1号议案里没有写年底期限的有几项', true],
  ['1号议案里没写完成时限的任务', true],
  ['1号议案里写了年底期限的有几项', undefined],
])('%s: without a deadline %s', (question, undated) => {
  expect(filterOf(read(question)).undated).toBe(undated)
})

test.each([
  ['提到工信的任务有哪些', undefined],
  ['提到工信局的任务有哪些', 1],
])('%s: of a unit %s', (question, units) => {
  expect(filterOf(read(question)).units?.length).toBe(units)
})

test('除…外: another document is asked', () => {
  expect(filterOf(read('提到公交的任务，除1号议案外还有哪些')).documents?.ids).not.toContain(2)
})

describe('part of a task', () => {
  test.each([
    ['第12项之2的目标', 2],
    ['第十二项之三谁牵头', 3],
    ['第12项之后还有哪些任务', undefined],
    ['第12项之2026年的目标', undefined],
  ])('%s', (question, part) => {
    expect(filterOf(read(question)).part).toBe(part)
  })
})

describe('two measures are compared one by one', () => {
  test.each([
    ['书店20家和画廊9处，1号议案和工作报告写得一样吗', ['书店20家', '画廊9处']],
    ['书店和画廊，1号议案和工作报告写得一样吗', null],
  ])('%s', (question, topics) => {
    const query = read(question)
    expect(query.kind === 'several' ? query.queries.map((q) => filterOf(q).topics?.[0]) : null).toEqual(
      topics,
    )
  })
})

test.each([
  ['1号议案几月份要做半年总结', false],
  ['做一份半年总结', true],
])('%s: a paper is wanted %s', (said, wanted) => {
  expect(wantsReport(said, [])).toBe(wanted)
})

describe('what the question is about', () => {
  test.each([
    ['提到“远程医疗”或“在线医疗”的任务', ['远程医疗、在线医疗']],
    ['关于“首店”“老字号”的任务是哪几条', ['首店、老字号']],
    ['技术经理人1000名和高技能人才8000人分别是谁牵头', ['技术经理人1000名和高技能人才8000人']],
    ['跟交通运输、医疗有关的任务', ['交通运输、医疗']],
    ['二百四十亿是哪个指标', ['240亿']],
    ['技改项目数差多少', ['技改项目']],
    ['把候车亭的任务都找出来', ['候车亭']],
    ['离园未返岗人员谁负责', ['离园未返岗人员']],
    ['候车亭未建成的任务有哪些', ['候车亭 建成']],
    ['农村候车亭改造责任单位里有没有邮政', ['农村候车亭改造']],
    ['1号议案里有没有邮政', ['邮政']],
    // verbs that no document uses, beside what is asked
    ['候车亭那件事落到谁头上', ['候车亭']],
    ['换电站派给哪家在张罗', ['换电站']],
    ['市经信局扛了几项', undefined],
    ['市经信局都跟哪些任务沾边', undefined],
    ['把市经信局的任务捋一捋', undefined],
    ['换电站在哪个酒店开会', ['换电站 酒店开会']],
    ['一对一辅导谁负责', ['一对一辅导']],
    ['一对一辅导要跟哪几个局协调', ['一对一辅导']],
    ['候车亭改造责任单位有哪些通信企业', ['候车亭改造']],
    ['候车亭总数要超多少', ['候车亭总数']],
  ])('%s', (question, topics) => {
    const query = read(question)
    const said = query.kind === 'duty' ? [query.topic] : filterOf(query).topics
    expect(said).toEqual(topics)
  })

  test.each([
    ['平安城市建设在2号建议案里归谁牵头', [5], ['平安城市建设']],
    ['起降点规划布局多少个', undefined, ['起降点规划']],
  ])('%s names documents %s', (question, documents, topics) => {
    const filter = filterOf(read(question))
    expect([filter.documents?.ids, filter.topics]).toEqual([documents, topics])
  })

  test.each([
    ['候车亭要多少个，1号议案提了没有', undefined],
    ['1号议案的候车亭要多少个，写没写', [2]],
    ['候车亭，1号议案要多少个', [2]],
  ])('%s: a document asked about second does not narrow the first question', (question, documents) => {
    expect(filterOf(read(question)).documents?.ids).toEqual(documents)
  })

  test.each([
    ['壮大低空经济下面有几项', 'count'],
    ['重大壮大低空经济几项', 'metric'],
  ])('%s: a heading only where nothing but a document stands before it', (question, kind) => {
    expect(read(question).kind).toBe(kind)
  })

  test('of a year said as 当年 no document is chosen', () => {
    expect(filterOf(read('候车亭当年谁牵头')).documents).toBeUndefined()
  })
})
