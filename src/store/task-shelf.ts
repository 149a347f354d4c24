import type { TaskRead, TaskRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import { type DocumentVersion, readPrint, readTasks, readVersions } from './read-tasks.ts'
import { type KeptTask, keptTask, taskFilter } from './task-filter.ts'

/** Documents read in one go: the embedded database must not be kept from others for long. */
const BATCH = 100

interface Shelved {
  readonly version: string
  readonly tasks: readonly KeptTask[]
}

type Shelf = (read: TaskRead) => Promise<readonly TaskRow[]>

const shelves = new WeakMap<Db, Shelf>()

/**
 * Tasks of current documents, kept in memory a document at a time and read again when its row changes, in whichever
 * process. One shelf a database, whoever asks for it: tasks are kept once. About 2 kB a task; only documents that were asked
 * for are read. Gives tasks in document order, last issued document first.
 */
export function taskShelf(db: Db): Shelf {
  const shelf = shelves.get(db) ?? openShelf(db)
  shelves.set(db, shelf)
  return shelf
}

function openShelf(db: Db): Shelf {
  const shelf = new Map<number, Shelved>()
  let known: { readonly print: string; readonly versions: readonly DocumentVersion[] } | null = null
  let last: Promise<unknown> = Promise.resolve()

  const fill = async ({ documents }: TaskRead): Promise<readonly Shelved[]> => {
    const print = await readPrint(db)
    if (known?.print !== print) {
      known = { print, versions: await readVersions(db) }
      dropOthers(shelf, known.versions)
    }
    const ids = documents === undefined ? null : new Set(documents)
    const wanted = ids === null ? known.versions : known.versions.filter(({ id }) => ids.has(id))
    const missing = wanted.filter(({ id }) => !shelf.has(id))
    for (let i = 0; i < missing.length; i += BATCH) await load(db, shelf, missing.slice(i, i + BATCH))
    return wanted.flatMap(({ id }) => shelf.get(id) ?? [])
  }

  return async (read) => {
    // One after another: questions asked at once must not all read the same documents.
    const wanted = last.then(() => fill(read))
    last = wanted.catch(() => {})
    const fits = taskFilter(read)
    return (await wanted).flatMap(({ tasks }) => tasks.filter(fits).map(({ row }) => row))
  }
}

function dropOthers(shelf: Map<number, Shelved>, versions: readonly DocumentVersion[]): void {
  const current = new Map(versions.map(({ id, version }) => [id, version]))
  for (const [id, { version }] of shelf) if (current.get(id) !== version) shelf.delete(id)
}

async function load(
  db: Db,
  shelf: Map<number, Shelved>,
  documents: readonly DocumentVersion[],
): Promise<void> {
  const rows = Map.groupBy(await readTasks(db, documents), (row) => row.document.id)
  for (const { id, version } of documents)
    shelf.set(id, { version, tasks: (rows.get(id) ?? []).map(keptTask) })
}
