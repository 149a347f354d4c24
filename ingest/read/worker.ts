import { parentPort, workerData } from 'node:worker_threads'
import { isAppError } from '../../src/errors.ts'
import type { RawFile } from '../types.ts'
import type { ReadLimits } from './limits.ts'
import { readFile } from './read.ts'
import type { WorkerAnswer } from './safely.ts'

/** One file, one thread: reads it, answers, ends. */
const { raw, limits } = workerData as { readonly raw: RawFile; readonly limits: ReadLimits }

const answer = await readFile(raw, limits).then(
  (file): WorkerAnswer => ({ ok: true, file }),
  (error: unknown): WorkerAnswer =>
    isAppError(error)
      ? { ok: false, code: error.code, message: error.message, context: error.context }
      : { ok: false, code: null, message: String(error), context: {} },
)
parentPort?.postMessage(answer)
