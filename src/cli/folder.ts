import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../errors.ts'

/**
 * The folder and those above it, made where missing. Step by step: where the system refuses without a reason (/proc),
 * Node's own recursive way tries for ever. Throws AppError `bad-request` for what is no folder or may not be written to.
 */
export function makeFolder(folder: string): void {
  const steps: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) steps.unshift(at)
  try {
    for (const step of steps) mkdirSync(step)
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new AppError('bad-request', `目录“${folder}”写不进去，请换一个。`, { cause })
  }
  if (!statSync(folder).isDirectory()) throw new AppError('bad-request', `“${folder}”不是目录，请换一个。`)
}
