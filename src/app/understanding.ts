import type { TaskRow, TaskUnit } from '../answer/ledger.ts'
import { hearWithModel } from '../chat/hear-with-model.ts'
import type { Heard } from '../domain/heard.ts'
import { type Model, noModel } from '../llm/model.ts'
import { ledgerOf } from '../store/ledger.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { LedgerTask } from '../understand/progress/ledger.ts'
import { organiserOf } from '../understand/progress/task/organiser.ts'
import { lexiconOf } from './lexicon.ts'
import type { Asking } from './replay.ts'
import type { Session } from './session.ts'
import { viewerNamed } from './viewer.ts'
import { dayIn } from './zone.ts'

export interface HeardJson {
  readonly heard: Heard
  readonly json: ReturnType<typeof heardJson>
}

/** Reads one message after another against the same ledger. Nothing is written. */
export function createUnderstanding(
  session: Session,
  model: Model = noModel,
): (asking: Asking) => Promise<HeardJson> {
  const ledger = ledgerOf(session.db, session.lexical)
  const lexicon = lexiconOf(session)
  let kept: Promise<readonly LedgerTask[]> | null = null
  return async (asking) => {
    const today = asking.today ?? dayIn(session.config.TZ_NAME, new Date())
    const viewer = await viewerNamed(session.db, asking.as)
    const names = await lexicon()
    kept ??= readLedgerTasks(ledger, names)
    const context = {
      viewer,
      today,
      lexicon: names,
      tasks: await kept,
      history: asking.history,
      last: [],
    }
    const heard = await hearWithModel(asking.q, context, model)
    return { heard, json: heardJson(heard) }
  }
}

/** Tasks of all current documents; those without any unit are given to the unit that organises their document. */
export async function readLedgerTasks(
  ledger: ReturnType<typeof ledgerOf>,
  lexicon: Lexicon,
): Promise<LedgerTask[]> {
  const rows = await ledger.tasks({})
  const unitless = [...new Set(rows.map((r) => r.document.id))].filter((id) =>
    rows.every((r) => r.document.id !== id || r.units.length === 0),
  )
  const organisers = new Map<number, number>()
  for (const id of unitless) {
    const clauses = await ledger.clauses({ documents: [id], words: ['牵头'], limit: ORGANISING_CLAUSES })
    const unit = organiserOf(
      clauses.map((c) => c.text),
      lexicon,
    )
    if (unit !== null) organisers.set(id, unit)
  }
  return rows.map((row) => taskOf(row, organisers.get(row.document.id) ?? null))
}

/** More clauses with 牵头 than a document of tasks without units holds. */
const ORGANISING_CLAUSES = 100

function taskOf(row: TaskRow, organiser: number | null): LedgerTask {
  const idsOf = (is: (unit: TaskUnit) => boolean): number[] =>
    row.units.flatMap((u) => (is(u) && u.unitId !== null ? [u.unitId] : []))
  const given = organiser === null ? [] : [organiser]
  return {
    id: row.id,
    documentId: row.document.id,
    document: row.document.number ?? row.document.title,
    path: row.path,
    no: row.no,
    part: row.part,
    title: row.title,
    text: row.text,
    until: row.document.periodEnd ?? row.document.issuedOn,
    leads: [...given, ...idsOf((u) => u.role === 'lead' || u.role === 'effective_lead')],
    takesPart: [...given, ...idsOf(() => true)],
    metrics: row.metrics,
  }
}

/** The form DESIGN §6.3 fixes. */
function heardJson({ kind, query, updates, unread, assumptions }: Heard) {
  return {
    kind,
    ...(query === null ? {} : { query }),
    updates: updates.map(({ task, readings, state, expectedFinish, text }) => ({
      task: { document: task.document, path: task.path, no: task.no, part: task.part },
      readings,
      state,
      expectedFinish,
      text,
    })),
    unread,
    assumptions,
  }
}
