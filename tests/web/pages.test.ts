import { Counter, Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, GROUP } from './client.ts'
import { DOCUMENT, openWorld, type World } from './world.ts'

let world: World
let client: ReturnType<typeof clientOf>
const metrics = new Registry()
new Counter({ name: 'duban_answers_total', help: 'answers', registers: [metrics] }).inc(3)

beforeAll(async () => {
  world = await openWorld({ over: { metrics } })
  client = clientOf(world)
})
afterAll(() => world.close())

describe('documents', () => {
  test('current ones are listed, old versions apart', async () => {
    const page = await client.page('/documents')
    expect(page).toMatch(
      /共 1 份现行文件[\s\S]*href="\/documents\/5"[\s\S]*旧版本（1 份）[\s\S]*href="\/documents\/4"/,
    )
    expect(page).toContain('云政办〔2026〕5号 · 云川市人民政府办公室 · 2026-02-10 · 2 项任务 · 第 2 版')
  })

  test('a clause is marked where it stands', async () => {
    const clause = '42. 开通低空商业航线10条以上。'
    const start = DOCUMENT.text.indexOf(clause)
    const page = await client.page(`/documents/5?start=${start}&end=${start + clause.length}`)
    expect(page).toContain(`<p><mark id="hit">${clause}</mark>（牵头单位：市交通运输局）</p>`)
    expect(page.match(/<mark/g)).toHaveLength(1)
  })

  test('a clause over several paragraphs is marked in each; the first is jumped to', async () => {
    const start = DOCUMENT.text.indexOf('新建')
    const end = DOCUMENT.text.indexOf('开通') + 2
    const page = await client.page(`/documents/5?start=${start}&end=${end}`)
    expect(page.match(/<mark[^>]*>[^<]*<\/mark>/g)).toEqual([
      '<mark id="hit">新建智能工厂12家，技改投资增长15%。（牵头单位：市经信局）</mark>',
      '<mark>42. 开通</mark>',
    ])
  })

  test('places count from the beginning of the file, not of the document', async () => {
    const start = 1000 + DOCUMENT.text.indexOf('按季调度')
    const page = await client.page(`/documents/4?start=${start}&end=${start + 4}`)
    expect(page).toContain('<mark id="hit">按季调度</mark>')
    expect(page).toContain('这是第 1 版，已被新版本取代。<a href="/documents/5">看新版本</a>')
  })

  test('headings can be gone to', async () => {
    const page = await client.page('/documents/5')
    const at = DOCUMENT.text.indexOf('（一）')
    expect(page).toContain(`<li class="depth-2"><a href="#at-${at}">（一）建设智能工厂</a></li>`)
    expect(page).toContain(`<h3><a id="at-${at}" class="anchor"></a>（一）建设智能工厂</h3>`)
    expect(page).toContain('<p class="furniture">— 2 —</p>')
  })

  test('a table is set as one, the cell asked for marked', async () => {
    const text = '指标表\n指标\t2026年\n<增加值>\t380'
    const start = text.indexOf('380')
    const document = { ...DOCUMENT, text, end: text.length, headings: [] }
    const one = await openWorld({ over: { documents: { list: async () => [], find: async () => document } } })
    const page = await clientOf(one).page(`/documents/5?start=${start}&end=${start + 3}`)
    expect(page).toContain(
      '<table><tr><td>指标</td><td>2026年</td></tr><tr><td>&lt;增加值&gt;</td><td><mark id="hit">380</mark></td></tr></table>',
    )
    await one.close()
  })

  test('a run-in heading can be gone to, but is set as the paragraph it is', async () => {
    const text = '一、步骤\n（一）启动阶段。各单位制定方案，明确责任到人。'
    const at = text.indexOf('（一）')
    const headings = [{ heading: '启动阶段', depth: 2, start: at }]
    const document = { ...DOCUMENT, text, end: text.length, headings }
    const one = await openWorld({ over: { documents: { list: async () => [], find: async () => document } } })
    const page = await clientOf(one).page('/documents/5')
    expect(page).toContain(`<a href="#at-${at}">（一）启动阶段</a>`)
    expect(page).toContain(`<p><a id="at-${at}" class="anchor"></a>（一）启动阶段。各单位`)
    await one.close()
  })

  test.each([
    'start=9',
    'start=9&end=8',
    'start=-1&end=9',
    'start=0&end=999999',
    'start=a&end=b',
    'start=1e1&end=2e1',
  ])('no clause at %s: the whole text', async (query) => {
    const answer = await client.get(`/documents/5?${query}`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).not.toContain('<mark')
    expect(page).toContain('每季度第1个月20日前')
  })

  test('a place outside the document is said', async () => {
    expect(await client.page('/documents/5?start=0&end=999999')).toContain('没有找到所指的条款，下面是全文。')
  })

  test.each([
    '/documents/999',
    '/documents/abc',
    '/documents/-1',
    '/documents/1e3',
    '/documents/99999999999999999999',
    '/documents/5%00',
  ])('%s is a friendly page', async (path) => {
    const answer = await client.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这份文件')
  })

  test('words of a document stay words', async () => {
    expect(await client.page('/documents/5')).toContain('&lt;b&gt;按季调度&lt;/b&gt;')
  })
})

