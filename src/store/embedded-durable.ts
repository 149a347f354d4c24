import { fsyncSync } from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'

/**
 * PGlite comes with fsync off (-F), and its file system answers fsync without doing it: a killed process loses
 * nothing, a power cut would. Both are put right: a commit is acknowledged once it is on the disk (about 4 ms).
 */
export const DURABLE: Pick<PGliteOptions, 'startParams'> = {
  startParams: [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  ],
}

interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
}

/** To be called once the database is open. Throws where this PGlite is built otherwise: better no start than a lie. */
export function syncForReal(pglite: PGlite): void {
  const systems = pglite.Module.FS.filesystems as unknown as { readonly NODEFS?: NodeFiles }
  const files = systems.NODEFS
  if (files === undefined) throw new Error('PGlite without NODEFS')
  files.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd)
    return 0
  }
}
