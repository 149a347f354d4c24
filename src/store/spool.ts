import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Question, Spool } from '../chat/deps.ts'
import { revive } from './intake.ts'

/**
 * Questions met while the database was down, in one JSON file. Few and rare: each change writes the file anew beside
 * the old one and renames it, so a kill leaves one or the other. For one process; a second keeps its own file.
 */
export function createSpool(file: string): Spool {
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
  return {
    add: (question) =>
      alone(async () => {
        const kept = await load(file)
        if (kept.some((q) => q.key === question.key)) return false
        await save(file, [...kept, question])
        return true
      }),
    all: (channel) => alone(async () => (await load(file)).filter((q) => q.event.chat.channel === channel)),
    remove: (key) =>
      alone(async () => {
        const kept = await load(file)
        if (kept.some((q) => q.key === key))
          await save(
            file,
            kept.filter((q) => q.key !== key),
          )
      }),
  }
}

async function load(file: string): Promise<readonly Question[]> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as Question[]).map(revive)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function save(file: string, questions: readonly Question[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const fresh = `${file}.${randomUUID()}`
  await writeFile(fresh, JSON.stringify(questions))
  await rename(fresh, file)
}
