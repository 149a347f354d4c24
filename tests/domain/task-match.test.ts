import { expect, test } from 'vitest'
import { matchTasks } from '../../src/domain/task-match.ts'

const task = (no: number | null, text: string, path: readonly string[] = ['一']) => ({
  no,
  part: null,
  path,
  text,
})
const shown = (olds: readonly ReturnType<typeof task>[], news: readonly ReturnType<typeof task>[]) => {
  const { pairs, added, withdrawn } = matchTasks(olds, news)
  return {
    pairs: pairs.map((p) => [olds.indexOf(p.old), news.indexOf(p.now)]).sort(),
    added: added.map((n) => news.indexOf(n)),
    withdrawn: withdrawn.map((o) => olds.indexOf(o)),
  }
}

const ROAD = '实施农村公路提档升级300公里，完成危桥改造40座。'
const ROAD_MORE = '实施农村公路提档升级350公里，完成危桥改造40座。'
const CLOUD = '建设政务云平台，推动部门业务系统迁移上云。'
const CLOUD_TOO = '建设工业云平台，推动企业业务系统迁移上云。'

test.each([
  { name: 'the same', olds: [task(1, ROAD)], news: [task(1, ROAD)], pairs: [[0, 0]] },
  { name: 'renumbered', olds: [task(1, ROAD)], news: [task(5, ROAD, ['三'])], pairs: [[0, 0]] },
  { name: 'a figure changed', olds: [task(1, ROAD)], news: [task(1, ROAD_MORE)], pairs: [[0, 0]] },
  {
    name: 'renumbered and a figure changed',
    olds: [task(1, ROAD)],
    news: [task(2, ROAD_MORE)],
    pairs: [[0, 0]],
  },
  {
    name: 'two alike that changed places keep to their words',
    olds: [task(1, CLOUD), task(2, CLOUD_TOO)],
    news: [task(1, CLOUD_TOO), task(2, CLOUD)],
    pairs: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    name: 'the same words twice pair one by one',
    olds: [task(1, ROAD), task(2, ROAD)],
    news: [task(1, ROAD), task(2, ROAD), task(3, ROAD)],
    pairs: [
      [0, 0],
      [1, 1],
    ],
    added: [2],
  },
  {
    name: 'another task under the old number',
    olds: [task(1, ROAD)],
    news: [task(1, CLOUD)],
    added: [0],
    withdrawn: [0],
  },
  {
    name: 'no number: the place in the outline',
    olds: [task(null, ROAD)],
    news: [task(null, ROAD_MORE)],
    pairs: [[0, 0]],
  },
  {
    name: 'empty clauses are never alike',
    olds: [task(1, '')],
    news: [task(2, '。')],
    added: [0],
    withdrawn: [0],
  },
])('$name', ({ olds, news, pairs = [], added = [], withdrawn = [] }) => {
  expect(shown(olds, news)).toEqual({ pairs, added, withdrawn })
})

test('five hundred clauses against five hundred take well under a second', () => {
  const many = (word: string) =>
    Array.from({ length: 500 }, (_, i) => task(i, `${word}第${i * 7919}号工程建设并投入使用`))
  const started = performance.now()
  matchTasks(many('推进'), many('完成'))
  expect(performance.now() - started).toBeLessThan(5_000)
})
