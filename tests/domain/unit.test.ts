import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalName, guessKind, placeOf } from '../../src/domain/place.ts'
import { parseRegistryFile } from '../../src/domain/registry-file.ts'
import { lineage, membersOf, resolveUnit, type Unit, type UnitRegistry } from '../../src/domain/unit.ts'
import { loadRegistry, readUnitRegistry } from '../../src/store/units.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

const file = (path: string) =>
  parseRegistryFile(JSON.parse(readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')), path)

let base: TestDatabase
let registry: UnitRegistry
beforeAll(async () => {
  base = await freshDatabase()
  for (const path of ['ingest/registry/wuhan.json', 'samples/units.json'])
    await loadRegistry(base.db, file(path))
  registry = await readUnitRegistry(base.db)
})
afterAll(() => base.close())

const unit = (name: string): Unit => {
  const found = resolveUnit(registry, name, '武汉市')
  if (found.kind !== 'known') throw new Error(`${name} is not known`)
  return found.unit
}

/** What a document of 武汉市 means: canonical name, then the ways of writing it. */
const SAME: readonly (readonly [string, readonly string[]])[] = [
  ['武汉市发展和改革委员会', ['市发改委', '市发展改革委', '发改委', '武汉市发改委', '市发展与改革委员会']],
  ['武汉市人力资源和社会保障局', ['市人社局', '市人力资源社会保障局', '武汉市人力资源和社会保障局']],
  ['武汉市卫生健康委员会', ['市卫健委', '市卫生健康委', '市卫生健康委员会']],
  ['武汉市应急管理局', ['市应急局', '市应急管理局']],
  ['武汉市园林和林业局', ['市园林和林业局', '市园林林业局']],
  ['武汉市人民政府国有资产监督管理委员会', ['市政府国资委', '市国资委', '市人民政府国资委']],
  ['武汉市科学技术局', ['市科技局', '市科学技术局']],
  ['武汉市江岸区人民政府', ['江岸区人民政府', '江岸区政府', '江岸区', '武汉市江岸区人民政府']],
  ['武汉东湖新技术开发区管理委员会', ['东湖高新区管委会', '武汉东湖新技术开发区管委会', '光谷管委会']],
  [
    '武汉经济技术开发区管理委员会（汉南区人民政府）',
    ['武汉经开区管委会', '汉南区人民政府', '汉南区', '经开区管委会', '武汉经济技术开发区管理委员会'],
  ],
  ['共青团武汉市委员会', ['团市委', '共青团武汉市委']],
  ['国家税务总局武汉市税务局', ['市税务局', '国家税务总局武汉市税务局']],
  ['中共武汉市委网络安全和信息化委员会办公室', ['市委网信办', '市委网络安全和信息化委员会办公室']],
  ['各区人民政府', ['各区人民政府', '各区', '各区政府']],
]

describe('names in a document of the city', () => {
  test.each(SAME.flatMap(([name, writings]) => writings.map((written) => [written, name])))(
    '%s = %s',
    (written, name) => {
      expect(resolveUnit(registry, written, '武汉市')).toMatchObject({ kind: 'known', unit: { name } })
    },
  )

  test('the same words in another city are its own body', () => {
    expect(resolveUnit(registry, '市发改委', '云川市')).toMatchObject({
      unit: { name: '云川市发展和改革委员会' },
    })
  })

  test.each([
    ['市大数据局', '市数据局'],
    ['市农村农村局', '市农业农村局'],
  ])('%s is new, perhaps %s', (written, near) => {
    expect(resolveUnit(registry, written, '武汉市')).toMatchObject({ kind: 'new', near: { short: near } })
  })

  test.each(['市教育考试院', '国家发展改革委', '区财政局', '省财政厅', '市监察局', '市局'])(
    '%s is new, and like nothing',
    (written) => {
      expect(resolveUnit(registry, written, '武汉市')).toEqual({ kind: 'new', near: null, reason: null })
    },
  )

  test('a city nobody registered knows no unit of another', () => {
    expect(resolveUnit(registry, '市发改委', '遂宁市')).toMatchObject({ kind: 'new', near: null })
  })

  test('no name or alias of the shipped registries stands for two bodies of one place', () => {
    const twice = [...registry.byKey].filter(
      ([, units]) => new Set(units.map((u) => u.place)).size < new Set(units.map((u) => u.id)).size,
    )
    expect(twice.map(([key, units]) => [key, units.map((u) => u.name)])).toEqual([])
  })
})

describe('what became of a body', () => {
  test('old and new name are found together', () => {
    expect(lineage(registry, unit('市科技局').id).map((u) => u.short)).toEqual(['市科技局', '市科技创新局'])
    expect(unit('市科技局').successor).toMatchObject({ on: '2024-02', certainty: 'certain' })
  })

  test('two that were joined', () => {
    expect(
      lineage(registry, unit('市自然资源和城乡建设局').id)
        .map((u) => u.short)
        .sort(),
    ).toEqual(['市城乡建设局', '市自然资源和城乡建设局', '市自然资源和规划局'].sort())
  })
})

describe('members of a group', () => {
  test('every district once, those with two names too', () => {
    expect(membersOf(registry, unit('各区人民政府').id)).toHaveLength(13)
  })

  test('widened by a document, groups within it opened', () => {
    const all = unit('各区人民政府').id
    const widened = new Map([[all, [unit('开发区管委会').id, unit('长江新区管委会').id]]])
    const names = membersOf(registry, all, widened).map((u) => u.short)
    expect(names).toHaveLength(15)
    expect(names).toEqual(expect.arrayContaining(['东湖高新区管委会', '长江新区管委会']))
  })

  test('of a kind', () => {
    const shorts = membersOf(registry, unit('市人民政府各部门').id).map((u) => u.short)
    expect(shorts).toContain('市司法局')
    expect(shorts).not.toContain('市委组织部')
  })

  test('a unit is its own member', () => {
    expect(membersOf(registry, unit('市司法局').id).map((u) => u.short)).toEqual(['市司法局'])
  })

  test('a group nobody defined has none', () => {
    expect(membersOf(registry, unit('相关区人民政府').id)).toEqual([])
  })
})

describe('whose document it is', () => {
  const head = { number: null, title: '某某工作方案', noticeTitle: null, issuer: null }
  test.each([
    [{ issuer: '武汉市人民政府办公厅' }, '武汉市'],
    [{ issuer: '中共武汉市委办公厅' }, '武汉市'],
    [{ issuer: '浙江省经济和信息化厅' }, '浙江省'],
    [{ issuer: '武汉市江岸区人民政府' }, '武汉市江岸区'],
    [{ issuer: '恩施土家族苗族自治州人民政府' }, '恩施土家族苗族自治州'],
    [{ title: '遂宁市中小企业工作要点' }, '遂宁市'],
    [{ noticeTitle: '三明市人民政府关于印发某方案的通知' }, '三明市'],
    [{ title: '关于武汉市某某工作的方案' }, '武汉市'],
    [{ title: '石家庄市促进就业若干措施' }, '石家庄市'],
    [{ title: '北京市推进城市更新工作方案' }, '北京市'],
    [{ title: '推进城市更新工作方案' }, '《推进城市更新工作方案》'],
    [{ title: '全市重点工作任务' }, '《全市重点工作任务》'],
    [{ title: '支持企业上市若干措施' }, '《支持企业上市若干措施》'],
    [{ title: '加快全省新型工业化方案' }, '《加快全省新型工业化方案》'],
    [{ issuer: '湖北省武汉市人民政府' }, '武汉市'],
    [{ issuer: '国务院办公厅' }, null],
    [{ number: '国办发〔2018〕117号' }, null],
    [{ title: '市十五届人大一次会议1号议案办理工作方案' }, '《市十五届人大一次会议1号议案办理工作方案》'],
  ])('%j → %s', (said, place) => {
    expect(placeOf({ ...head, ...said }, [], registry)).toBe(place)
  })

  test('names that fit one registered city alone tell it', () => {
    const names = ['市政府国资委', '武汉人才集团', '武汉投控集团', '市城投集团', '东湖高新区管委会']
    expect(placeOf(head, names, registry)).toBe('武汉市')
  })

  test.each([
    ['市商务局', '遂宁市', '遂宁市商务局'],
    ['船山区人民政府', '遂宁市', '遂宁市船山区人民政府'],
    ['遂宁供电公司', '遂宁市', '遂宁供电公司'],
    ['供电公司', '遂宁市', '供电公司'],
    ['财政部', null, '财政部'],
    ['市商务局', '《某方案》', '市商务局'],
  ])('%s in %s is %s', (written, place, name) => {
    expect(canonicalName(written, place)).toBe(name)
  })

  test.each([
    ['市商务局', 'department'],
    ['市委组织部', 'party'],
    ['市委金融办', 'party'],
    ['工业和信息化部', 'department'],
    ['各县（市、区）人民政府', 'group'],
    ['船山区人民政府', 'district'],
    ['高新区管委会', 'zone'],
    ['市工商联', 'mass'],
    ['中国移动某分公司', 'company'],
    ['领导小组办公室', 'leading-group'],
    ['市人大财经委', 'assembly'],
    ['市税务局', 'vertical'],
    ['市中级人民法院', 'institution'],
  ])('%s is a %s', (name, kind) => {
    expect(guessKind(name)).toBe(kind)
  })
})

describe('a registry file', () => {
  const good = {
    place: '甲市',
    units: [{ name: '甲市教育局', short: '市教育局', kind: 'department' }],
    groups: [],
  }
  test.each([
    [{ ...good, units: [...good.units, ...good.units] }, '列了两次'],
    [{ ...good, groups: [{ name: '各局', short: '各局', members: ['甲市民政局'] }] }, '甲市民政局'],
    [{ ...good, units: [{ ...good.units[0], kind: 'ministry' }] }, 'units.0.kind'],
    [[], '名录'],
  ])('%j is refused', (value, why) => {
    expect(() => parseRegistryFile(value, 'x.json')).toThrow(why)
  })

  test('loading it again changes nothing', async () => {
    const before = await readUnitRegistry(base.db)
    await loadRegistry(base.db, file('ingest/registry/wuhan.json'))
    expect(await readUnitRegistry(base.db)).toEqual(before)
  })
})
