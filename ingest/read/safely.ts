import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import type { RawFile, ReadFile } from '../types.ts'
import { checkSize, checkText } from './check.ts'
import { refuse } from './fail.ts'
import { boxOf, textFormat } from './kind.ts'
import { limitsOf, type ReadLimits } from './limits.ts'
import { readText } from './text.ts'
import { broken } from './zip.ts'

/** What a worker says at its end; `code` null means its parser threw something that is none of ours. */
export type WorkerAnswer<T = ReadFile> =
  | { readonly ok: true; readonly file: T }
  | {
      readonly ok: false
      readonly code: ErrorCode | null
      readonly message: string
      readonly context: Readonly<Record<string, unknown>>
    }

/** Text small enough that decoding it here costs less than starting a thread. */
const IN_PROCESS_BYTES = 2 * 1024 * 1024
const WORKER = new URL('./worker.ts', import.meta.url)

/**
 * Reads a file someone sent, in a thread with bounds on time and memory, so that neither a crash nor a hang of a
 * parser reaches the caller. Throws as `readFile` does, and `file-broken` when the thread dies or runs out of time.
 */
export async function readFileSafely(raw: RawFile, some: Partial<ReadLimits> = {}): Promise<ReadFile> {
  const limits = limitsOf(some)
  checkSize(raw, limits)
  return plainText(raw, limits) ?? runWorker(raw, { limits, script: WORKER })
}

/** Text without markup needs no parser: decoding is linear and cannot hang. */
function plainText(raw: RawFile, limits: ReadLimits): ReadFile | null {
  if (raw.bytes.length > IN_PROCESS_BYTES || boxOf(raw) !== 'text') return null
  const file = readText(raw)
  return textFormat(file.text, raw.name) === 'txt' ? checkText(file, { limits }) : null
}

/** One file in a thread that reads it by `script`; what it reads it into is the script's to say. */
export function runWorker<T = ReadFile>(
  raw: RawFile,
  how: { readonly limits: ReadLimits; readonly script: URL },
): Promise<T> {
  const { limits, script } = how
  const imports = process.execArgv.filter((flag) => flag.startsWith('--import='))
  const worker = new Worker(script, {
    workerData: { raw: { name: raw.name, bytes: new Uint8Array(raw.bytes) }, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    execArgv: [...imports, '--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  })
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => reject(tooSlow(raw, limits)), limits.timeoutMs)
    worker.once('message', (answer: WorkerAnswer<T>) => {
      if (answer.ok) resolve(answer.file)
      else reject(errorOf(raw, answer))
    })
    worker.once('error', (error) => reject(crashed(raw, error)))
    worker.once('exit', () => {
      clearTimeout(late)
      reject(broken(raw, new Error('the reader ended without an answer')))
    })
  }).finally(() => worker.terminate())
}

function errorOf(raw: RawFile, answer: Extract<WorkerAnswer<unknown>, { ok: false }>): Error {
  if (answer.code === null) return broken(raw, new Error(answer.message))
  return new AppError(answer.code, answer.message, { context: answer.context })
}

function tooSlow(raw: RawFile, limits: ReadLimits): Error {
  const seconds = Math.round(limits.timeoutMs / 1000)
  return refuse(
    'file-broken',
    raw.name,
    `读了${seconds}秒仍未读完，已停止。文件可能已损坏，请用原来的软件打开，另存一份再上传。`,
  )
}

function crashed(raw: RawFile, error: unknown): Error {
  const isMemory = (error as { readonly code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isMemory) return broken(raw, error)
  return refuse('file-too-large', raw.name, '展开后内容过大，超过内存上限，已停止读取。请拆分后上传。', {
    cause: error,
  })
}
