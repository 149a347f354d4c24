import { parentPort, workerData } from 'node:worker_threads'
import type { FormGrid } from '../../src/domain/form-grid.ts'
import { isAppError } from '../../src/errors.ts'
import type { RawFile } from '../types.ts'
import { readGrids } from './grids.ts'
import type { ReadLimits } from './limits.ts'
import type { WorkerAnswer } from './safely.ts'

/** The tables of one file, one thread: reads them, answers, ends. */
const { raw, limits } = workerData as { readonly raw: RawFile; readonly limits: ReadLimits }

const answer = await readGrids(raw, limits).then(
  (file): WorkerAnswer<readonly FormGrid[]> => ({ ok: true, file }),
  (error: unknown): WorkerAnswer<readonly FormGrid[]> =>
    isAppError(error)
      ? { ok: false, code: error.code, message: error.message, context: error.context }
      : { ok: false, code: null, message: String(error), context: {} },
)
parentPort?.postMessage(answer)
