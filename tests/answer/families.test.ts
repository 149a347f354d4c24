import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { openCity } from './city.ts'

/** Ways of asking that were once misread, tried on the sample city: each row stands for its family. */
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
const numbers = (answer: Answer): readonly (number | null)[] => answer.tasks.map((t) => t.no)

describe('which tasks', () => {
  test.each([
    // a heading whose tasks are counted
    ['抓实有效投资下面一共列了几项', [9, 10, 11, 12, 13, 14]],
    ['工作报告“聚才留才”那块有几条', [29, 30, 31]],
    // a heading without a number (——聚才留才) is one all the same
    ['聚才留才这一块有哪些任务', [29, 30, 31]],
    ['工作报告里“抓实有效投资”下面有几项', [9, 10, 11, 12, 13, 14]],
    // words no document uses, and that name no thing, are words of asking
    ['市体育局今年一共摊上几项活', [5, 6]],
    // nobody else works on it
    ['市体育局独自负责的有哪些', [6]],
    // one with, one without
    ['工作报告里市农业农村局牵头但没有市水务局参与的任务', [null, 54, 55, 58, 59]],
    ['就市体育局一家负责的有哪些', [6]],
    // both units at once
    ['既有市发改委又有市工商联的任务有哪些', [13, 37]],
    // a slip in the matter itself
    ['老玛头街区是第几项', [4]],
    ['组织部有哪些任务', [29, 58]],
    // a task in other words for the doing, and how it stands
    ['5G基站建设进展', [51, null]],
    ['5G基站建设有哪些任务', [51, null]],
  ])('%s', async (question, expected) => {
    expect(numbers(await ask(question))).toEqual(expected)
  })
})

