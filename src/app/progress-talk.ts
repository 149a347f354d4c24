import type { EvidenceFiles } from '../chat/evidence.ts'
import { hearWithModel } from '../chat/hear-with-model.ts'
import type { Ear, ProgressDeps } from '../chat/progress/deps.ts'
import { claimForm } from '../chat/progress/forms.ts'
import { onSentEvidence } from '../chat/progress/sent-evidence.ts'
import type { Config } from '../config.ts'
import { type Model, noModel } from '../llm/model.ts'
import type { DutyDesk } from '../remind/duty-desk.ts'
import { readAskedSoFar } from '../store/asked-so-far.ts'
import { readCalendarDays } from '../store/calendar-days.ts'
import { createDeclines } from '../store/declines.ts'
import { createDrafts } from '../store/drafts.ts'
import { addDutyChange } from '../store/duty-changes.ts'
import { createEvidence } from '../store/evidence.ts'
import { createHandOvers } from '../store/hand-overs.ts'
import { ledgerOf } from '../store/ledger.ts'
import { readOrigins } from '../store/origins.ts'
import { createOutbox } from '../store/outbox.ts'
import { createProgressBook } from '../store/progress.ts'
import { requestReads } from '../store/requests.ts'
import { readWaiting } from '../store/reviews.ts'
import { createRoll } from '../store/roll.ts'
import { workingDays } from '../text/working-days.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { amend } from '../understand/progress/draft/amend.ts'
import type { LedgerTask } from '../understand/progress/ledger.ts'
import type { OpenDatabase } from './database.ts'
import { lexiconOf } from './lexicon.ts'
import { readLedgerTasks } from './understanding.ts'
import { dayIn, timeIn } from './zone.ts'

export interface ProgressTalkDeps extends Pick<OpenDatabase, 'db' | 'lexical'> {
  readonly zone: string
  readonly reminding: ProgressDeps['reminding'] & { readonly duties: DutyDesk }
  readonly forms?: ProgressDeps['forms']
  /** Reads what the rules leave; absent: the rules alone. */
  readonly model?: Model
  readonly config?: Pick<Config, 'DRAFT_REMIND_HOURS' | 'REMIND_FROM' | 'REMIND_UNTIL'>
}

/** All that reporting in conversation rests on, over one database. */
export function createProgressDeps(deps: ProgressTalkDeps): ProgressDeps {
  const { db, lexical, zone, reminding, forms } = deps
  return {
    dayOf: (at) => dayIn(zone, at),
    ear: createEar({ db, lexical }, deps.model ?? noModel),
    book: createProgressBook(db),
    reviews: { waiting: (of) => readWaiting(db, of) },
    requests: requestReads(db),
    askedSoFar: (of, limit) => readAskedSoFar(db, of, limit),
    reminding,
    duties: { ...reminding.duties, write: (said, hand) => addDutyChange(db, said, hand) },
    drafts: createDrafts(db),
    handOvers: createHandOvers(db),
    declines: createDeclines(db),
    roll: createRoll(db),
    origins: (ids) => readOrigins(db, ids),
    outbox: createOutbox(db),
    evidence: createEvidence(db),
    ...(forms ? { forms } : {}),
    ...forgetting(deps),
  }
}

const HOUR_MS = 3_600_000

/** Drafts are reminded of in the same hours as reports; 0 hours: never. */
function forgetting({ db, zone, config }: ProgressTalkDeps): Pick<ProgressDeps, 'forgotten'> {
  if (!config || config.DRAFT_REMIND_HOURS === 0) return {}
  const isOpen = async (at: Date): Promise<boolean> => {
    const time = timeIn(zone, at)
    const calendar = workingDays(await readCalendarDays(db))
    return time >= config.REMIND_FROM && time < config.REMIND_UNTIL && calendar.isWorkingDay(dayIn(zone, at))
  }
  return { forgotten: { afterMs: config.DRAFT_REMIND_HOURS * HOUR_MS, isOpen } }
}

/** Tasks are read again when the lexicon is: both change with the ledger's stamp. */
function createEar({ db, lexical }: Pick<OpenDatabase, 'db' | 'lexical'>, model: Model): Ear {
  const ledger = ledgerOf(db, lexical)
  const lexicon = lexiconOf({ db, lexical })
  let kept: { readonly lexicon: Lexicon; readonly tasks: Promise<readonly LedgerTask[]> } | null = null
  return {
    hear: (said, context) => hearWithModel(said, context, model),
    amend,
    async ground() {
      const names = await lexicon()
      if (kept?.lexicon !== names) kept = { lexicon: names, tasks: readLedgerTasks(ledger, names) }
      const mine = kept
      try {
        return { lexicon: names, tasks: await mine.tasks }
      } catch (error) {
        if (kept === mine) kept = null
        throw error
      }
    },
  }
}

/** Files of liaisons: forms are read back, all else is evidence of what is being reported. */
export const evidenceFiles = (p: ProgressDeps, now: () => Date): EvidenceFiles => ({
  book: p.evidence,
  claim: (file) => claimForm(file, { p, now: now() }),
  words: (kept, file) => onSentEvidence(kept, file, { p, now: now() }),
})
