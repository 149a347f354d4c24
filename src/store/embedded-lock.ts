import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '../errors.ts'

interface Holder {
  readonly pid: number
  /** When that process began, as the system tells it: a number alone may by now belong to another process. */
  readonly began: string
}

export interface Lock {
  readonly release: () => void
}

/**
 * Claims `file` for this process. A lock whose holder is dead is taken over (a killed container starts again with
 * the same numbers). Throws `data-locked` while the holder lives.
 */
export function takeLock(file: string, folder: string): Lock {
  const mine = JSON.stringify({ pid: process.pid, began: beganAt(process.pid) } satisfies Holder)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    if (!claim(draft, file)) {
      const theirs = readHolder(file)
      if (theirs !== null && isAlive(theirs)) throw locked(folder, theirs.pid)
      rmSync(file, { force: true })
      if (!claim(draft, file)) throw locked(folder, readHolder(file)?.pid ?? 0)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return { release: () => release(file, mine) }
}

/** A hard link is made whole or not at all, so nobody ever reads half a lock. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function release(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true })
  } catch {
    // Gone already: the folder was removed under us, and there is nothing left to release.
  }
}

function readHolder(file: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof read.pid === 'number' ? { pid: read.pid, began: String(read.began ?? '') } : null
  } catch {
    return null
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return began === beganAt(pid)
}

/** Start time of a process: field 22 of /proc/PID/stat on Linux, `ps` elsewhere; empty where neither tells. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`
  } catch {
    const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    return (ps.stdout ?? '').trim()
  }
}

function locked(folder: string, pid: number): AppError {
  const words = `数据目录 ${folder} 正被另一个督办助手使用（进程 ${pid}），请先停掉它，或用 DATA_DIR 另指一个目录。`
  return new AppError('data-locked', words, { context: { folder, pid } })
}
