import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { openCity } from './city.ts'

/** Short everyday ways of asking for tasks, bodies, parts, stages and people, with what they must not be read as. */
let city: Awaited<ReturnType<typeof openCity>>
beforeAll(async () => {
  city = await openCity()
}, 60_000)
afterAll(() => city.close())

const ask = async (...said: readonly string[]): Promise<Answer> => {
  const answer = (await city.ask({ role: 'official', said })).at(-1)
  if (answer === undefined) throw new Error('nothing was asked')
  return answer
}
const text = (answer: Answer): string => JSON.stringify(answer.message)
const places = (answer: Answer): readonly string[] =>
  answer.tasks.map((t) => `${t.no ?? t.path.join('')}${t.part === null ? '' : `/${t.part}`}`)

describe('parts of a document', () => {
  test.each([
    ['工作报告第九部分几项', ['92', '93', '94', '95', '96']],
    ['工作报告第一部分有几条', ['一（一）', '一（二）', '一（三）', '一（四）', '一（五）', '一（六）']],
    ['1号议案第五部分健全长效机制几项', ['二（五）1', '二（五）2', '二（五）3']],
    ['工作报告里跟重大工程有关的那部分下面几项', ['92', '93', '94', '95', '96']],
    ['三年行动方案第四部分培育低空几条', ['二（四）1', '二（四）2', '二（四）3']],
  ])('%s', async (question, expected) => {
    expect(places(await ask(question))).toEqual(expected)
  })

  test.each([
    ['1号议案的任务分五大块，每块各几条', '分5个部分，共18项任务'],
    ['三年行动方案五个部分里哪部分任务最多', '任务最多的是（三）推动产业转型：5项'],
  ])('%s', async (question, said) => {
    expect(text(await ask(question))).toContain(said)
  })

  test('an instruction of the notice is no part with tasks', async () => {
    expect((await ask('工作报告第二十部分几项')).tasks).toEqual([])
  })
})

describe('one after the other', () => {
  test.each([
    [['1号议案动员部署阶段到什么时候', '下一阶段呢'], '组织实施阶段'],
    [['1号议案动员部署阶段到什么时候', '下一阶段呢', '再下一个阶段呢'], '检查评估阶段'],
    [['1号议案检查评估阶段是几月', '那上一个阶段呢'], '组织实施阶段'],
    [['1号议案分几个阶段', '最后一个呢'], '总结报告阶段'],
    [['三年行动方案第二阶段到什么时候'], '全面推进阶段'],
    [['1号议案领导小组组长和副组长都有谁'], '郭明'],
    [['1号议案正副组长是谁'], '秦立川'],
    [['市体育局，不对，市医保局牵头几项'], '市医保局'],
    [['百分之九十七是哪个指标'], '农村自来水普及率'],
    [['第80项分几块', '最后一块是啥，谁负责'], '市数据局'],
    [['1号议案现在该到哪一步了，分几步走'], '总结报告阶段'],
    [['督办联络员名单报送的最后期限'], '2月13日'],
    [['责任单位向牵头单位反馈有没有固定的时间'], '反馈'],
    [['市文旅局和市体育局2026年各牵头几项'], '市体育局'],
    [['1号议案半年报什么'], '上半年办理工作小结'],
    [['江北区候车亭建几个', '那石堰和望川呢'], '望川区'],
    [['候车亭石堰三年共几个'], '石堰区'],
    [['1号议案4到11月搞什么'], '组织实施阶段'],
    [['1号议案领导小组里姓沈的有谁'], '沈岚'],
    [['市商务局2026年总共挂几条，牵头的几条'], '牵头的任务'],
    [['市生态环境局在1号议案里有哪些任务', '那它在2026年工作报告里呢'], '空气质量优良天数'],
    [['候车亭120个，望川占几个'], '望川区'],
    [['云企贷谁签头，配合的呢'], '市委金融办'],
    [['1号议案简报什么时候报', '那半年小结呢'], '7月5日'],
    [['1号议案里冷链谁牵头', '三年行动方案里智慧物流呢'], '市发改委'],
    [['特色商业街区那条谁牵头', '有没有住更'], '第4项'],
    [['无人机集运那条谁牵头', '有没有公安'], '不在上一问'],
  ])('%j', async (said, words) => {
    expect(text(await ask(...said))).toContain(words)
  })

  test.each([
    [
      ['市农业农村局2026年牵头哪些', '参与的呢'],
      ['二（三）1', '二（三）4', '二（四）2', '48'],
    ],
    [['第四十一到四十三条分别讲什么'], ['41', '42', '43']],
    [['市邮政管理局有哪些任务，1号议案不算'], []],
    [['市体育局除了1号议案还有没有别的任务'], ['5', '6']],
    [['1号议案二（三）第1条谁牵头', '第二条呢'], ['二（三）2']],
    [['1号议案第（五）部分几条'], ['二（五）1', '二（五）2', '二（五）3']],
    [['市文旅局2026年不是牵头、只当责任单位的任务'], ['二（一）4', '1', '80/3']],
    [['海外仓谁牵头', '上一条呢'], ['15']],
    [['省级以上赛事归谁', '下一项谁管'], ['7']],
    [
      ['高标准农田谁牵头', '它那一部分还有哪几项'],
      ['53', '54', '55', '56', '57', '58', '59', '60'],
    ],
    [['2026年两家一起牵头的任务有几条'], ['69']],
    [['市医保局牵的是哪条'], ['88']],
    [
      ['市文旅局2026年牵头哪些', '不牵头的呢'],
      ['二（一）4', '1', '80/3'],
    ],
  ])('%j', async (said, expected) => {
    expect(places(await ask(...said))).toEqual(expected)
  })

  test.each([[['1号议案第二阶段要开几次会'], 'none']])('%j is not', async (said, kind) => {
    expect((await ask(...said)).kind).toBe(kind)
  })
})

