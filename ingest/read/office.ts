import { spawn } from 'node:child_process'
import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RawFile } from '../types.ts'
import { readDocx } from './docx.ts'
import { refuse } from './fail.ts'
import type { ReadLimits } from './limits.ts'
import type { Reading } from './read.ts'

const CONVERTERS = ['soffice', 'libreoffice'] as const

/**
 * Old Word and WPS files, by way of LibreOffice's docx. Throws `file-unknown` with advice where it is not installed,
 * `file-broken` where it fails or takes too long. A profile of its own keeps it apart from a person's LibreOffice.
 */
export async function readOffice(raw: RawFile, limits: ReadLimits): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-office-'))
  try {
    await writeFile(join(folder, 'in.doc'), raw.bytes)
    await convert(raw, folder, limits)
    const bytes = await readBytes(join(folder, 'in.docx')).catch(() => null)
    if (!bytes) throw failed(raw)
    const reading = readDocx({ name: raw.name, bytes }, limits)
    return { ...reading, file: { ...reading.file, format: /\.wps$/i.test(raw.name) ? 'wps' : 'doc' } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function convert(raw: RawFile, folder: string, limits: ReadLimits): Promise<void> {
  for (const command of CONVERTERS) {
    const code = await run(command, folder, limits)
    if (code === 'missing') continue
    if (code !== 0) throw failed(raw)
    return
  }
  throw refuse(
    'file-unknown',
    raw.name,
    '是旧版 Word 或 WPS 文件，本机没有安装 LibreOffice，无法转换。请另存为 docx、pdf 或 ofd 后上传。',
  )
}

function run(command: string, folder: string, limits: ReadLimits): Promise<number | 'missing' | null> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const args = [
    profile,
    '--headless',
    '--norestore',
    '--convert-to',
    'docx',
    '--outdir',
    folder,
    join(folder, 'in.doc'),
  ]
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout: limits.timeoutMs, killSignal: 'SIGKILL' })
    child.on('error', () => done('missing'))
    child.on('close', (code) => done(code))
  })
}

function failed(raw: RawFile): Error {
  return refuse(
    'file-broken',
    raw.name,
    '经 LibreOffice 转换失败，可能已损坏或有密码。请用原来的软件打开，另存为 docx 再上传。',
  )
}
