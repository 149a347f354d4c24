import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { chartDrawer } from '../../../src/report/chart/draw-chart.ts'
import { pageSize } from '../../../src/report/chart/size.ts'

const drawer = chartDrawer(50)
afterAll(() => drawer.close())

const BLUE = '#2f6bb5'
const bars = (names: readonly string[]) => ({
  type: 'bar',
  direction: 'horizontal',
  data: [{ id: 'bars', values: names.map((of, i) => ({ of, series: '完成', value: i + 1 })) }],
  xField: 'value',
  yField: 'of',
  seriesField: 'series',
  color: { type: 'ordinal', domain: ['完成'], range: [BLUE] },
})

test('a chart becomes a picture of the size asked for, in the colours of its spec', async () => {
  const png = await drawer.draw(bars(['甲', '乙']), { width: 300, height: 200, scale: 2 })
  const image = await loadImage(Buffer.from(png))
  expect([image.width, image.height]).toEqual([600, 400])
  const colours = await coloursOf(png)
  expect(colours).toContain('47,107,181')
  expect(colours).toContain('255,255,255')
})

test('Chinese letters come from the packaged font, not as one box for all', async () => {
  const size = { width: 300, height: 200, scale: 1 }
  const [water, money] = await Promise.all(
    ['市水务局', '市财政局'].map((unit) => drawer.draw(bars([unit]), size)),
  )
  expect(Buffer.compare(Buffer.from(water!), Buffer.from(money!))).not.toBe(0)
})

test('a spec that is none is refused with a code, and the next is drawn all the same', async () => {
  const size = { width: 200, height: 100, scale: 1 }
  await expect(drawer.draw({ type: 'no such chart' }, size)).rejects.toMatchObject({ code: 'bad-request' })
  await expect(drawer.draw(bars(['甲']), size)).resolves.toBeInstanceOf(Uint8Array)
})

test('what waits when the drawer is closed is refused, not left hanging', async () => {
  const other = chartDrawer()
  const drawn = other.draw(bars(['甲']), { width: 200, height: 100, scale: 1 })
  other.close()
  await expect(drawn).rejects.toMatchObject({ code: 'bad-request' })
})

test('a picture grows with its lying bars and stays on its page', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `第${i}局`)
  const heights = [1, 8, 14, 60].map((n) => pageSize(bars(names(n))).height)
  expect(heights).toEqual([220, 356, 541, 760])
  expect(pageSize({ type: 'line' }).height).toBe(349)
})

async function coloursOf(png: Uint8Array): Promise<ReadonlySet<string>> {
  const image = await loadImage(Buffer.from(png))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const found = new Set<string>()
  for (let i = 0; i < data.length; i += 4) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
  return found
}
