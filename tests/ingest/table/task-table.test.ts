import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readTaskTables } from '../../../ingest/extract/table/task-table.ts'
import type { RawFile } from '../../../ingest/types.ts'
import { docx, line, table } from '../../read/make-docx.ts'
import { raw } from '../../read/raw.ts'
import { linesOf, tasksOf } from './read-tables.ts'

const ROWS = [
  ['序号', '领域', '任务内容', '牵头单位', '配合单位', '完成时限'],
  ['1', '产业', '新建智能工厂12家。', '市工信局', '市发改委、各区政府', '2026年6月'],
  ['2', '产业', '技改投资增长15%。', '市发改委', '无', '持续推进'],
  ['3', '民生', '改造老旧小区46个。', '市住建局、市财政局', '—', '12月底前'],
] as const
const WANTED = [
  '1|产业||新建智能工厂12家。|市工信局||市发改委、各区政府|2026年6月',
  '2|产业||技改投资增长15%。|市发改委|||持续推进',
  '3|民生||改造老旧小区46个。|市住建局、市财政局|||12月底前',
]
const CAPTION = '云川市2026年重点工作任务清单'

const xlsx = (rows: readonly (readonly string[])[]): RawFile => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((r) => [...r])), 'Sheet1')
  return raw(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })), '清单.xlsx')
}
const html = (rows: readonly (readonly string[])[]): RawFile =>
  raw(
    `<html><body><p>${CAPTION}</p><table>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
  )

/** The same table in every make. */
const MAKES: readonly (readonly [string, () => RawFile | string | Promise<RawFile>])[] = [
  ['tabs', () => [CAPTION, ...ROWS.map((r) => r.join('\t'))].join('\n')],
  ['tabs and blank lines', () => [CAPTION, ...ROWS.map((r) => r.join('\t'))].join('\n\n')],
  ['bars', () => [CAPTION, ...ROWS.map((r) => `| ${r.join(' | ')} |`)].join('\n')],
  ['wide gaps', () => [CAPTION, ...ROWS.map((r) => r.join('    '))].join('\n')],
  ['one cell a line', () => [CAPTION, ...ROWS.flat()].join('\n')],
  ['one cell a line, blank lines between', () => [CAPTION, ...ROWS.flat()].join('\n\n')],
  ['single spaces', () => [CAPTION, ...ROWS.map((r) => r.join(' '))].join('\n')],
  ['Word', () => docx([line(CAPTION), table(ROWS.map((r) => [...r]))])],
  ['Excel', () => xlsx([[CAPTION], ...ROWS])],
  ['a web page', () => html(ROWS)],
]

describe('a task table in any make', () => {
  test.each(MAKES)('%s', async (_, make) => {
    expect(await tasksOf(await make())).toEqual(WANTED)
  })

  test('columns in another order and wording', async () => {
    const order = [3, 2, 0, 5, 4]
    const heads = ['主办部门', '目标任务', '编号', '时间要求', '协办单位']
    const rows = [heads, ...ROWS.slice(1).map((r) => order.map((i) => r[i] ?? ''))]
    const got = await tasksOf([CAPTION, ...rows.map((r) => r.join('\t'))].join('\n'))
    expect(got).toEqual(WANTED.map((w) => w.replace(/\|(?:产业|民生)\|/, `|${CAPTION}|`)))
  })
})

describe('merged cells', () => {
  test('Word: a section and a unit that stand for several rows', async () => {
    const rows = [
      ['序号', '领域', '任务', '责任单位'],
      ['1', '产业', '新建工厂12家。', '市工信局'],
      ['2', null, '技改增长15%。', null],
    ]
    expect(await tasksOf(await docx([table(rows)]))).toEqual([
      '1|产业||新建工厂12家。||市工信局||',
      '2|产业||技改增长15%。||市工信局||',
    ])
  })

  test('plain text: an empty section goes on, an empty row of units is inherited and says so', async () => {
    const text =
      '序号\t领域\t任务\t牵头单位\n1\t产业\t新建工厂12家。\t市工信局\n2\t\t技改增长15%。\t\n3\t民生\t改造小区46个。\t市住建局\n'
    expect(await tasksOf(text)).toEqual([
      '1|产业||新建工厂12家。|市工信局|||',
      '2|产业||技改增长15%。|市工信局*|||',
      '3|民生||改造小区46个。|市住建局|||',
    ])
  })

  test('a head of two rows: 责任单位 over 牵头 and 配合', async () => {
    const rows = [
      ['序号', '任务', '责任单位', '完成时限'],
      [null, null, '牵头', '配合', null],
      ['1', '建成图书馆。', '市文旅局', '市财政局', '9月'],
    ]
    const file = await docx([table(rows, new Map([['责任单位', 2]]))])
    expect(await tasksOf(file)).toEqual(['1|||建成图书馆。|市文旅局||市财政局|9月'])
  })

  test('a line across the table is the section of the rows below', async () => {
    const rows = [
      ['序号', '任务', '责任单位'],
      ['一、产业发展'],
      ['1', '新建工厂。', '市工信局'],
      ['二、民生实事'],
      ['2', '改造小区。', '市住建局'],
    ]
    const across = new Map([
      ['一、产业发展', 3],
      ['二、民生实事', 3],
    ])
    expect(await tasksOf(await docx([table(rows, across)]))).toEqual([
      '1|一、产业发展||新建工厂。||市工信局||',
      '2|二、民生实事||改造小区。||市住建局||',
    ])
  })

  test('one cell a line, sections between, empty cells left out', async () => {
    const text = [
      '序号',
      '工作任务',
      '责任领导',
      '牵头单位',
      '责任单位',
      '完成时限',
      '一、产业发展',
      '1',
      '新建智能工厂12家，技改投资增长15%。',
      '罗文',
      '市工业和信息化局',
      '市发展改革委、',
      '各县（市、区）政府',
      '12月底前',
      '二、民生实事',
      '2',
      '建成市第三图书馆并投入使用。',
      '沈岚',
      '市文化广电旅游局',
      '9月投入使用',
      '3',
      '城镇新增就业2.6万人。',
      '沈岚',
      '市人力资源社会保障局',
      '市教育局',
      '持续推进',
    ].join('\n')
    expect(await tasksOf(text)).toEqual([
      '1|一、产业发展||新建智能工厂12家，技改投资增长15%。|市工业和信息化局|市发展改革委、各县（市、区）政府||12月底前',
      '2|二、民生实事||建成市第三图书馆并投入使用。|市文化广电旅游局|||9月投入使用',
      '3|二、民生实事||城镇新增就业2.6万人。|市人力资源社会保障局|市教育局||持续推进',
    ])
  })

  test('a table that goes on after a page without its head', async () => {
    const one = table([
      ['序号', '任务', '责任单位'],
      ['1', '新建工厂。', '市工信局'],
    ])
    const two = table([
      ['2', '改造小区。', '市住建局'],
      ['3', '建成图书馆。', '市文旅局'],
    ])
    expect(await tasksOf(await docx([one, line(''), two]))).toHaveLength(3)
  })

  test('a row torn by the end of a page is one task', async () => {
    const one = table([
      ['序号', '任务', '责任单位'],
      ['1', '新建工厂', '市工信局'],
    ])
    const two = table([
      ['', '十二家，', ''],
      ['', '年底前投产。', '市发改委'],
      ['2', '改造小区。', '市住建局'],
    ])
    expect(await tasksOf(await docx([one, line(''), two]))).toEqual([
      '1|||新建工厂十二家，年底前投产。||市工信局、市发改委||',
      '2|||改造小区。||市住建局||',
    ])
  })

  test('one number over several rows: its rows are its parts', async () => {
    const text =
      '序号\t任务\t责任单位\n1\t新建工厂。\t市工信局\n\t改造车间。\t市发改委\n2\t改造小区。\t市住建局\n'
    const { drafts } = readTaskTables(await linesOf(text))
    expect(drafts.map((d) => [d.no, d.part, d.text.text])).toEqual([
      [1, 1, '新建工厂。'],
      [1, 2, '改造车间。'],
      [2, null, '改造小区。'],
    ])
  })

  test('a table without numbers has none', async () => {
    const { drafts } = readTaskTables(
      await linesOf('任务\t责任单位\t完成时限\n新建工厂。\t市工信局\t6月\n改造小区。\t市住建局\t9月\n'),
    )
    expect(drafts.map((d) => [d.no, d.path])).toEqual([
      [null, ['1']],
      [null, ['2']],
    ])
  })

  test('a table without a head after other words is none of it', async () => {
    const one = table([
      ['序号', '任务', '责任单位'],
      ['1', '新建工厂。', '市工信局'],
    ])
    const other = table([
      ['组长', '周启明', '市长'],
      ['成员', '罗文', '副市长'],
    ])
    expect(await tasksOf(await docx([one, line('领导小组名单'), other]))).toHaveLength(1)
  })
})

describe('cells', () => {
  const one = (units: string, head = '责任单位'): string =>
    `序号\t任务\t${head}\n1\t新建工厂。\t${units}\n2\t改造小区。\t市住建局\n`
  test.each([
    ['市工信局牵头，市财政局配合', '责任单位', '市工信局||市财政局'],
    ['牵头单位：市工信局；配合单位：市财政局', '责任单位', '市工信局||市财政局'],
    ['市工信局、市财政局按职责分工负责', '牵头单位', '市工信局、市财政局||'],
    ['市工信局、市财政局等', '责任单位', '|市工信局、市财政局|'],
    ['无', '配合单位', '||'],
  ])('%s in %s', async (units, head, wanted) => {
    const [first] = await tasksOf(one(units, head))
    expect(first?.split('|').slice(4, 7).join('|')).toBe(wanted)
  })
})

describe('what is no task table', () => {
  test.each([
    ['a roster', '序号\t姓名\t职务\t电话\n1\t周启明\t市长\t1234\n2\t罗文\t副市长\t1235\n'],
    ['prose with tabs', '云川市\t人民政府\n关于印发方案的通知\t各区政府\n正文如下。\n'],
    ['words of heads in prose', '序号\n任务\n正文从这里开始，没有表格。\n'],
    ['an indicator table', '指标\t单位\t2027年目标值\n机架\t个\t100\n基站\t个\t200\n'],
  ])('%s', async (_, text) => {
    expect(await tasksOf(text)).toEqual([])
  })

  test('the heading below a table stays with the prose', async () => {
    const text = `序号\t任务\t责任单位\n1\t新建工厂。\t市工信局\n2\t改造小区。\t市住建局\n三、工作要求\n（一）加强领导。\n`
    const doc = await linesOf(text)
    const { used } = readTaskTables(doc)
    expect(doc.file.text.slice(used[0]!.end)).toContain('三、工作要求')
  })
})
