import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Chunk, PlanDocument } from '../../src/domain/document.ts'
import type { Metric, Task, UnitMention } from '../../src/domain/task.ts'
import { makeDocument } from '../make-document.ts'

/** Invented plans of an invented city, the same ones every time: 50 tasks and 300 clauses each. */
export const TASKS = 50
export const CLAUSES = 300

const WORKS = ['推进', '建设', '完善', '培育', '引进', '改造', '发布', '打造', '升级', '推广']
const KINDS = ['智慧', '绿色', '共享', '乡村', '社区', '沿江', '城北', '工业', '校园', '应急', '冷链', '口袋']
const THINGS = [
  '水务平台',
  '停车泊位',
  '充电设施',
  '文化驿站',
  '养老食堂',
  '示范工厂',
  '物流仓库',
  '体育公园',
]
const MORE = ['数据中台', '产业学院', '检测中心', '公交线路', '雨水花园', '创业街区', '果蔬基地', '夜间市集']
const AIMS = [
  '方便群众办事',
  '带动企业增收',
  '补齐短板弱项',
  '提升服务水平',
  '守住安全底线',
  '形成可复制做法',
]
const WAYS = [
  '按季度通报进度',
  '建立项目清单',
  '落实专项资金',
  '引入社会力量',
  '加强日常巡查',
  '统一标准规范',
]
/** Two of these make a place or a brand: names are as rare as they are in a real city. */
const SYLLABLES = [...'云川江城湖港南北东西青白金银星月松竹梅兰龙凤虎鹤泉石溪桥杨柳桃杏仁和安宁永兴德义']
const CITY = resolve(import.meta.dirname, '../../samples/units.json')
const UNITS = z
  .object({ units: z.array(z.object({ short: z.string() })) })
  .parse(JSON.parse(readFileSync(CITY, 'utf8')))
  .units.map((unit) => unit.short)
const COUNTERS = ['个', '家', '条', '处', '万平方米', '公里']

/** A repeatable dice: index below `n`. */
type Dice = (n: number) => number

function diceOf(seed: number): Dice {
  let state = seed * 2654435761 + 1
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const pick = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T

/** The `index`th plan, from 0. */
export function makePlan(index: number): PlanDocument {
  const dice = diceOf(index + 1)
  const year = 2016 + (index % 11)
  const title = `${year}年云川市${thingOf(dice)}提升工作方案（${index + 1}）`
  const clauses = Array.from({ length: CLAUSES }, (_, i) => clauseOf(dice, title, i))
  return makeDocument({
    number: `云政办〔${year}〕${Math.floor(index / 11) + 1}号`,
    title,
    issuedOn: `${year}-02-${String((index % 27) + 1).padStart(2, '0')}`,
    period: { start: `${year}-01-01`, end: `${year}-12-31`, certainty: 'stated' },
    tasks: clauses.slice(0, TASKS).map((clause, i) => taskOf(dice, clause, { i, year })),
    chunks: clauses,
    source: spanOf(CLAUSES),
  })
}

const thingOf = (dice: Dice): string =>
  `${pick(dice, SYLLABLES)}${pick(dice, SYLLABLES)}${pick(dice, KINDS)}${pick(dice, [...THINGS, ...MORE])}`
const spanOf = (i: number) => ({ start: i * 100, end: i * 100 + 100 })

function clauseOf(dice: Dice, title: string, i: number): Chunk {
  const counter = pick(dice, COUNTERS)
  const text = `${pick(dice, WORKS)}${thingOf(dice)}${dice(400) + 2}${counter}，${pick(dice, AIMS)}。${pick(dice, WAYS)}，${thingOf(dice)}与${thingOf(dice)}同步${pick(dice, WORKS)}。`
  return { path: pathOf(i), heading: `《${title}》 > 二、重点任务`, text, source: spanOf(i) }
}

const pathOf = (i: number): string[] => ['二', `（${Math.floor(i / 10) + 1}）`, String((i % 10) + 1)]

function taskOf(
  dice: Dice,
  { path, text, source }: Chunk,
  at: { readonly i: number; readonly year: number },
): Task {
  const lead = mention(pick(dice, UNITS))
  const [raw = '', name = '', value = '0', unit = ''] = /^..(\D+)(\d+)([^，]+)/.exec(text) ?? []
  const metric: Metric = {
    name,
    op: '=',
    value: Number(value),
    valueMax: null,
    unit,
    kind: 'total',
    period: null,
    by: null,
    raw,
    source,
  }
  return {
    path,
    no: at.i + 1,
    part: null,
    section: '二、重点任务',
    title: null,
    text,
    lead: [lead],
    responsible: [mention(pick(dice, UNITS)), mention(pick(dice, UNITS))],
    supporting: [mention(pick(dice, UNITS))],
    effectiveLead: [lead],
    leadRule: null,
    metrics: [metric],
    deadline: dice(3) > 0 ? null : { day: `${at.year}-12-31`, certainty: 'stated', raw: '年底前', source },
    source,
  }
}

const mention = (name: string): UnitMention => ({ name, certainty: 'stated', source: spanOf(0) })
