/** How much a file may ask of us before it is refused; every bound guards a worker with finite memory and time. */
export interface ReadLimits {
  /** Size of the file itself. */
  readonly maxBytes: number
  /** Characters of text a file may yield: about 1,500 pages. */
  readonly maxChars: number
  readonly maxPages: number
  /** Bytes a zip-based file (docx, xlsx, ofd) may unpack to. */
  readonly maxUnpacked: number
  /** Unpacked to packed: a zip bomb has thousands. XML of ordinary offices packs 20:1, blank forms 200:1. */
  readonly maxRatio: number
  /** Depth of nested elements in HTML and XML. */
  readonly maxDepth: number
  /** Milliseconds a parser may take, and megabytes of heap, before its worker is ended. */
  readonly timeoutMs: number
  readonly memoryMb: number
  /** True once a supervisor allowed files marked 内部; a mark of 秘密 or above is never allowed. */
  readonly allowInternal: boolean
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 30 * 1024 * 1024,
  maxChars: 2_000_000,
  maxPages: 1500,
  maxUnpacked: 300 * 1024 * 1024,
  maxRatio: 300,
  maxDepth: 200,
  timeoutMs: 60_000,
  memoryMb: 1024,
  allowInternal: false,
}

export function limitsOf(some: Partial<ReadLimits> = {}): ReadLimits {
  return { ...DEFAULT_LIMITS, ...some }
}
