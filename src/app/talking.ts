import { join } from 'node:path'
import type { ChatDeps, ChatFlows } from '../chat/deps.ts'
import { createFlows } from '../chat/flows.ts'
import { createInTurn } from '../chat/in-turn.ts'
import type { Channel, Chat } from '../domain/chat.ts'
import type { Desk } from '../domain/registration.ts'
import { createAccounts } from '../store/accounts.ts'
import type { Db } from '../store/db.ts'
import { createIntake } from '../store/intake.ts'
import { createRatings } from '../store/ratings.ts'
import { createDesk } from '../store/registrations.ts'
import { createSpool } from '../store/spool.ts'
import { createTurns } from '../store/turns.ts'
import { unitFinder } from './unit-named.ts'

export interface TalkingDeps
  extends Pick<ChatDeps, 'now' | 'log' | 'answer' | 'progress' | 'draftAfterMs' | 'reports'> {
  readonly db: Db
  /** Keeps the questions that come while the database is away. */
  readonly dataDir: string
}

/** Read anew for each name: it is rare, and the registry is edited while the process lives. */
function unitNamed(db: Db): Desk['unitNamed'] {
  return async (name) => (await unitFinder(db)).named(name)
}

/** Makes the flows of a channel; what they share is made once. */
export function createTalking(
  deps: TalkingDeps,
): (kind: Chat['channel'], channel: Channel, own?: Pick<ChatDeps, 'contacts' | 'files'>) => ChatFlows {
  const { db, dataDir, now, log, answer, progress, reports, draftAfterMs } = deps
  const shared: Omit<ChatDeps, 'channel'> = {
    now,
    log,
    answer,
    ...(progress ? { progress } : {}),
    ...(draftAfterMs === undefined ? {} : { draftAfterMs }),
    ...(reports ? { reports } : {}),
    intake: createIntake(db),
    spool: createSpool(join(dataDir, 'spool.json')),
    accounts: createAccounts(db),
    desk: createDesk(db, unitNamed(db)),
    turns: createTurns(db),
    ratings: createRatings(db),
    inTurn: createInTurn(),
  }
  return (kind, channel, own) => createFlows(kind, { ...shared, ...own, channel })
}
