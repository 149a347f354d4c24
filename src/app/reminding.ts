import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Message } from '../domain/message.ts'
import type { Period } from '../domain/period.ts'
import type { PressResult } from '../domain/press-result.ts'
import type { Line } from '../domain/reminding.ts'
import type { Day } from '../domain/span.ts'
import type { Log } from '../log.ts'
import { liaisonCard } from '../remind/carry.ts'
import type { RemindDeps } from '../remind/deps.ts'
import { createDutyDesk, type DutyDesk } from '../remind/duty-desk.ts'
import { readLadder, readPlan } from '../remind/facts.ts'
import { ladder } from '../remind/ladder.ts'
import type { Press } from '../remind/press.ts'
import { pressNow } from '../remind/press.ts'
import { type ReportPeriods, reportPeriods } from '../remind/report-periods.ts'
import { emptyMemory, tick } from '../remind/tick.ts'
import { nextAskDay } from '../remind/what-if.ts'
import { askFigures, claimAsks, claimUrge, owingCounts, readAsks } from '../store/asks.ts'
import { readCalendarDays } from '../store/calendar-days.ts'
import type { Db } from '../store/db.ts'
import { openDraftsOn } from '../store/drafts.ts'
import { readDutyChanges } from '../store/duty-changes.ts'
import { ensureRequests, settleKnown } from '../store/ensure-requests.ts'
import { createHandOvers } from '../store/hand-overs.ts'
import { createLease } from '../store/lease.ts'
import { createOutbox } from '../store/outbox.ts'
import { claimPress } from '../store/press.ts'
import { dutyStamp, readDutyRows } from '../store/read-duties.ts'
import { readSnoozes, requestReads, requestsBegan } from '../store/requests.ts'
import { readStaff } from '../store/staff.ts'
import { standingsOf } from '../store/standings.ts'
import { taskShelf } from '../store/task-shelf.ts'
import { readUnitRegistry } from '../store/units.ts'
import { workingDays } from '../text/working-days.ts'
import { keepDoing, MINUTE_MS } from './every.ts'
import { dayIn, timeIn } from './zone.ts'

/** Longer than a round; a process that died leaves the others waiting so long at most. */
const LEASE_SECONDS = 180

export interface RemindingDeps {
  readonly db: Db
  readonly config: Config
  readonly now: () => Date
  readonly log: Pick<Log, 'warn' | 'error'>
  readonly channels: RemindDeps['channels']
}

export interface Reminding {
  /** One round at the present moment. Gives the lines as decided. */
  readonly tick: () => Promise<readonly Line[]>
  /** The next day on which anybody is asked for anything that is known by now; null: none in sight. */
  readonly nextAsk: () => Promise<Day | null>
  /** A page of the card a liaison would get now; null: the person owes nothing. */
  readonly card: (personId: number, page: number) => Promise<Message | null>
  readonly press: (press: Press) => Promise<PressResult>
  /** By the duties of documents: task (first version) → the period a report of today counts for, where it is not asked for. */
  readonly periods: (unitId: number) => Promise<ReadonlyMap<number, Period>>
  /** Reporting duties, and what a word on one would come to. */
  readonly duties: DutyDesk
}

export function createReminding(given: RemindingDeps): Reminding {
  const { db, now } = given
  const deps = remindDeps(given)
  const handOvers = createHandOvers(db)
  const memory = emptyMemory()
  const calendar = async () => workingDays(await readCalendarDays(db))
  return {
    async tick() {
      const at = now()
      await handOvers.moveDue(deps.dayOf(at), at)
      return tick(at, deps, memory)
    },
    nextAsk: () => nextAskDay(now(), deps),
    async card(personId, page) {
      const input = await readLadder(deps, now(), await calendar())
      const lines = ladder(input)
      const person = input.staff.people.find((one) => one.personId === personId)
      const owes = lines.some((line) => line.audience === 'liaison' && line.person?.personId === personId)
      return person && owes ? liaisonCard(person, { lines, input, now: now() }, deps, page) : null
    },
    press: async (press) => pressNow(press, await calendar(), deps),
    periods: periodsOf(deps, now),
    duties: createDutyDesk(deps),
  }
}

/** Worked out anew only when the day or what requests are made of has changed. */
function periodsOf(deps: RemindDeps, now: () => Date): Reminding['periods'] {
  let kept: { readonly key: string; readonly periods: ReportPeriods } | null = null
  return async (unitId) => {
    const today = deps.dayOf(now())
    const key = `${today}/${await deps.duties.stamp()}`
    if (kept?.key !== key) kept = { key, periods: reportPeriods((await readPlan(deps, today)).input) }
    return kept.periods.get(unitId) ?? new Map()
  }
}

/** The clock: a round a minute, in one process of several at a time. Returns how to stop. */
export function keepReminding(reminding: Reminding, { db, log }: RemindingDeps): () => Promise<void> {
  const lease = createLease(db)
  const holder = randomUUID()
  const round = async (): Promise<void> => {
    if (await lease.claim('reminding', holder, LEASE_SECONDS)) await reminding.tick()
  }
  const stop = keepDoing(MINUTE_MS, round, (err) => log.warn({ err }, 'a round of reminders failed'))
  return async () => {
    await stop()
    await lease.release('reminding', holder).catch(() => {})
  }
}

/** Everything reminding reads and writes, on one database. */
export function remindDeps({ db, config, channels, log }: RemindingDeps): RemindDeps {
  const requests = requestReads(db)
  const outbox = createOutbox(db)
  const tasks = taskShelf(db)
  const zone = config.TZ_NAME
  return {
    settings: remindSettings(config),
    dayOf: (at) => dayIn(zone, at),
    timeOf: (at) => timeIn(zone, at),
    duties: {
      stamp: () => dutyStamp(db),
      rows: () => readDutyRows(db, zone),
      changes: () => readDutyChanges(db),
      registry: () => readUnitRegistry(db),
      calendarDays: () => readCalendarDays(db),
    },
    store: {
      ensure: (planned, at) => ensureRequests(db, planned, at),
      settleKnown: (at) => settleKnown(db, at),
      began: () => requestsBegan(db, zone),
      open: requests.unreported,
      answered: requests.answered,
      asks: (today) => readAsks(db, today),
      snoozes: () => readSnoozes(db),
      staff: (today) => readStaff(db, today),
      claim: (all, at) => claimAsks(db, all, at),
      press: (press, hand) => claimPress(db, { ...press, perDay: config.REMIND_PER_DAY }, hand),
      claimUrge: (ask) => claimUrge(db, ask),
      sends: outbox.find,
      filledIn: (ids) => openDraftsOn(db, ids),
      figures: (span) => askFigures(db, span),
      counts: (today) => owingCounts(db, today),
    },
    standings: async ({ period, today, taskIds }) =>
      standingsOf(db, await tasks({ origins: taskIds }), { today, period, viewer: null }),
    channels,
    log,
  }
}

export function remindSettings(config: Config): RemindDeps['settings'] {
  return {
    before: config.REMIND_BEFORE.split(',')
      .map(Number)
      .sort((a, b) => b - a),
    from: config.REMIND_FROM,
    until: config.REMIND_UNTIL,
    holiday: config.REMIND_HOLIDAY,
    leaderAfter: config.REMIND_LEADER_AFTER,
    listAfter: config.REMIND_LIST_AFTER,
    perDay: config.REMIND_PER_DAY,
    perRequest: config.REMIND_PER_REQUEST,
    returnDays: config.REMIND_RETURN_DAYS,
  }
}
