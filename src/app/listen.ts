import { createServer, type RequestListener, type Server } from 'node:http'
import { AppError } from '../errors.ts'

export interface Front {
  readonly port: number
  /** From now on this handler answers. */
  readonly hand: (handler: RequestListener) => void
  /** Stops taking connections and ends the idle ones; a page that keeps one open does not hold up the stop. */
  readonly close: () => Promise<void>
}

export interface Place {
  readonly host: string
  readonly port: number
}

const LAST_REQUESTS_MS = 1000

/**
 * Takes the port before anything slow is begun, so that a taken one is known at once and a page opened early shows what
 * is going on. Throws `port-in-use`.
 */
export async function openFront(place: Place, first: RequestListener): Promise<Front> {
  let handler = first
  const server = createServer((request, response) => handler(request, response))
  await listening(server, place)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : place.port,
    hand: (next) => {
      handler = next
    },
    close: () => closing(server),
  }
}

function listening(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portError(port, cause)))
    server.listen(port, host, () => resolve())
  })
}

function portError(port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EACCES')
    return new AppError('port-in-use', `没有权限使用端口 ${port}，请用 PORT 换一个 1024 以上的端口。`, {
      cause,
    })
  if (cause.code === 'EADDRINUSE')
    return new AppError(
      'port-in-use',
      `端口 ${port} 已被占用，请先停掉占用它的程序，或用 PORT 换一个端口。`,
      {
        cause,
      },
    )
  return cause
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref()
  })
}
