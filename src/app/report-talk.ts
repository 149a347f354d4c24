import type { ReportFlows } from '../chat/deps.ts'
import type { Group, ReportDeps } from '../chat/report/deps.ts'
import { sendDue } from '../chat/report/due.ts'
import { createReportFlows } from '../chat/report/flows.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { createAccounts } from '../store/accounts.ts'
import { readCalendarDays } from '../store/calendar-days.ts'
import { type ChatName, readGroupChats } from '../store/group-chats.ts'
import { ledgerOf } from '../store/ledger.ts'
import { createOutbox } from '../store/outbox.ts'
import { createPublications } from '../store/publications.ts'
import { createReportFiles } from '../store/report-files.ts'
import { createRoll } from '../store/roll.ts'
import { createSubscriptions } from '../store/subscriptions.ts'
import { createTurns } from '../store/turns.ts'
import { workingDays } from '../text/working-days.ts'
import { readOrder } from '../understand/orders/read-order.ts'
import { reportAsked } from '../understand/orders/report-asked.ts'
import { hear } from '../understand/progress/hear.ts'
import type { Aids } from './aids.ts'
import type { OpenDatabase } from './database.ts'
import { keepDoing } from './every.ts'
import { lexiconOf } from './lexicon.ts'
import { createPrinting } from './report-printing.ts'
import { createMaking } from './reporting.ts'
import { readLedgerTasks } from './understanding.ts'
import { dayIn } from './zone.ts'

export interface ReportTalkDeps {
  readonly database: Pick<OpenDatabase, 'db' | 'lexical'>
  readonly config: Pick<Config, 'TZ_NAME'>
  readonly aids: Aids
  readonly now: () => Date
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Each channel that is on. */
  readonly channels: ReportDeps['channels']
  /** Groups of the web chat. */
  readonly groups: readonly Group[]
  /** The name of a Feishu group; absent: Feishu is off. Rejects where the platform does not answer. */
  readonly chatName?: ChatName
}

export interface ReportTalk {
  readonly flows: ReportFlows
  /** Sends what standing orders wait for; how many there were. */
  readonly sendDue: () => Promise<number>
  readonly close: () => void
}

/** Reports in conversation and by the clock, over one database. */
export async function createReportTalk(given: ReportTalkDeps): Promise<ReportTalk> {
  const { database, now, log } = given
  const { db } = database
  const printing = createPrinting(db)
  const r = await reportDeps(given, printing.print)
  const due = { r, now, log, accounts: createAccounts(db), turns: createTurns(db) }
  return { flows: createReportFlows(r), sendDue: () => sendDue(due), close: printing.close }
}

async function reportDeps(given: ReportTalkDeps, print: ReportDeps['print']): Promise<ReportDeps> {
  const { database, config, aids, groups, channels, now } = given
  const { db } = database
  const days = workingDays(await readCalendarDays(db))
  return {
    ...createMaking(database, aids),
    ...orderReader(database),
    dayOf: (at) => dayIn(config.TZ_NAME, at),
    clock: { zone: config.TZ_NAME, isWorkingDay: (day) => days.isWorkingDay(day) },
    print,
    channels,
    files: createReportFiles(db),
    subscriptions: createSubscriptions(db),
    publications: createPublications(db),
    outbox: createOutbox(db),
    roll: createRoll(db),
    groups: async () => [...groups, ...(await readGroupChats(db, told(given), now()))],
  }
}

/** A platform that is away, or a right that is missing, leaves the group without its name and nothing more. */
const told =
  ({ chatName, log }: ReportTalkDeps): ChatName =>
  async (chat) => {
    if (chatName === undefined) return null
    return chatName(chat).catch((err: unknown) => {
      log.warn({ err, chat }, 'name of a group could not be asked for')
      return null
    })
  }

const REPORTS: readonly string[] = ['report', 'subscribe', 'unsubscribe', 'subscriptions']

/** Orders about reports: a quick look first, then the full reading, which knows a report of progress from an order for one. */
export function orderReader({
  db,
  lexical,
}: ReportTalkDeps['database']): Pick<ReportDeps, 'order' | 'asked'> {
  const ledger = ledgerOf(db, lexical)
  const lexicon = lexiconOf({ db, lexical })
  return {
    async order(text, viewer, today) {
      const names = await lexicon()
      const glance = readOrder(text, { viewer, lexicon: names, today, tasks: [] })
      if (glance === null || !REPORTS.includes(glance.do)) return null
      const tasks = await readLedgerTasks(ledger, names)
      const { order } = hear(text, { viewer, today, lexicon: names, tasks, history: [], last: [] })
      return order !== null && REPORTS.includes(order.do) ? order : null
    },
    asked: async (text, _, today) => reportAsked(text, { today, tasks: [], units: [] }),
  }
}

const EVERY_MS = 30_000

/** Standing orders as long as the process lives: now and every half minute. Returns how to stop. */
export function keepReporting(talk: ReportTalk, log: Pick<Log, 'warn'>): () => Promise<void> {
  const stop = keepDoing(EVERY_MS, talk.sendDue, (err) =>
    log.warn({ err }, 'standing reports could not be looked up'),
  )
  return async () => {
    await stop()
    talk.close()
  }
}
