import { randomUUID } from 'node:crypto'
import type { Lease } from '../domain/lease.ts'
import type { FeishuLog } from './settings.ts'

export interface LeaderDeps {
  readonly name: string
  readonly lease: Lease
  readonly log: FeishuLog
  /** Called when this process is the one; resolves when it does its work. */
  readonly gained: () => Promise<void>
  readonly lost: () => void
  readonly rhythm?: LeaseRhythm
}

export interface LeaseRhythm {
  /** How often the right is renewed or asked for, ms. */
  readonly everyMs: number
  /** How long it lasts without, s. */
  readonly termS: number
}

export interface Leader {
  /** Resolves when this process leads and works, or knows that another one does. */
  start(): Promise<void>
  leads(): boolean
  stop(): Promise<void>
}

/** A dead process is followed after at most 15 s and one look: 20 s. */
const RHYTHM: LeaseRhythm = { everyMs: 5_000, termS: 15 }

/**
 * Keeps the right while the process lives. A database that does not answer takes it from nobody: then no other process
 * can have got it either, or the intake sorts out what both hear.
 */
export function createLeader({ name, lease, log, gained, lost, rhythm = RHYTHM }: LeaderDeps): Leader {
  const holder = randomUUID()
  let leads = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const begin = (): Promise<void> =>
    gained().catch((err: unknown) => log.error({ err, name }, 'leading could not be begun'))
  /** Resolves at once; what being the leader brings is handed back as `work`. */
  const look = async (): Promise<{ readonly work: Promise<void> }> => {
    const mine = await lease.claim(name, holder, rhythm.termS).catch((err: unknown) => {
      log.warn({ err, name }, 'lease could not be asked for')
      return leads
    })
    if (!stopped) timer = setTimeout(() => void look(), rhythm.everyMs)
    if (stopped || mine === leads) return { work: Promise.resolve() }
    leads = mine
    log.info({ name, leads }, mine ? 'this process leads' : 'another process leads')
    if (!mine) lost()
    return { work: mine ? begin() : Promise.resolve() }
  }
  return {
    leads: () => leads,
    start: async () => (await look()).work,
    async stop() {
      stopped = true
      clearTimeout(timer)
      if (leads) lost()
      await lease
        .release(name, holder)
        .catch((err: unknown) => log.warn({ err, name }, 'lease not given back'))
    },
  }
}
