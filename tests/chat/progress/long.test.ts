import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Shown } from './stage.ts'
import { buttonNames, openTown, type Town, talkOf } from './stage.ts'
import { loadTown, longPlan } from './town.ts'

const TASKS = 85
let town: Town
beforeAll(async () => {
  town = await openTown(undefined, (db) => loadTown(db, longPlan(TASKS)))
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

/** The words of one page as the card has them, not of the whole message. */
const pageOf = (card: Shown): string => JSON.stringify(card.card.body)
const named = (pages: readonly string[]): number =>
  new Set(pages.flatMap((page) => [...page.matchAll(/第(\d+)项/g)].map((m) => m[1]))).size

/** All pages of a card, from the first to the last. */
async function turned(who: string, first: Shown): Promise<string[]> {
  const talk = talkOf(town, who)
  const pages = [pageOf(first)]
  let card = first
  while (buttonNames(card).includes('下一页')) {
    card = (await talk.tap(card, '下一页')).face
    pages.push(pageOf(card))
  }
  return pages
}

test('a report of more tasks than a card holds is paged, and confirmed from any page', async () => {
  const jiang = talkOf(town, '江小波')
  const card = (await jiang.tap(await jiang.reminded(), '都无变化')).face
  const pages = await turned('江小波', card)
  expect(pages.length).toBeGreaterThan(3)
  expect(named(pages)).toBe(TASKS)
  const second = (await jiang.tap(card, '下一页')).face
  const done = await jiang.tap(second, '确认报送')
  expect(done.face.text).toContain(`已报送 ${TASKS} 项`)
  expect(named([done.face.text])).toBe(TASKS)
  expect(await town.db.query('select count(*)::int as n from progress')).toEqual([{ n: TASKS }])
})

test('the doubts of a long report stand on its first page', async () => {
  const jiang = talkOf(town, '江小波')
  await jiang.tap(await jiang.reminded(), '都无变化')
  const card = await jiang.say('85项管网9500公里')
  expect(card.text).toContain('是目标')
  const whole = (await jiang.tap(card, '重填')).face
  const back = (await jiang.tap(whole, '去核对')).face
  expect(pageOf(back)).toContain('是目标')
  expect(buttonNames(back)).not.toContain('确认报送')
})

test('what waits for review is paged, and so is an order about all of it', async () => {
  const jiang = talkOf(town, '江小波')
  await jiang.tap((await jiang.tap(await jiang.reminded(), '都无变化')).face, '确认报送')
  const li = talkOf(town, '李敏')
  const list = await li.say('看待审核')
  const unit = (await li.tap(list, '市水务局')).face
  expect(buttonNames(unit)).toContain('确认这30项')
  const order = await li.say('市水务局报的都确认')
  expect(order.text).toContain(`将确认 ${TASKS} 项（还没有办）`)
  const pages = await turned('李敏', order)
  expect(named(pages)).toBe(TASKS)
  const last = (await li.tap(order, '下一页')).face
  expect((await li.tap(last, `确认这${TASKS}项`)).face.text).toContain(`已确认 ${TASKS} 项`)
})