describe('whose it is', () => {
  test.each([
    ['云川老码头那条谁参加', 'lead', '江北区人民政府'],
    ['1号议案领导小组谁参加', 'people', '沈岚'],
    ['闲置土地是哪几家的事', 'lead', '市国资委'],
    ['易涝点治理归谁', 'lead', '市水务局'],
    ['云企贷推广找谁', 'lead', '市委金融办'],
    ['云企贷利率多少', 'none', '没有'],
    ['1号议案联络员叫什么名字', 'people', '没有写姓名'],
    ['高新技术企业的认定标准是什么', 'none', '没有写标准'],
    ['高新技术企业减免多少税', 'none', '没有'],
    ['老旧小区谁牵头，供电公司在不在里头', 'lead', '市住房和城市更新局'],
    ['老码头街区找江北区还是找望川区', 'lead', '市商务局'],
    ['市公安局2026年一个都没牵头吗', 'tasks', '二（四）2'],
    ['天子山大桥谁牵头', 'lead', '市交通运输局'],
    ['进展情况填哪张表', 'duty', '附表3'],
    ['老旧小区谁牵头，供电公司在不在里头', 'lead', '市住房和城市更新局'],
    ['老码头街区找江北区还是找望川区', 'lead', '市商务局'],
    ['市公安局2026年一个都没牵头吗', 'tasks', '二（四）2'],
    ['老码头街区是哪个公司承建的', 'none', '没有'],
    ['数科牵头的有几项', 'none', '云川数科集团'],
    ['1号议案里区政府都参与的有几项', 'count', '各区人民政府'],
    ['市信访局的活儿有几样', 'count', '初次信访事项'],
  ])('%s', async (question, kind, said) => {
    const answer = await ask(question)
    expect([answer.kind, text(answer)]).toEqual([kind, expect.stringContaining(said)])
  })

  test('一家牵头 lets others take part, 一家负责 does not', async () => {
    expect(places(await ask('市医保局一家牵头的有哪些'))).toEqual(['88'])
    expect(places(await ask('市公安局2026年一家牵头的有几项'))).not.toContain('69')
  })
})
