import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GROUP } from './client.ts'
import { DOCUMENT, openWorld, type World } from './world.ts'

/** A real browser on the real pages; skipped where none is installed. */
const EXECUTABLE = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path))

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** By how much the page, and the list of messages in it, are wider than they show. */
const SIDEWAYS = `[document.documentElement, document.getElementById('scroll')]
  .map((box) => (box ? box.scrollWidth - box.clientWidth : 0))`

const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 844 }

describe.skipIf(EXECUTABLE === undefined)('in a browser', () => {
  let browser: Browser
  let world: World
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE!, args: ARGS })
  })
  afterAll(() => browser.close())

  const uploaded: Uint8Array[] = []

  beforeEach(async () => {
    uploaded.length = 0
    const keep = async (bytes: Uint8Array) => `k${uploaded.push(bytes)}`
    world = await openWorld({ over: { uploads: { keep } } })
    page = await browser.newPage({ viewport: DESKTOP })
    complaints.length = 0
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  })
  afterEach(async () => {
    await page.close()
    await world.close()
    expect(complaints).toEqual([])
  })

  const enter = (as: string, room: string) => page.goto(`${world.url}/?as=${as}&in=${room}`)
  const say = async (words: string) => {
    await page.fill('#text', words)
    await page.press('#text', 'Enter')
  }
  const card = (words: string) => page.locator('.card', { hasText: words })

  test('pick a person, ask in the group, turn the page, rate', async () => {
    await page.goto(world.url)
    await page.getByRole('link', { name: '周敏' }).click()
    await page.getByText('您好，我是督办助手').waitFor()
    await say('经信局牵头哪些')
    const list = card('市经信局牵头任务')
    await list.getByText('第5项').waitFor()
    expect(await page.inputValue('#text')).toBe('')
    await list.getByText('下一页').click()
    await list.getByText('第6项').waitFor()
    expect(await page.locator('.card').count()).toBe(2)
    await list.getByText('有用').click()
    await page.getByText('谢谢您的反馈。').waitFor()
    await list.getByText('哪些滞后').click()
    await page.getByText('回复 督办助手').waitFor()
  })

  test('Enter while an input method composes sends nothing; an empty message is not sent', async () => {
    await enter('zhou', GROUP)
    await page.fill('#text', 'jing')
    await page.dispatchEvent('#text', 'keydown', { key: 'Enter', isComposing: true })
    await page.fill('#text', '   ')
    await page.press('#text', 'Enter')
    await page.fill('#text', '只有这一句')
    await page.press('#text', 'Enter')
    await page.locator('.own').getByText('只有这一句').waitFor()
    expect(world.heard.map((e) => e.text)).toEqual(['只有这一句'])
  })

  test('two people in one group see each other', async () => {
    await enter('zhou', GROUP)
    const other = await browser.newPage()
    await other.goto(`${world.url}/?as=hang&in=${GROUP}`)
    await other.locator('.chip').click()
    await other.fill('#text', '大家早')
    await other.press('#text', 'Enter')
    await page.locator('.other').getByText('大家早').waitFor()
    expect(world.heard.map((e) => e.mentioned)).toEqual([false])
    await other.close()
  })

  test('a form asks, sends what was filled in; a chart is drawn; a fold opens', async () => {
    await enter('hang', GROUP)
    await say('全部样子')
    const shown = card('各种样子')
    await shown.locator('.card-chart.drawn canvas').first().waitFor()
    await shown.getByText('查了哪些文件').click()
    await shown.getByText('3份文件的任务、附件表和全文').waitFor()
    await shown.getByRole('button', { name: '提交' }).click()
    expect(await page.locator('#confirm').isVisible()).toBe(false)
    await shown.getByLabel('商业航线（条）').fill('8')
    await shown.getByRole('button', { name: '提交' }).click()
    await page.locator('#confirm').getByText('取消').click()
    expect(world.taps).toEqual([])
    await shown.getByRole('button', { name: '提交' }).click()
    await page.locator('#confirm').getByText('确定').click()
    await page.getByText('正在查…').first().waitFor()
    expect(world.taps.map((t) => t.form)).toEqual([
      { value: '8', note: '已开通8条', state: 'ongoing', finish: '2026-12-31' },
    ])
  })

  test('a picture by the paper clip, with what was typed; a second one dropped', async () => {
    await enter('hang', 'private:hang')
    await page.fill('#text', '第52项的现场照片')
    const bytes = [0xff, 0xd8, 0xff, 7]
    const choosing = page.waitForEvent('filechooser')
    await page.getByTitle('发文件或图片').click()
    const picture = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
    await (await choosing).setFiles(picture)
    await page.locator('.own').getByText('[图片] 照片.jpg').waitFor()
    expect(await page.inputValue('#text')).toBe('')
    await page.evaluate(`{
      const carried = new DataTransfer()
      carried.items.add(new File(['台账'], '台账.xlsx'))
      document.querySelector('.talk').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true }))
    }`)
    await page.locator('.own').getByText('[文件] 台账.xlsx').waitFor()
    expect(world.heard.map((e) => [e.form, e.text, e.files[0]?.name])).toEqual([
      ['text', '第52项的现场照片', '照片.jpg'],
      ['file', '', '台账.xlsx'],
    ])
    expect([...(uploaded[0] ?? [])]).toEqual(bytes)
  })

  test('being told in private shows a mark', async () => {
    await enter('hang', GROUP)
    await say('上报的困难')
    await page.locator('#rooms .unread').waitFor()
    await page.locator('#rooms a', { has: page.locator('.unread') }).click()
    await page.getByText('困难只对本单位开放。').waitFor()
    expect(await page.locator('.unread').count()).toBe(0)
  })

  test('a citation opens at its clause', async () => {
    await page.setViewportSize({ width: 900, height: 320 })
    const start = DOCUMENT.text.indexOf('42.')
    await page.goto(`${world.url}/documents/5?start=${start}&end=${start + 17}`)
    await page.locator('mark').waitFor()
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(0)
    const box = await page.locator('mark').boundingBox()
    expect(box!.y).toBeGreaterThan(56)
    expect(box!.y).toBeLessThan(320)
  })

  test('a phone shows every page without scrolling sideways', async () => {
    await enter('zhou', GROUP)
    await say('全部样子')
    await card('各种样子').locator('.card-chart.drawn').waitFor()
    await page.setViewportSize(PHONE)
    for (const path of [`/?as=zhou&in=${GROUP}`, '/people', '/?as=zhou', '/documents', '/documents/5']) {
      await page.goto(world.url + path)
      expect([path, ...(await page.evaluate<number[]>(SIDEWAYS))]).toEqual([path, 0, 0])
    }
  })

  test('an answer taller than the screen is shown from its beginning', async () => {
    await page.setViewportSize({ width: 900, height: 420 })
    await enter('zhou', GROUP)
    await say('全部样子')
    const shown = card('各种样子')
    await shown.locator('.card-chart.drawn').waitFor()
    const top = (await shown.locator('h3').boundingBox())!.y
    expect(top).toBeGreaterThan(60)
    expect(top).toBeLessThan(220)
  })
})
