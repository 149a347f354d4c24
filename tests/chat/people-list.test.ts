import { describe, expect, test } from 'vitest'
import { readPeopleList } from '../../src/domain/people-list.ts'

const HEAD = ['姓名', '单位', '职务', '手机', '角色', '分管']
const read = (...rows: readonly string[][]) => readPeopleList([HEAD, ...rows])

describe('a list of people', () => {
  test('columns in any order under other names, a title above, empty rows between', () => {
    const list = readPeopleList([
      ['2025年度重点任务联络员名单'],
      ['序号', '联系电话（手机）', '所在单位', '联络员姓名', '职 务'],
      ['1', '138 0000 0001', '市交通运输局', '张 航', '办公室副主任'],
      ['', '', '', '', ''],
      ['2', '+8613900000002', '市数据局', '欧阳敏', ''],
    ])
    expect(list.problems).toEqual([])
    expect(list.people).toMatchObject([
      {
        row: 3,
        name: '张航',
        unit: '市交通运输局',
        title: '办公室副主任',
        mobile: '13800000001',
        roles: ['liaison'],
      },
      { row: 5, name: '欧阳敏', unit: '市数据局', title: null, mobile: '+8613900000002' },
    ])
  })

  test.each([
    ['联络员', '', ['liaison']],
    ['', '', ['liaison']],
    ['', '市财政局、市数据局', ['leader']],
    ['分管领导', '市财政局', ['leader']],
    ['督查室', '', ['supervisor']],
    ['督查室、联络员', '', ['supervisor', 'liaison']],
    ['工作人员', '', ['official']],
  ])('role “%s”, over “%s”', (role, over, roles) => {
    expect(read(['张航', '市交通运输局', '', '', role, over]).people[0]?.roles).toEqual(roles)
  })

  test('units under a leader, however they are parted', () => {
    const [person] = read(['赵强', '市政府', '副市长', '', '领导', '市财政局、市数据局；各区人民政府']).people
    expect(person?.oversees).toEqual(['市财政局', '市数据局', '各区人民政府'])
  })

  test.each([
    [['', '市交通运输局', '', '', '', ''], '没有姓名'],
    [['张航', '', '', '', '', ''], '没有填单位'],
    [['张航', '市交通运输局', '', '1380000', '', ''], '不是 11 位手机号'],
    [['张航', '市交通运输局', '', '', '司机', ''], '不认识的角色“司机”'],
  ])('%j is left out and told', (row, words) => {
    const list = read(row, ['李敏', '市数据局', '', '', '', ''])
    expect(list.problems).toMatchObject([{ row: 2, words: expect.stringContaining(words) }])
    expect(list.people.map((p) => p.name)).toEqual(['李敏'])
  })

  test('no head, no people', () => {
    expect(readPeopleList([['任务', '牵头单位']])).toMatchObject({ people: [], problems: [{ row: 1 }] })
  })
})
