import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { AppError } from '../errors.ts'

/** Listens on a port; resolves when it does. Throws `port-in-use`. */
export function listen(handler: RequestListener, port: number): Promise<Server> {
  const server = createServer(handler)
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' || cause.code === 'EACCES' ? portTaken(port, cause) : cause)
    })
    server.listen(port, () => resolve(server))
  })
}

const portTaken = (port: number, cause: NodeJS.ErrnoException): AppError =>
  cause.code === 'EACCES'
    ? new AppError('port-in-use', `没有权限使用端口 ${port}，请用 PORT 换一个 1024 以上的端口。`, { cause })
    : new AppError('port-in-use', `端口 ${port} 已被占用，请先停掉占用它的程序，或用 PORT 换一个端口。`, {
        cause,
      })

/** Stops taking connections and ends the idle ones; a page that keeps one open does not hold up the stop. */
export function unlisten(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
}
