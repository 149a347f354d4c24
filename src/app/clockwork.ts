import type { ChatFlows } from '../chat/deps.ts'
import type { Courier } from '../chat/drain.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import type { Days } from '../web/deps.ts'
import type { OnClose } from './app.ts'
import { keepCatchingUp, keepRemindingDrafts } from './catch-up.ts'
import { keepTidy } from './chores.ts'
import type { Clock } from './clock.ts'
import { closePeriods, keepClosingPeriods } from './closing-periods.ts'
import { createDays } from './days.ts'
import { keepReminding, type Reminding, type RemindingDeps } from './reminding.ts'
import { keepReporting, type ReportTalk } from './report-talk.ts'
import { keepSending } from './sending.ts'
import { dayIn } from './zone.ts'

export interface ClockworkDeps {
  readonly db: Db
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  readonly couriers: readonly Courier[]
  readonly flows: readonly ChatFlows[]
  readonly reminding: Reminding
  readonly remind: RemindingDeps
  readonly reports: ReportTalk
}

/** Starts all that goes by the clock: sending, reminding, standing reports, closing of periods, catching up, tidying. */
export function startClockwork(deps: ClockworkDeps, onClose: OnClose): void {
  const { db, config, log, now, couriers, flows, reminding, remind, reports } = deps
  onClose(keepReporting(reports, log))
  onClose(keepSending({ db, now, log, couriers }))
  onClose(keepTidy({ db, now, log }))
  onClose(keepClosingPeriods(closingOf(deps), log))
  if (config.REMIND === 'on') onClose(keepReminding(reminding, remind))
  onClose(keepCatchingUp(flows, log))
  onClose(keepRemindingDrafts(flows, log))
}

/** The day of the sample city; null where time is real. */
export function daysOf(clock: Clock | null, deps: ClockworkDeps): Days | null {
  if (clock === null) return null
  const { config, reminding, reports } = deps
  return createDays({
    clock,
    dayOf: (at) => dayIn(config.TZ_NAME, at),
    nextAsk: reminding.nextAsk,
    settle: async () => {
      await reminding.tick()
      await reports.sendDue()
      await closePeriods(closingOf(deps))
    },
  })
}

const closingOf = ({ db, now, config }: ClockworkDeps) => ({
  db,
  now,
  zone: config.TZ_NAME,
  after: config.PERIOD_CLOSE_AFTER,
})