describe('what the answer says', () => {
  test.each([
    ['1号议案多久开一次会', 'none', '没有写明'],
    ['1号议案主题是什么', 'passages', '推进城乡交通一体发展'],
    ['督查室电话多少', 'none', '没有写'],
    ['1号议案什么时候成立领导小组', 'stage', '动员部署'],
    ['季度进展要填哪个附表', 'duty', '附表3'],
    ['2026年GDP目标', 'metric', '5.5%'],
    ['技术合同130亿是哪个文件的', 'metric', '130亿元'],
    ['各区人民政府指的是哪些', 'passages', '天子山风景区管委会'],
    ['无人机集运那条涉及哪几个区', 'lead', '洪泽区人民政府'],
    ['候车亭最多的区', 'metric', '江北区：10个'],
    // the year's column of a table, not the sum of all years
    ['各区低空起降点2026年多少', 'metric', '全市400个'],
    ['各区低空起降点三年一共多少', 'metric', '全市1000个'],
    // each part of what is asked with its own figure
    ['口袋公园和城市绿道今年各多少', 'metric', '口袋公园 30个，城市绿道 45公里'],
    ['绿色工厂和零碳园区建几家', 'metric', '绿色工厂 15家，零碳园区 1个'],
    ['1号议案有几个单位牵头', 'count', '牵头单位 · '],
    ['第65项和第45项牵头单位一样吗', 'lead', '牵头单位不一样'],
    ['第45项的目标', 'metric', '绿色工厂 15家，'],
    ['1号议案哪个部分任务最多', 'count', '任务最多的是'],
    ['1号议案领导小组副组长有哪些、办公室设在哪', 'people', '领导小组办公室'],
    ['第80项之2的目标', 'metric', '80所'],
    ['江北区候车亭建几个，石堰区呢', 'metric', '石堰区 · 候车亭：7个'],
    ['1号议案3月底之前要做哪些事', 'stage', '动员部署'],
    ['1号议案领导小组里有没有市财政局的', 'people', '唐文清'],
    ['特色商业街区那条责任单位有几家', 'lead', '责任单位（3个）'],
    ['1号议案成员里有警备区的人吗', 'none', '没有写'],
    ['1号议案检查阶段是几月', 'stage', '检查评估阶段'],
    ['9号文谁印发的', 'stage', '云川市人民政府办公室'],
    ['江北区和石堰区谁的任务多', 'compare', '江北区'],
    ['数字农业基地哪年开始招生', 'none', '没有'],
    ['青岫区有单独点名的任务吗', 'tasks', '候车亭'],
    ['高新区1号议案里单独点名的任务有哪些', 'none', '没有点它的名'],
    // a period's report is due after it, not within it
    ['2026年一季度的进展情况要在哪天前报', 'duty', '2026年第一季度的：**2026年4月20日前**'],
    ['责任事项进展情况从第几季度开始报', 'duty', '2026年第二季度起'],
    ['附表3是报什么用的', 'duty', '责任事项进展情况'],
    ['牵头单位要不要报督查室', 'duty', '各牵头单位'],
    ['责任单位要不要报督查室', 'none', '没有写“责任单位报督查室”'],
    ['1号议案半年总结几号之前报', 'duty', '上半年办理工作小结：2026年7月5日前'],
    // other reports are asked for, not these
    ['1号议案要不要报季报', 'none', '文件只写了：'],
    ['督办联络员名单几号之前要报', 'duty', '2026年2月13日前'],
  ])('%s', async (question, kind, said) => {
    const answer = await ask(question)
    expect([answer.kind, text(answer)]).toEqual([kind, expect.stringContaining(said)])
  })

  test.each([
    [['江北区候车亭建几个', '那石堰的呢'], '石堰区 · 候车亭：7个'],
    [['1号议案领导小组组长是谁', '办公室呢，设在哪'], '领导小组办公室'],
    [['第三季度情况应该在几月几号前报督查室'], '2026年10月20日前'],
    [['候车亭任务最重的是哪个区'], '江北区：10个'],
    [['1号议案领导小组组长是谁', '那他的副手有几位'], '副组长'],
    [['1号议案简报按月报还是按季报'], '每月25日前'],
    [['市体育局今年要干些什么'], '2项'],
    [['特色商业街区那条谁牵头', '责任单位有没有区政府'], '人民政府'],
    [['特色商业街区那条谁牵头', '责任单位有没有市教育局'], '不在上一问'],
    [['空气质量目标是多少', '跟去年比呢'], '没有可比的数'],
  ])('%j', async (said, words) => {
    expect(text(await ask(...said))).toContain(words)
  })

  test.each([
    ['市交通运输局联络员是谁', '张航'],
    ['现在谁是市经信局的联络员', '刘佳宁'],
    ['周怀远分管哪些单位', '个单位'],
    ['谁分管市交通运输局', '分管领导'],
  ])('%s is told from the register of people', async (question, said) => {
    const answer = await ask(question)
    expect([answer.kind, text(answer)]).toEqual(['people', expect.stringContaining(said)])
  })

  test.each([
    ['1号议案的联络员有什么要求', 'duty'],
    ['谁负责市交通运输局的候车亭', 'lead'],
  ])('%s is not', async (question, kind) => {
    expect((await ask(question)).kind).toBe(kind)
  })

  test('a figure with a year before it is compared, not excused', async () => {
    expect(text(await ask('数字经济占比目标多少', '跟去年比呢'))).not.toContain('没有可比的数')
  })

  test('a question with a noun of its own leans on nothing', async () => {
    const [alone, after] = [
      await ask('10月底前要完成的任务有哪些'),
      await ask('第52项谁负责', '10月底前要完成的任务有哪些'),
    ]
    expect(numbers(after)).toEqual(numbers(alone))
  })

  test.each([
    '市商务局今年要招聘多少人',
    '候车亭的票价多少',
    '智能工厂给多少补贴',
    '核电站建设进展',
    '高考改革有任务吗',
  ])('%s stays unanswered', async (question) => {
    expect((await ask(question)).kind).toBe('none')
  })
})
