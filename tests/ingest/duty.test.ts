import { describe, expect, test } from 'vitest'
import { readDuties } from '../../ingest/extract/duty.ts'
import { type DutyRow, duties } from './duty.corpus.ts'
import { node, plan } from './tree.ts'

const under = (heading: string, text: string) => plan([node({ heading, paragraphs: [text] })])
const full = ([who, to, what, due, recurrence = null]: DutyRow) => ({ who, to, what, due, recurrence })

describe('sentences', () => {
  const rows = duties.flatMap(([wanted, texts]) => texts.map((text) => ({ text, wanted })))
  test.each(rows)('$text', ({ text, wanted }) => {
    const found = readDuties(under('工作要求', text), 2025)
    expect(found.map(({ who, to, what, due, recurrence }) => ({ who, to, what, due, recurrence }))).toEqual(
      wanted.map(full),
    )
    expect(found.every((d) => d.text === text && d.source.end - d.source.start === text.length)).toBe(true)
  })

  test.each(rows)('$text is not read among the tasks', ({ text }) => {
    expect(readDuties(under('重点任务', text), 2025)).toEqual([])
    expect(readDuties(under('工作要求', `${text}（责任单位：市教育局）`), 2025)).toEqual([])
  })
})

describe('after a semicolon', () => {
  const read = (text: string) =>
    readDuties(under('工作要求', text), 2026).map(({ who, to, what, due }) => [who, to, what, due])

  test('who and whom go on where the next words begin with a day', () => {
    expect(
      read('各牵头单位每月5日前向专班办公室报送简报；7月5日前报送半年小结；2026年12月10日前报送全年总结。'),
    ).toEqual([
      ['各牵头单位', '专班办公室', '简报', null],
      ['各牵头单位', '专班办公室', '半年小结', '2026-07-05'],
      ['各牵头单位', '专班办公室', '全年总结', '2026-12-10'],
    ])
  })

  test('another subject is not overruled, and a full stop ends it', () => {
    expect(read('各区每月向专班办公室报送简报；市数据局于6月底前报送小结。')[1]).toEqual([
      '市数据局',
      null,
      '小结',
      '2026-06-30',
    ])
    expect(read('各区每月向专班办公室报送简报。6月底前报送小结。')[1]).toEqual([
      null,
      null,
      '小结',
      '2026-06-30',
    ])
  })

  test('what is put together and handed on is what was handed in', () => {
    expect(read('各区每月向市数据局报送进展数据；市数据局汇总后报市政府督查室。')[1]).toEqual([
      '市数据局',
      '市政府督查室',
      '进展数据',
      null,
    ])
  })
})

describe('when', () => {
  const stage = (text: string) =>
    plan([
      node({
        heading: '工作安排',
        children: [
          node({
            heading: '督促检查阶段（2025年10月—11月）',
            paragraphs: [`督促检查阶段（2025年10月—11月）。${text}`],
          }),
        ],
      }),
    ])

  test('the end of the stage is implied where nothing is said', () => {
    expect(readDuties(stage('各承办单位提交工作总结。'), null)[0]).toMatchObject({
      due: '2025-11-30',
      dueCertainty: 'implied',
    })
  })

  test('a date of its own goes before the stage', () => {
    expect(readDuties(stage('10月20日前，各承办单位提交工作总结。'), null)[0]).toMatchObject({
      due: '2025-10-20',
      dueCertainty: 'inherited',
    })
  })

  test('a recurring duty runs as long as its stage', () => {
    expect(readDuties(stage('各承办单位每月报送简报。'), null)[0]).toMatchObject({
      due: null,
      recurrence: 'monthly',
      timing: { from: '2025-10-01', until: '2025-11-30', month: null, day: null },
    })
  })

  test('the day within the period is kept', () => {
    const text = '自2025年第三季度起，各牵头单位要在每个季度第1个月的15日前，将完成情况报市政府督查室。'
    expect(readDuties(under('工作要求', text), 2025)[0]?.timing).toEqual({
      from: '2025-07-01',
      until: null,
      month: 1,
      day: 15,
    })
  })

  test('a yearly duty keeps its month', () => {
    const timing = (text: string) => readDuties(under('工作要求', text), 2025)[0]?.timing
    const none = { from: null, until: null }
    expect(timing('各单位每年2月底前报送工作总结。')).toEqual({ ...none, month: 2, day: null })
    expect(timing('各单位每年3月10日前报送工作总结。')).toEqual({ ...none, month: 3, day: 10 })
    expect(timing('各单位每月5日前报送工作简报。')).toEqual({ ...none, month: null, day: 5 })
    expect(timing('各单位每季度末月25日前报送工作简报。')).toEqual({ ...none, month: 3, day: 25 })
  })

  test('定期 has no day, whatever the stage', () => {
    expect(readDuties(stage('定期向市人大汇报进展。'), null)[0]).toMatchObject({
      due: null,
      recurrence: null,
    })
  })

  test('the letter is read too, the year goes on from sentence to sentence', () => {
    const letter = node({ paragraphs: ['各单位于2026年2月5日前将方案报市政府督查室。3月底前报送台账。'] })
    expect(readDuties(plan([], letter), null).map((d) => d.due)).toEqual(['2026-02-05', '2026-03-31'])
  })
})
