import type { FormsRead } from '../src/domain/form.ts'
import type { FormGrid } from '../src/domain/form-grid.ts'
import type { Day } from '../src/domain/span.ts'
import { readForms } from './forms/read-forms.ts'
import { checkSize } from './read/check.ts'
import { limitsOf } from './read/limits.ts'
import { runWorker } from './read/safely.ts'
import type { RawFile } from './types.ts'

const WORKER = new URL('./read/grids-worker.ts', import.meta.url)

/**
 * The filled forms of a file someone sent (.xlsx, .docx and whatever else has tables), read in a thread with bounds.
 * Throws the `file-…` codes as reading any file does; a file without forms gives none.
 */
export async function readFormsFile(raw: RawFile, when: { readonly today: Day }): Promise<FormsRead> {
  const limits = limitsOf()
  checkSize(raw, limits)
  return readForms(await runWorker<readonly FormGrid[]>(raw, { limits, script: WORKER }), when)
}
