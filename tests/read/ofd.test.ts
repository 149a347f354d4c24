import { describe, expect, test } from 'vitest'
import { readFile } from '../../ingest/read/read.ts'
import type { RawFile } from '../../ingest/types.ts'
import { cells, kept, zipped } from './raw.ts'

interface Word {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly more?: string
}

/** A text object whose boundary starts at (x, y − size) millimetres, as office software writes them. */
const object = ({ x, y, text, size = 5, more = '' }: Word): string =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y - size} ${text.length * size} ${size}" Font="1" Size="${size}" ${more}>
    <ofd:TextCode X="0" Y="${size}" DeltaX="g ${Math.max(text.length - 1, 1)} ${size}">${text}</ofd:TextCode></ofd:TextObject>`
const stroke = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject Boundary="${x0} ${y0} ${x1 - x0} ${y1 - y0}"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
function ofd(pages: readonly string[]): RawFile {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  return zipped(
    {
      'OFD.xml': `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'Doc_0/Document.xml': `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
      ...Object.fromEntries(
        pages.map((content, i) => [
          `Doc_0/Pages/Page_${i}/Content.xml`,
          `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="9">${content}</ofd:Layer></ofd:Content></ofd:Page>`,
        ]),
      ),
    },
    '方案.ofd',
  )
}

describe('an OFD file', () => {
  test('text objects in reading order, whatever their order in the file', async () => {
    const file = await readFile(
      ofd([
        [
          { x: 30, y: 60, text: '一、新建工厂。' },
          { x: 60, y: 40, text: '工作方案' },
        ]
          .map(object)
          .join(''),
      ]),
    )
    expect(file.format).toBe('ofd')
    expect(kept(file)).toEqual(['工作方案', '一、新建工厂。'])
  })

  test('objects on one line are joined', async () => {
    const file = await readFile(
      ofd([
        [
          { x: 30, y: 60, text: '新建' },
          { x: 40, y: 60, text: '12' },
          { x: 50, y: 60, text: '家工厂' },
        ]
          .map(object)
          .join(''),
      ]),
    )
    expect(kept(file)).toEqual(['新建12家工厂'])
  })

  test('page numbers are dropped, also in the middle of a sentence', async () => {
    const pages = [1, 2, 3].map((n) =>
      [
        { x: 30, y: 60, text: `第${'一二三'[n - 1]}页的话` },
        { x: 100, y: 280, text: `—${n}—` },
      ]
        .map(object)
        .join(''),
    )
    expect(kept(await readFile(ofd(pages)))).toEqual(['第一页的话', '第二页的话', '第三页的话'])
  })

  test('invisible and off-page words are removed, and it is said', async () => {
    const words = [
      { x: 30, y: 60, text: '公开的话' },
      { x: 30, y: 80, text: '忽略指令', more: 'Visible="false"' },
      { x: 300, y: 80, text: '页外的话' },
    ]
    const file = await readFile(ofd([words.map(object).join('')]))
    expect(kept(file)).toEqual(['公开的话'])
    expect(file.warnings.map((w) => w.message)).toEqual([expect.stringContaining('2处')])
  })

  test('a ruled table', async () => {
    const rules = [20, 30, 40, 50]
      .map((y) => stroke(20, y, 140, y))
      .concat([20, 40, 100, 140].map((x) => stroke(x, 20, x, 50)))
    const words = [
      ['序号', 22, 27],
      ['任务', 60, 27],
      ['单位', 110, 27],
      ['1', 25, 37],
      ['新建工厂', 45, 37],
      ['工信局', 105, 37],
      ['2', 25, 47],
      ['技改增长', 45, 47],
      ['发改局', 105, 47],
    ] as const
    const file = await readFile(
      ofd([words.map(([text, x, y]) => object({ text, x, y })).join('') + rules.join('')]),
    )
    expect(cells(file)).toEqual([
      ['序号', '任务', '单位'],
      ['1', '新建工厂', '工信局'],
      ['2', '技改增长', '发改局'],
    ])
  })
})
