import type { Server, Socket } from 'node:net'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'
import { DURABLE, syncForReal } from './embedded-durable.ts'
import { BackendQueue } from './embedded-queue.ts'
import { serveWire } from './embedded-wire.ts'

export interface Engine {
  readonly port: number
  /** Ends every connection, then the database, so that the files are at rest. */
  readonly close: () => Promise<void>
  /** The whole data folder as a tar, for tests that start from a copy. */
  readonly snapshot: () => Promise<Blob>
}

export interface EngineOptions {
  /** Folder of the data; none: in memory. */
  readonly dataDir?: string
  readonly snapshot?: Blob
  readonly port: number
  readonly password: string
  readonly failed: (error: unknown) => void
  readonly patience?: number
}

/** Starts PGlite with the two extensions the product uses and serves it on a loopback port. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const pglite = await PGlite.create(pgliteOptions(options))
  if (options.dataDir !== undefined) syncForReal(pglite)
  const run = (bytes: Uint8Array) => pglite.runExclusive(() => pglite.execProtocolRaw(bytes))
  const queue = new BackendQueue(run, options)
  const server = await serveWire(queue, options)
  const sockets = trackSockets(server)
  return {
    port: portOf(server),
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await pglite.close()
    },
    snapshot: () => pglite.dumpDataDir('none'),
  }
}

function pgliteOptions(options: EngineOptions): PGliteOptions {
  return {
    extensions: { vector, pg_textsearch },
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir, ...DURABLE }),
    ...(options.snapshot === undefined ? {} : { loadDataDir: options.snapshot }),
  }
}

function trackSockets(server: Server): Set<Socket> {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return open
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
