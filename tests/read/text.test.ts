import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../ingest/read/read.ts'
import { raw } from './raw.ts'

const TEXT = '云川市２０２６年工作要点\r\n一、新建智能工厂12家。（责任单位：市工信局）\n'

describe('a text file in any encoding', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk'])('%s', async (encoding) => {
    const file = await readFile(raw(iconv.encode(TEXT, encoding)))
    expect(file).toMatchObject({ format: 'txt', text: TEXT, tables: [], drop: [], warnings: [] })
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with its mark', async (encoding) => {
    const file = await readFile(raw(iconv.encode(TEXT, encoding, { addBOM: true })))
    expect(file.text).toBe(TEXT)
  })

  test('a few damaged bytes do not change the encoding, and are said', async () => {
    const bytes = iconv.encode(TEXT.repeat(20), 'utf-8')
    bytes[100] = 0xff
    const file = await readFile(raw(bytes))
    expect(file.text).toContain('云川市２０２６年工作要点')
    expect(file.warnings.map((w) => w.message)).toEqual([expect.stringContaining('无法识别')])
  })

  test('control characters become spaces and keep their places', async () => {
    const file = await readFile(raw(`新建\u0000工厂12家，${'稳步推进各项工作。'.repeat(5)}`))
    expect(file.text.slice(0, 8)).toBe('新建 工厂12家')
  })
})
