import type { Day } from '../../domain/span.ts'
import type { Lexicon } from '../prepare.ts'
import type { Clause } from './clauses.ts'
import { type Told, toldFigures } from './figure/context.ts'
import { type FigureText, findFigures } from './figure/figures.ts'
import { oursAlone } from './figure/other-bodies.ts'
import { ASKING } from './kind/asking-words.ts'
import { firstKind } from './kind/kind-rule.ts'
import type { LastReading, LedgerTask } from './ledger.ts'
import type { Matcher } from './match/match.ts'
import type { Pool } from './pool.ts'
import type { Mention } from './task/mentions.ts'
import { type Scope, scopeOf } from './task/scope.ts'

export interface ReportContext {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly lexicon: Lexicon
  readonly today: Day
  readonly last: readonly LastReading[]
  /** Tasks the talk was about before; used where the message names none. */
  readonly focus: readonly LedgerTask[]
}

/** A message taken apart: what it names, its clauses, and every figure with the words around it. */
export interface Said {
  readonly text: string
  readonly scope: Scope
  readonly found: FigureText
  readonly clauses: readonly Clause[]
  /** Figures of clauses that ask nothing. */
  readonly told: readonly Told[]
  readonly mentions: readonly Mention[]
}

export function saidIn(text: string, how: ReportContext): Said {
  const scope = scopeOf(text, how)
  const found = findFigures(text, scope.taken, how.today)
  const { told, clauses } = toldFigures(text, found)
  return {
    text,
    scope,
    found,
    clauses,
    told: oursAlone(told, how.lexicon.homes).filter((t) => !asksSomething(clauses[t.clause])),
    mentions: joined(scope.mentions, text),
  }
}

/** The clause as it stands with dates, names and noise blotted out. */
export const maskOf = ({ start, end }: Clause, { masked }: FigureText): string => masked.slice(start, end)

export const asksSomething = (clause: Clause | undefined): boolean =>
  clause !== undefined && firstKind(ASKING, clause.text) !== null

/** 第七条和第九条 in one breath are one mention. */
function joined(mentions: readonly Mention[], text: string): Mention[] {
  const out: Mention[] = []
  for (const m of mentions) {
    const last = out.at(-1)
    if (last && /^[、和与及跟]*(?:还有|以及)?$/.test(text.slice(last.end, m.start))) {
      out[out.length - 1] = {
        start: last.start,
        end: m.end,
        tasks: [...last.tasks, ...m.tasks],
        ambiguous: last.ambiguous || m.ambiguous,
        foreign: last.foreign || m.foreign,
      }
    } else out.push(m)
  }
  return out
}

/** The mention a place in the message stands under; a single one governs what was said before it too. */
export function governing(mentions: readonly Mention[], at: number, text: string): Mention | null {
  const before = mentions.filter((m) => m.start <= at).at(-1)
  if (before) return before
  const [first] = mentions
  if (first === undefined) return null
  const looksBack =
    mentions.length === 1 || /都是|属于|是$|全是/.test(text.slice(Math.max(0, first.start - 3), first.start))
  return looksBack ? first : null
}