describe('for those who run it', () => {
  test('alive', async () => {
    expect(await (await client.get('/healthz')).json()).toEqual({ status: 'ok' })
  })

  test('ready, or which part is not', async () => {
    expect((await client.get('/readyz')).status).toBe(200)
    const part = { part: '数据库', ok: false, note: '连不上' }
    const down = await openWorld({ over: { readiness: async () => [part] } })
    const answer = await clientOf(down).get('/readyz')
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, parts: [part] }])
    await down.close()
  })

  test('figures', async () => {
    const answer = await client.get('/metrics')
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(await answer.text()).toContain('duban_answers_total 3')
  })

  test('handlers that need the raw request come first', async () => {
    const hooked = await openWorld({
      over: { before: [(req, res, next) => (req.path === '/feishu/events' ? res.send('raw') : next())] },
    })
    const answer = await clientOf(hooked).post('/feishu/events', {}, { origin: 'https://open.feishu.cn' })
    expect(await answer.text()).toBe('raw')
    await hooked.close()
  })
})

describe('safety', () => {
  test.each(['/', `/?as=zhou&in=${GROUP}`, '/documents', '/documents/5', '/nowhere'])(
    '%s runs no script or style but our own files',
    async (path) => {
      const answer = await client.get(path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('x-powered-by')).toBeNull()
      const page = await answer.text()
      expect(page).not.toMatch(
        /\son\w+="|<style|style="|<script(?![^>]*src="\/assets\/)|https?:\/\/(?!www\.w3)/,
      )
    },
  )

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a null origin', { origin: 'null' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site form', { 'sec-fetch-site': 'cross-site' }],
  ])('a post from %s is refused', async (_, headers) => {
    const answer = await client.post('/chat/messages', { as: 'zhou', in: GROUP, text: '外面来的' }, headers)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('请求来自别的网站')
    expect(world.heard.map((e) => e.text)).not.toContain('外面来的')
  })

  test('a post of our own page is taken', async () => {
    const headers = { origin: world.url, 'sec-fetch-site': 'same-origin', 'hx-request': 'true' }
    expect(
      (await client.post('/chat/messages', { as: 'zhou', in: GROUP, text: '自己的' }, headers)).status,
    ).toBe(200)
  })

  test.each([
    ['nothing', { text: '   ' }, 400, '请先写点什么'],
    ['too much', { text: '长'.repeat(20_001) }, 400, '一次最多发送 20000 个字'],
    ['far too much', { text: 'x'.repeat(300_000) }, 413, '内容太长'],
  ])('%s is refused in words', async (_, fields, status, words) => {
    const answer = await client.post('/chat/messages', { as: 'zhou', in: GROUP, ...fields })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })

  test.each(['/chat/messages', '/chat/actions'])('a %s that is no form is refused in words', async (path) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(world.url + path, { method: 'POST', headers, body: '{"as":{"x":1}}' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这个人员')
  })

  test('words of people stay words', async () => {
    const nasty = `<img src=x onerror=alert(1)> "'&</textarea><script>alert(1)</script> <hx-partial hx-target="body">`
    await client.send('zhou', GROUP, nasty, { mention: '1' })
    const page = await client.page(`/?as=hang&in=${GROUP}`)
    expect(page).not.toMatch(/<img src=x|<script>|<hx-/)
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;&lt;/textarea&gt;')
  })

  test('a failure says sorry and shows nothing of itself', async () => {
    const broken = await openWorld({
      over: {
        people: {
          list: async () => {
            throw new Error('password=hunter2 at /srv/app.ts')
          },
        },
      },
    })
    const answer = await clientOf(broken).get('/')
    expect(answer.status).toBe(500)
    expect(await answer.text()).toMatch(/我们这边出了点问题(?![\s\S]*(hunter2|app\.ts))/)
    await broken.close()
  })

  test('a nowhere is a friendly page, or a toast for the page script', async () => {
    const page = await client.get('/nowhere')
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('没有这个页面')])
    const live = await client.get('/nowhere', { 'hx-request': 'true' })
    expect(await live.text()).toMatch(/^<div hx-swap-oob="beforeend:#toasts">/)
  })
})

describe('assets', () => {
  test('every file a page names is there', async () => {
    const paths = ['/', `/?as=zhou&in=${GROUP}`, '/documents', '/documents/5']
    const pages = await Promise.all(paths.map((p) => client.page(p)))
    const named = new Set(
      pages.flatMap((p) => [...p.matchAll(/(?:src|href)="(\/(?:assets|favicon)[^"]*)"/g)].map((m) => m[1]!)),
    )
    expect(named.size).toBeGreaterThan(8)
    for (const file of named) expect([file, (await client.get(file)).status]).toEqual([file, 200])
  })

  test('the chart library is here too, and nothing outside the folder', async () => {
    const page = await client.page(`/?as=zhou&in=${GROUP}`)
    const base = /src="(\/assets\/[^/]+\/)card\.js"/.exec(page)?.[1]
    expect((await client.get(`${base}vchart.js`)).headers.get('content-type')).toContain('javascript')
    expect((await client.get(`${base}..%2fserver.ts`)).status).toBe(404)
  })
})
