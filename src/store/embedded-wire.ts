import { createServer, type Server, type Socket } from 'node:net'
import type { BackendQueue, QueueClient } from './embedded-queue.ts'

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const CANCEL_REQUEST = 80877102
const EMPTY = Buffer.alloc(0)
const ASK_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])

/** Messages that end a cycle: simple Query, Sync, FunctionCall, and Flush for clients that read in steps. */
const CLOSING = new Set(['Q', 'S', 'F', 'H'])

interface Client extends QueueClient {
  readonly socket: Socket
  unread: Buffer
  cycle: Buffer[]
  /** The start-up packet, kept back until the password is right. */
  startup: Buffer | null
  welcome: boolean
}

/**
 * Speaks the Postgres wire protocol on 127.0.0.1 in front of one backend. `password` keeps other users of the
 * machine out; `port` 0 takes a free one.
 */
export function serveWire(
  queue: BackendQueue,
  options: { readonly port: number; readonly password: string },
): Promise<Server> {
  const server = createServer((socket) => meet(socket, queue, options.password))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => resolve(server))
  })
}

function meet(socket: Socket, queue: BackendQueue, password: string): void {
  const leave = () => socket.destroy()
  const client: Client = { leave, socket, unread: EMPTY, cycle: [], startup: null, welcome: false }
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => queue.drop(client))
  socket.on('data', (data: Buffer) => {
    client.unread = client.unread.length === 0 ? data : Buffer.concat([client.unread, data])
    while (takeOne(client, queue, password));
  })
}

/** Handles one whole message of what has arrived; false when none is complete. */
function takeOne(client: Client, queue: BackendQueue, password: string): boolean {
  const untyped = client.startup === null
  const head = untyped ? 4 : 5
  if (client.socket.destroyed || client.unread.length < head) return false
  const length = client.unread.readInt32BE(head - 4) + head - 4
  if (client.unread.length < length) return false
  const message = client.unread.subarray(0, length)
  client.unread = client.unread.subarray(length)
  if (untyped) greet(client, message)
  else if (!client.welcome) admit(client, message, queue, password)
  else converse(client, message, queue)
  return true
}

function greet(client: Client, message: Buffer): void {
  const code = message.readInt32BE(4)
  if (code === SSL_REQUEST || code === GSS_REQUEST) client.socket.write('N')
  else if (code === CANCEL_REQUEST) client.socket.destroy()
  else {
    client.startup = message
    client.socket.write(ASK_PASSWORD)
  }
}

function admit(client: Client, message: Buffer, queue: BackendQueue, password: string): void {
  const said = message.subarray(5, message.length - 1).toString()
  if (message[0] !== 0x70 || said !== password || client.startup === null) {
    client.socket.end(refusal())
    return
  }
  client.welcome = true
  queue.push({ client, bytes: client.startup, done: (answer) => client.socket.write(answer) })
}

function converse(client: Client, message: Buffer, queue: BackendQueue): void {
  const type = String.fromCharCode(message[0] ?? 0)
  if (type === 'X') return void client.socket.end()
  client.cycle.push(message)
  if (!CLOSING.has(type)) return
  const bytes = new Uint8Array(Buffer.concat(client.cycle))
  client.cycle = []
  queue.push({ client, bytes, done: (answer) => client.socket.write(answer) })
}

/** ErrorResponse 28P01, what a real server says to a wrong password. */
function refusal(): Buffer {
  const fields = Buffer.from('SFATAL\0C28P01\0Mpassword authentication failed\0\0')
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(4 + fields.length, 1)
  return Buffer.concat([head, fields])
}
