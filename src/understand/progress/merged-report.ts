import type { Entry } from './entries.ts'
import type { Report } from './read-report.ts'

/** Readings of the stretches of one message as one. */
export function merged(reports: readonly Report[]): Report {
  const all = <T>(of: (report: Report) => readonly T[]): T[] => reports.flatMap(of)
  return {
    entries: byTask(all((r) => r.entries)),
    named: reports.some((r) => r.named),
    foreign: reports.some((r) => r.foreign),
    mentioned: [...new Set(all((r) => r.mentioned))],
    documents: [...new Set(all((r) => r.documents))],
    noChange: reports.some((r) => r.noChange),
    states: all((r) => r.states),
    figures: reports.reduce((n, r) => n + r.figures, 0),
    asked: all((r) => r.asked),
    denied: all((r) => r.denied),
    unread: all((r) => r.unread),
    lost: all((r) => r.lost),
    notes: all((r) => r.notes),
    trace: all((r) => r.trace),
  }
}

/** One entry a task: what is said of it last holds. */
function byTask(entries: readonly Entry[]): Entry[] {
  const found = new Map<number, Entry>()
  for (const entry of entries) {
    const before = found.get(entry.task.id)
    found.set(entry.task.id, before === undefined ? entry : joined(before, entry))
  }
  return [...found.values()]
}

const joined = (a: Entry, b: Entry): Entry => ({
  ...a,
  ...b,
  readings: [...a.readings, ...b.readings],
  bases: [...a.bases, ...b.bases],
  state: b.state ?? a.state,
  noChange: a.noChange && b.noChange,
  finish: b.finish ?? a.finish,
  text: `${a.text}，${b.text}`,
  difficulty: b.difficulty ?? a.difficulty,
  help: b.help ?? a.help,
})
