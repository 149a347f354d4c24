import { describe, expect, test } from 'vitest'
import type { Card, Element } from '../../src/cards/card.ts'
import * as e from '../../src/cards/elements.ts'
import { cardOf } from '../../src/cards/print.ts'
import { markdownHtml } from '../../src/web/card-html/markdown.ts'
import { elementHtml, renderCard } from '../../src/web/card-html/render-card.ts'
import { EVERY_BLOCK, message, reply } from '../cards/messages.ts'

const md = (content: string) => markdownHtml(content).markup.trim()
const show = (element: Element) =>
  elementHtml(element, { message: 'm-1' }).markup.replace(/\s+/g, ' ').replace(/> </g, '><')

describe('markdown', () => {
  test.each([
    ['**12家**，序时', '<p><strong>12家</strong>，序时</p>'],
    ['占**\u200b9%\u200b**左右', '<p>占<strong>\u200b9%\u200b</strong>左右</p>'],
    ['一行\n又一行', '<p>一行<br>又一行</p>'],
    ["<font color='grey'>小字</font>", '<p><span class="c-grey">小字</span></p>'],
    [
      "<font color='red\" onclick=x'>字</font>",
      '<p>&lt;font color=&#39;red&quot; onclick=x&#39;&gt;字</span></p>',
    ],
    ["<font color='pink'>字</font>", '<p><span class="c-grey">字</span></p>'],
    [
      '[原文](/documents/5?start=1&end=2#hit)',
      '<p><a href="/documents/5?start=1&amp;end=2#hit" target="_blank" rel="noopener noreferrer">原文</a></p>',
    ],
    ['[点](javascript:alert(1))', '<p>点</p>'],
    ['[点](data:text/html,x)', '<p>点</p>'],
    ['[点](//evil.example)', '<p>点</p>'],
    [
      '[点](https://a.cn/"onmouseover=x)',
      '<p><a href="https://a.cn/&quot;onmouseover=x" target="_blank" rel="noopener noreferrer">点</a></p>',
    ],
    ['![图](https://a.cn/x.png)', '<p>图</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['<div>\n<b>x</b>\n</div>', '<p>&lt;div&gt;<br>&lt;b&gt;x&lt;/b&gt;<br>&lt;/div&gt;</p>'],
    ['&#60;at id=all&#62;', '<p>&lt;at id=all&gt;</p>'],
    [
      '🟡 **第1项**',
      '<p><span class="light light-amber" role="img" aria-label="黄灯" title="黄灯"></span> <strong>第1项</strong></p>',
    ],
    ['[灯](/x?q=🔴)', '<p><a href="/x?q=%F0%9F%94%B4" target="_blank" rel="noopener noreferrer">灯</a></p>'],
  ])('%j', (content, markup) => {
    expect(md(content)).toBe(markup)
  })

  test('a table is a table', () => {
    expect(md('|甲|乙|\n|---|---|\n|1|2|')).toMatch(/^<table>[\s\S]*<td>2<\/td>[\s\S]*<\/table>$/)
  })
})

describe('elements', () => {
  test('a tap carries its message and value', () => {
    const button = e.button({ text: '下一页', action: { do: 'page', turn: 7, page: 1 } })
    expect(show(button)).toContain(
      'hx-vals="{&quot;message&quot;:&quot;m-1&quot;,&quot;value&quot;:&quot;{\\&quot;do\\&quot;:\\&quot;page\\&quot;,\\&quot;turn\\&quot;:7,\\&quot;page\\&quot;:1}&quot;}"',
    )
  })

  test('an address is a link, a foreign scheme is not', () => {
    const open = (url: string) => e.button({ text: '打开', action: { do: 'open', url } })
    expect(show(open('https://a.cn/x'))).toMatch(/^<a class="btn [^>]*href="https:\/\/a.cn\/x"/)
    expect(show(open('javascript:alert(1)'))).toBe(
      '<span class="btn btn-default btn-medium btn-off">打开</span>',
    )
  })

  test('what asks first says what it asks', () => {
    const button = e.button({
      text: '销号',
      style: 'danger',
      confirm: '确定"销号"？',
      action: { do: 'ask', q: 'x' },
    })
    expect(show(button)).toContain('hx-confirm="确定&quot;销号&quot;？"')
  })

  test('a form holds its value, fields and submit', () => {
    const cards = [0, 1, 2].map((page) => cardOf(reply(message(EVERY_BLOCK), { page }), () => ''))
    const form = cards.flatMap((c) => c.body.elements).find((x) => x.tag === 'form')
    const markup = show(form!)
    expect(markup).toMatch(/^<form [^>]*hx-post="\/chat\/actions"[^>]*hx-confirm="提交后由牵头单位审核"/)
    expect(markup).toContain('<input type="hidden" name="message" value="m-1">')
    expect(markup).toContain(
      'name="f.value" value="" maxlength="1000" placeholder="目标不少于10条" autocomplete="off" required>',
    )
    expect(markup).toContain('<option value="ongoing" selected>推进中</option>')
    expect(markup).toContain('<input class="field" type="date" name="f.finish" value="2026-12-31"')
    expect(markup).toContain('<button class="btn btn-primary btn-medium" type="submit">提交</button>')
  })

  test('a table shows its cells as words', () => {
    const markup = show(e.table(['单位', '数'], [['<b>甲</b>', '12']]))
    expect(markup).toContain(
      '<td class="align-left">&lt;b&gt;甲&lt;/b&gt;</td><td class="align-right">12</td>',
    )
  })

  test('a chart carries its spec, unable to leave its attribute', () => {
    const markup = show(e.chart({ type: 'bar', title: { text: `"><script>'` } }))
    expect(markup).not.toContain('<script>')
    expect(markup).toContain('data-chart="{&quot;type&quot;:&quot;bar&quot;')
  })
})

test('every kind of block is drawn, and only from known elements', () => {
  for (const page of [0, 1, 2]) {
    const card = cardOf(reply(message(EVERY_BLOCK), { page }), () => '/documents/5')
    const { markup } = renderCard(card, { message: 'm-1' })
    expect(markup).toContain('class="card-head card-blue"')
    expect(markup).not.toContain('undefined')
    expect(markup).not.toContain('[object')
  }
})

test('header words are escaped', () => {
  const card: Card = cardOf(reply(message([], { title: '<b>"题"</b>', subtitle: '<i>' })), () => '')
  expect(renderCard(card, { message: 'm-1' }).markup).toContain('<h3>&lt;b&gt;&quot;题&quot;&lt;/b&gt;</h3>')
})
