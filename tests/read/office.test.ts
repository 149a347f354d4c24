import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readFileSafely } from '../../ingest/read/safely.ts'
import { docx, line } from './make-docx.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const WORDS = '加快建设云川港二期码头。（责任单位：市交通运输局）'

/** The head of every OLE file, then the name of the stream that Word keeps its text in. */
const oldWord = (): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...wide('WordDocument'),
  ])
const wide = (text: string): number[] => [...text].flatMap((c) => [c.charCodeAt(0), 0])

describe('old Word files', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('without LibreOffice the advice is to save it anew', async () => {
    vi.stubEnv('PATH', '/nowhere')
    const failed = await readFileSafely({ name: '旧.doc', bytes: oldWord() }).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 'file-unknown', message: expect.stringContaining('LibreOffice') })
  })

  test.skipIf(!hasOffice)('with LibreOffice they read as the docx they were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-old-'))
    try {
      writeFileSync(join(folder, 'in.docx'), (await docx([line(WORDS)])).bytes)
      spawnSync('soffice', ['--headless', '--convert-to', 'doc', '--outdir', folder, join(folder, 'in.docx')])
      const bytes = new Uint8Array(readFileSync(join(folder, 'in.doc')))
      const file = await readFileSafely({ name: 'in.txt', bytes })
      expect(file).toMatchObject({ format: 'doc', text: expect.stringContaining(WORDS) })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
