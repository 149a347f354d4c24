import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ROLES, type Role } from '../domain/person.ts'
import type { Db } from '../store/db.ts'
import { findFile } from '../store/files.ts'

const FOLDER = join(import.meta.dirname, '../../samples')
const QUESTIONS = z.array(z.object({ role: z.enum(ROLES), q: z.string() }))
const SHOWN = 6

/** First questions about the sample city for a person of these roles; none where the samples were not brought in. */
export function createStarters(db: Db): (roles: readonly Role[]) => Promise<readonly string[]> {
  let all: z.infer<typeof QUESTIONS> | null = null
  return async (roles) => {
    if ((await findFile(db, firstSampleHash())) === null) return []
    all ??= QUESTIONS.parse(JSON.parse(readFileSync(join(FOLDER, 'questions.json'), 'utf8')))
    const own = all.filter((entry) => roles.includes(entry.role))
    return (own.length > 0 ? own : all.filter((entry) => entry.role === 'official'))
      .slice(0, SHOWN)
      .map((entry) => entry.q)
  }
}

let hash: string | null = null

function firstSampleHash(): string {
  const folder = join(FOLDER, 'documents')
  hash ??= createHash('sha256')
    .update(readFileSync(join(folder, readdirSync(folder).sort()[0] ?? '')))
    .digest('hex')
  return hash
}
