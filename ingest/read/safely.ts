import type { RawFile, ReadFile } from '../types.ts'
import type { ReadLimits } from './limits.ts'
import { readFile } from './read.ts'

/** Reads a file someone sent, so that neither a crash nor a hang of a parser reaches the caller. */
export async function readFileSafely(raw: RawFile, some: Partial<ReadLimits> = {}): Promise<ReadFile> {
  return readFile(raw, some)
}
