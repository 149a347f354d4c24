import { describe, expect, test } from 'vitest'
import { cleanFile } from '../../ingest/clean.ts'
import { mapped, sourceOf } from '../../src/text/mapped.ts'
import { foldForms, simplify, tighten, widenMarks } from '../../src/text/normalise.ts'
import { textFile } from './read-case.ts'

const cleaned = (text: string) => cleanFile(textFile(text)).lines.map((l) => tighten(l.text).text)
const normal = (text: string) => tighten(simplify(widenMarks(foldForms(mapped(text))))).text

describe('characters', () => {
  test.each([
    ['ＡＢ１２％', 'AB12%'],
    ['宽 5. 5 米以上', '宽5.5米以上'],
    ['到 ２０２６ 年', '到2026年'],
    ['⼈形机器⼈增⻓', '人形机器人增长'],
    ['負責單位', '负责单位'],
    ['後勤保障', '后勤保障'],
    ['剩馀款项', '剩余款项'],
    ['市发改委,市经信局(牵头);', '市发改委，市经信局（牵头）；'],
    ['1,000家 8:30', '1,000家8:30'],
    ['GPU cluster 建设', 'GPU cluster建设'],
    ['剩余、瞭望、显著、乾坤', '剩余、瞭望、显著、乾坤'],
  ])('%s → %s', (raw, want) => {
    expect(normal(raw)).toBe(want)
  })

  test('places survive', () => {
    const text = 'x ５. ５ 米'
    const tight = tighten(foldForms(mapped(text)))
    const at = tight.text.indexOf('米')
    expect(sourceOf(tight, at, at + 1)).toEqual({ start: 7, end: 8 })
  })
})

describe('what belongs to the page', () => {
  test('page marks and running heads in the middle of a sentence', () => {
    const text = '推进数字\n—1—\n云川市公报\n经济发展。\n第 2 页\n完成。\n—2—\n云川市公报\n结束。'
    expect(cleaned(text)).toEqual(['推进数字', '经济发展。', '完成。', '结束。'])
  })

  test('a figure in a table is no page mark', () => {
    expect(cleaned('5\n10\n35%')).toEqual(['5', '10', '35%'])
  })

  test('a footnote and its number', () => {
    const file = cleanFile(
      textFile('核心产业1实现增加值12亿元。\n1 核心产业指数字产品制造业等。\n 二、下一步'),
    )
    expect(file.lines.map((l) => l.text.text)).toEqual(['核心产业实现增加值12亿元。', '二、下一步'])
    expect(file.footnotes.map((f) => f.text.text)).toEqual(['核心产业指数字产品制造业等。'])
  })

  test('a number before a counter is no footnote', () => {
    expect(cleaned('新建企业1家。\n1 建设平台。')).toHaveLength(2)
  })
})

describe('damage', () => {
  test('glued pinyin', () => {
    expect(cleaned('規(guī)劃(huà)編(biān)制')).toEqual(['规划编制'])
    expect(cleaned('采用新标准(gui)')).toEqual(['采用新标准（gui）'])
  })

  test('bytes out of step are put back when only one reading is known to the file', () => {
    expect(cleaned('東湖園區(qū)。推動?xùn)|湖園區(qū)。')).toEqual(['东湖园区。推动东湖园区。'])
    const open = cleanFile(textFile('推動?xùn)|園區(qū)。'))
    expect(open.warnings.map((w) => w.message)).toEqual(['此处有乱码，无法还原，请核对原文'])
  })

  test('displaced figures go back where there is one way only, else they are left out with a warning', () => {
    const hole = '到 年建成 个\n2027 30\n'
    const file = cleanFile(textFile(`${hole.repeat(5)}全市 家企业\n1 2 3\n`))
    expect(file.lines.map((l) => l.text.text)).toEqual([...Array(5).fill('到2027年建成30个'), '全市 家企业'])
    expect(file.warnings).toHaveLength(6)
    expect(file.warnings.at(-1)?.message).toContain('无法确定位置')
  })

  test('the range of a line holds the figures put back into it from the next', () => {
    const hole = '到 年建成 个\n2027 30\n'
    const first = cleanFile(textFile(hole.repeat(5))).lines[0]
    expect(first && sourceOf(first.text)).toEqual({ start: 0, end: hole.length - 1 })
    expect(first && sourceOf(first.text, 8)).toMatchObject({ end: hole.length - 1 })
  })

  test('a few lines of figures alone are left as they are', () => {
    expect(cleaned('合 计\n12\n38')).toEqual(['合计', '12', '38'])
  })
})
