import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limitsOf } from '../../ingest/read/limits.ts'
import { readFileSafely, runWorker } from '../../ingest/read/safely.ts'
import type { RawFile } from '../../ingest/types.ts'
import { docx, item, line } from './make-docx.ts'
import { pdf } from './make-pdf.ts'
import { raw, zipped } from './raw.ts'

const bytes = (...codes: number[]): Uint8Array => new Uint8Array(codes)
const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i % 13) * 31) % 256)
const cut = (file: RawFile, share = 0.6): RawFile => ({
  ...file,
  bytes: file.bytes.slice(0, file.bytes.length * share),
})
const deep = (n: number): string => `<html><body>${'<div>'.repeat(n)}文字${'</div>'.repeat(n)}</body></html>`

/** Each file that must be refused: what it is, the code, and words its message must hold. */
const REFUSED: readonly (readonly [string, () => RawFile | Promise<RawFile>, string, string])[] = [
  ['no bytes', () => raw(''), 'file-empty', '空文件'],
  ['blank lines', () => raw('\n  \n　\n'), 'file-empty', '没有文字'],
  ['noise', () => raw(noise), 'file-unknown', '二进制'],
  ['a picture', () => raw(bytes(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)), 'file-scanned', '图片'],
  ['an archive', () => raw(joined(new TextEncoder().encode('Rar!'), noise)), 'file-unknown', '解压'],
  ['a zip of other things', () => zipped({ 'a.txt': '文字' }), 'file-unknown', '解压'],
  ['a zip cut off', () => cut(zipped({ 'word/document.xml': '<a/>'.repeat(99) })), 'file-broken', '损坏'],
  ['a Word file cut off', async () => cut(await docx([line('文字')])), 'file-broken', '损坏'],
  [
    'a Word file without a body',
    () => zipped({ 'word/document.xml': '<w:document/>' }),
    'file-broken',
    '损坏',
  ],
  ['a Word file of pictures', async () => docx([line('')]), 'file-no-text', 'OCR'],
  ['a PDF cut to its head', () => cut(pdf([[{ x: 70, y: 700, text: '文字' }]]), 0.02), 'file-broken', '损坏'],
  ['a PDF of pictures', () => pdf([[], []]), 'file-scanned', '扫描件'],
  ['an OFD without pages', () => zipped({ 'OFD.xml': '<ofd:OFD/>' }), 'file-broken', '损坏'],
  [
    'an encrypted office file',
    () => raw(joined(OLE, noise, wide('EncryptedPackage'))),
    'file-broken',
    '密码',
  ],
  ['slides', () => raw(joined(OLE, noise, wide('PowerPoint'))), 'file-unknown', '演示文稿'],
  ['a secret file', () => raw('机密★5年\n云川市文件'), 'file-secret', '涉密'],
  ['an internal file', () => raw('内部资料\n云川市文件'), 'file-internal', '督查'],
]

describe('files that cannot be read', () => {
  test.each(REFUSED)('%s', async (_, make, code, words) => {
    const failed = await readFileSafely(await make()).catch((error: unknown) => error)
    expect(failed).toMatchObject({ name: 'AppError', code, message: expect.stringContaining(words) })
  })

  test('an internal file is read once allowed, a secret one never', async () => {
    const file = await readFileSafely(raw('内部资料\n云川市文件'), { allowInternal: true })
    expect(file.text).toContain('云川市')
    await expect(readFileSafely(raw('秘密★\n文件'), { allowInternal: true })).rejects.toMatchObject({
      code: 'file-secret',
    })
  })
})

describe('limits', () => {
  const tooLarge = { code: 'file-too-large' }

  test('size of the file, before a byte is read', async () => {
    await expect(readFileSafely(raw(new Uint8Array(2000)), { maxBytes: 1000 })).rejects.toMatchObject(
      tooLarge,
    )
  })

  test('a zip bomb is refused by its directory', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) })
    const failed = await readFileSafely(raw(bomb)).catch((error: unknown) => error)
    expect(failed).toMatchObject({ ...tooLarge, message: expect.stringContaining('倍') })
  })

  test('a directory that lies about a part does not unpack more than it says', async () => {
    const honest = zipSync({ 'word/document.xml': [new Uint8Array(3_000_000), { level: 9 }] })
    const lying = new Uint8Array(honest)
    const view = new DataView(lying.buffer)
    const directory = lying.length - 22 - 46 - 'word/document.xml'.length
    view.setUint32(directory + 24, 100, true)
    await expect(readFileSafely(raw(lying))).rejects.toMatchObject({ code: 'file-broken' })
  })

  test('pages', async () => {
    const file = pdf(Array.from({ length: 4 }, () => [{ x: 70, y: 700, text: '一页上的文字有这么多' }]))
    await expect(readFileSafely(file, { maxPages: 3 })).rejects.toMatchObject({
      ...tooLarge,
      message: expect.stringContaining('4页'),
    })
  })

  test('nesting', async () => {
    await expect(readFileSafely(raw(deep(500)))).rejects.toMatchObject({
      ...tooLarge,
      message: expect.stringContaining('嵌套'),
    })
    expect((await readFileSafely(raw(deep(50)))).text).toContain('文字')
  })

  test('a line of ten megabytes is refused at once', async () => {
    const started = performance.now()
    await expect(readFileSafely(raw('任务'.repeat(1_700_000)))).rejects.toMatchObject(tooLarge)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a stream in a PDF that unpacks to very much stays within bounds', async () => {
    const stream = deflateSync(Buffer.alloc(20_000_000, 0x20))
    const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`
    const file = raw(
      joined(
        new TextEncoder().encode(head),
        new Uint8Array(stream),
        new TextEncoder().encode('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n'),
      ),
    )
    await expect(readFileSafely(file)).rejects.toMatchObject({ name: 'AppError' })
  })
})

describe('the thread', () => {
  const script = (name: string) => new URL(`./${name}-worker.ts`, import.meta.url)
  const limits = limitsOf({ timeoutMs: 400, memoryMb: 40 })

  test('a hang is ended within its time', async () => {
    const started = performance.now()
    const failed = runWorker(raw('x'), { limits, script: script('hanging') })
    await expect(failed).rejects.toMatchObject({
      code: 'file-broken',
      message: expect.stringContaining('仍未读完'),
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('hunger for memory ends the thread and not the program', async () => {
    const failed = runWorker(raw('x'), { limits: { ...limits, timeoutMs: 20_000 }, script: script('hungry') })
    await expect(failed).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('内存'),
    })
  })

  test('a crash is told as a broken file', async () => {
    await expect(runWorker(raw('x'), { limits, script: script('crashing') })).rejects.toMatchObject({
      code: 'file-broken',
    })
  })

  test('a good file comes through it whole', async () => {
    const file = await readFileSafely(await docx([item(0, '总体要求'), line('文字。')]))
    expect(file).toMatchObject({ format: 'docx', text: '一、总体要求\n文字。\n' })
  })
})
