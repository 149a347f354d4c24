import type { Server, Socket } from 'node:net'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'
import { DURABLE, syncForReal } from './embedded-durable.ts'
import { type Backend, BackendQueue } from './embedded-queue.ts'
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
  const queue = new BackendQueue(backendOf(pglite), options)
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

/**
 * `execProtocolRaw` would also parse all that the backend says and keep every parsed row for ever; the stream hands it on as
 * it is. Its pieces lie in the memory of the backend, so each is copied.
 */
function backendOf(pglite: PGlite): Backend {
  return (bytes) =>
    pglite.runExclusive(async () => {
      const pieces: Uint8Array[] = []
      await pglite.execProtocolRawStream(bytes, { onRawData: (piece) => pieces.push(piece.slice()) })
      return Buffer.concat(pieces)
    })
}

/** Files in memory need no second copy there: 128 MB less, and a quarter of the start. */
const IN_MEMORY: Pick<PGliteOptions, 'startParams'> = {
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
}

function pgliteOptions(options: EngineOptions): PGliteOptions {
  return {
    extensions: { vector, pg_textsearch },
    ...(options.dataDir === undefined ? IN_MEMORY : { dataDir: options.dataDir, ...DURABLE }),
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
