import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../ingest/read/read.ts'
import type { RawFile } from '../../ingest/types.ts'
import { isAppError } from '../../src/errors.ts'
import { docx, item, line, table } from './make-docx.ts'
import { pdf } from './make-pdf.ts'
import { raw, zipped } from './raw.ts'

/** A small generator with a seed: the same files each run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Cut off, bytes changed, a piece repeated, a piece taken out. */
function mutated(file: RawFile, next: (below: number) => number): RawFile {
  const bytes = Uint8Array.from(file.bytes)
  const at = next(bytes.length)
  const size = next(200) + 1
  const kind = next(4)
  if (kind === 0) return { ...file, bytes: bytes.slice(0, at) }
  if (kind === 1) for (let i = 0; i < size; i++) bytes[next(bytes.length)] = next(256)
  if (kind === 2)
    return { ...file, bytes: new Uint8Array([...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - size))]) }
  if (kind === 3)
    return { ...file, bytes: new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + size)]) }
  return { ...file, bytes }
}

function workbook(): RawFile {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['序号', '任务'],
      [1, '建厂'],
    ]),
    'Sheet1',
  )
  return raw(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })))
}

const OFD = () =>
  zipped({
    'OFD.xml': '<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml': '<ofd:Document><ofd:Pages><ofd:Page BaseLoc="P.xml"/></ofd:Pages></ofd:Document>',
    'Doc_0/P.xml':
      '<ofd:Page><ofd:Content><ofd:TextObject Boundary="20 20 50 5" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5">新建工厂</ofd:TextCode></ofd:TextObject></ofd:Content></ofd:Page>',
  })

const MAKES: readonly (readonly [string, () => RawFile | Promise<RawFile>])[] = [
  [
    'Word',
    () =>
      docx([
        item(0, '总体要求'),
        table([
          ['序号', '任务'],
          ['1', '建厂'],
        ]),
        line('完'),
      ]),
  ],
  ['Excel', workbook],
  ['OFD', OFD],
  ['PDF', () => pdf([[{ x: 70, y: 700, text: '新建工厂十二家，年底前投产。' }]])],
  [
    'a web page',
    () =>
      raw(
        '<html><body><p>文字</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></body></html>',
      ),
  ],
  ['text', () => raw('云川市工作要点\n一、新建工厂12家。\n'.repeat(20))],
]

describe('damaged files', () => {
  test.each(MAKES)('%s: read, or refused with a reason; never anything else', async (_, make) => {
    const next = random(7)
    const whole = await make()
    const odd: unknown[] = []
    for (let i = 0; i < 60; i++) {
      const outcome = await readFile(mutated(whole, next)).catch((error: unknown) => error)
      const isFile = typeof outcome === 'object' && outcome !== null && 'text' in outcome
      if (!isFile && !isAppError(outcome)) odd.push(outcome)
    }
    expect(odd).toEqual([])
  })
})
