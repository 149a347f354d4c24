import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../errors.ts'
import type { ChartSize, ChartSpec } from './render.ts'

export interface ChartWish {
  readonly id: number
  readonly spec: ChartSpec
  readonly size: ChartSize
}

export type ChartAnswer =
  | { readonly id: number; readonly ok: true; readonly png: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly message: string }

export interface ChartDrawer {
  /** PNG bytes. Throws AppError `bad-request` for a spec that cannot be drawn, or when drawing takes over half a minute. */
  draw(spec: ChartSpec, size: ChartSize): Promise<Uint8Array>
  close(): void
}

interface Waiting {
  readonly resolve: (png: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/**
 * Library and font cost some 120 MB, which a thread was seen to keep after its end: a process gives them back. It
 * starts with the first chart and ends when none came for this long.
 */
const IDLE_MS = 20_000
const TIMEOUT_MS = 30_000
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Draws charts in a process of its own: half a second of drawing must not stop a chat. */
export function chartDrawer(idleMs = IDLE_MS): ChartDrawer {
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const stop = (cause: Error) => {
    clearTimeout(idle)
    child?.kill()
    child = null
    for (const one of waiting.values()) one.reject(undrawn(cause))
    waiting.clear()
  }
  const settle = (answer: ChartAnswer) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) one?.resolve(answer.png)
    else one?.reject(undrawn(new Error(answer.message)))
    if (waiting.size === 0) idle = setTimeout(() => stop(new Error('idle')), idleMs).unref()
  }
  const start = () => {
    const made = startChild()
    const ended = (code: number | null) =>
      child === made && stop(new Error(`the chart process ended with ${code}`))
    return made.on('message', settle).on('error', stop).on('exit', ended)
  }
  return {
    draw(spec, size) {
      clearTimeout(idle)
      child ??= start()
      const id = ++last
      const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }))
      child.send({ id, spec, size } satisfies ChartWish)
      return inTime(drawn, () => stop(new Error(`no chart after ${TIMEOUT_MS} ms`)))
    },
    close: () => stop(new Error('closed')),
  }
}

/** The timer also keeps a command alive that waits for nothing else. */
function inTime<T>(work: Promise<T>, late: () => void): Promise<T> {
  const timer = setTimeout(late, TIMEOUT_MS)
  return work.finally(() => clearTimeout(timer))
}

/** It needs no setting and no secret: its environment is empty. */
function startChild(): ChildProcess {
  const imports = process.execArgv.filter((flag) => flag.startsWith('--import='))
  const child = fork(CHILD, [], {
    serialization: 'advanced',
    execArgv: [...imports, '--max-old-space-size=256', '--disable-warning=ExperimentalWarning'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

const undrawn = (cause: Error) => new AppError('bad-request', '图表没有画出来，数字见文中表格。', { cause })
