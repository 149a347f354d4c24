import type { Report, ReportKind } from '../domain/report.ts'
import type { ReportWish } from '../domain/report-wish.ts'
import { snapshotFor } from './audience.ts'
import { type Body, type Context, createBook, mainOf, type ReportData } from './context.ts'
import { bulletinBody } from './kinds/bulletin.ts'
import { comparisonBody } from './kinds/comparison.ts'
import { differenceBody } from './kinds/difference.ts'
import { inside, monthlyBody } from './kinds/dispatch.ts'
import { formsBody, ledgerBody } from './kinds/ledger.ts'
import { onePageBody, topicBody } from './kinds/one-page.ts'
import { annualBody, halfYearBody } from './kinds/summary.ts'
import { taskBody } from './kinds/task.ts'
import { unitBody } from './kinds/unit.ts'
import { overallPart } from './parts/overall.ts'
import { reportingParts } from './parts/reporting.ts'
import { earlier, narrowed } from './scope.ts'
import { subtitleOf, titleOf } from './titles.ts'

const BODIES: Readonly<Record<ReportKind, Body>> = {
  monthly: monthlyBody,
  quarterly: bulletinBody,
  halfYear: halfYearBody,
  annual: annualBody,
  onePage: onePageBody,
  unit: unitBody,
  topic: topicBody,
  task: taskBody,
  difference: differenceBody,
  comparison: comparisonBody,
  forms: formsBody,
  ledger: ledgerBody,
}

/**
 * One report as a tree: what its audience may see of the snapshot, narrowed to its scope, told in the order of its kind. Pure;
 * the same data give the same report for ever.
 */
export function buildReport(wish: ReportWish, data: ReportData): Report {
  const context = contextOf(wish, data)
  const parts = isEmpty(context) ? emptyBody(context) : BODIES[wish.kind](context)
  return {
    kind: wish.kind,
    title: titleOf(context),
    subtitle: subtitleOf(wish, context.now.asOf),
    number: null,
    issuer: wish.issuer,
    period: wish.period,
    asOf: context.now.asOf,
    issuedOn: wish.today,
    addressees: wish.audience.kind === 'published' ? ['各有关单位'] : [],
    parts,
    sources: context.book.sources(),
    machineWorded: false,
  }
}

/** These say themselves that there is nothing. */
const TELLING: readonly ReportKind[] = ['unit', 'task', 'comparison', 'forms', 'ledger', 'difference']

const isEmpty = ({ now, wish }: Context): boolean => now.tasks.length === 0 && !TELLING.includes(wish.kind)

/** A period without tasks: one sentence, and who owes a report all the same. */
const emptyBody: Body = (context) => [
  overallPart(context),
  ...(context.now.owing.length === 0 ? [] : inside(context, reportingParts(context, true))),
]

function contextOf(wish: ReportWish, data: ReportData): Context {
  const now = narrowed(snapshotFor(data.now, wish.audience), wish.scope)
  const before =
    data.before === null ? null : earlier(snapshotFor(data.before, wish.audience), wish.scope, now)
  const mixed = new Set(now.tasks.map((task) => task.document.id)).size > 1
  return { wish, ...data, now, before, mixed, main: mainOf(now.tasks), book: createBook() }
}
