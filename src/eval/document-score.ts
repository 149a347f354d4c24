import type { ExtractedDocument, ExtractedTask } from './extracted.ts'
import { foldText } from './fold.ts'
import type { DocumentLabel, DutyLabel, TaskLabel } from './labels.ts'
import { addScores, compareSets, f1, type Measure, type Score, share, verdict } from './measure.ts'
import { ofDocument, scoreMetrics } from './metric-score.ts'

/** A labelled document: its head may be labelled, its tasks, or both. */
export interface LabelledDocument {
  readonly doc: string
  readonly head: DocumentLabel | null
  readonly tasks: readonly TaskLabel[]
}

/** All fields of one document against what was read of it; null: it was not found in any file. */
export function scoreDocument(label: LabelledDocument, got: ExtractedDocument | null): Score {
  const found = { documents: verdict(got !== null, `${label.doc} 没有读到`) }
  return addScores([found, label.head === null ? {} : scoreHead(label.head, got), scoreTasks(label, got)])
}

function scoreHead(label: DocumentLabel, got: ExtractedDocument | null): Score {
  const where = label.doc
  const lines: readonly (readonly [string, string | null, string | null])[] = [
    ['文号', label.number, got?.number ?? null],
    ['标题', label.title, got?.title ?? null],
    ['通知标题', label.notice_title, got?.noticeTitle ?? null],
    ['发文机关', label.issuer, got?.issuer ?? null],
    ['日期', label.issued, got?.issuedOn ?? null],
  ]
  const header = lines.map(([name, want, has]) => ({
    header: verdict(foldText(want) === foldText(has), `${where} ${name} 应为 ${want}，读成 ${has}`),
  }))
  const people = (list: readonly { readonly name: string; readonly title: string }[]) =>
    list.map((p) => foldText(p.name + p.title))
  const stages = (list: ExtractedDocument['stages']) =>
    list.map((s) => foldText(`${s.name}${s.start}${s.end}`))
  const others: Score = {
    goals: scoreMetrics(label.goals.map(ofDocument), got?.goals ?? [], where),
    stages: compareSets(stages(label.stages), stages(got?.stages ?? []), `${where} 阶段`),
    roster: compareSets(people(label.roster), people(got?.roster ?? []), `${where} 名单`),
    duties: scoreDuties(label, got?.duties ?? []),
  }
  const addressees = label.addressees && {
    addressees: compareNames(label.addressees, got?.addressees ?? [], `${where} 主送`),
  }
  return addScores([...header, addressees ?? {}, others])
}

const compareNames = (want: readonly string[], got: readonly string[], where: string): Measure =>
  compareSets(want.map(foldText), got.map(foldText), where)

function scoreDuties(label: DocumentLabel, got: ExtractedDocument['duties']): Measure {
  const left = [...got]
  const found = label.reporting.map((duty) => {
    const at = left.findIndex((read) => isDuty(duty, read))
    if (at >= 0) left.splice(at, 1)
    return { duty, isFound: at >= 0 }
  })
  const asked = found.filter(({ duty }) => !duty.optional)
  const missed = asked.filter((f) => !f.isFound)
  return f1({
    right: asked.length - missed.length,
    missed: missed.length,
    extra: left.length,
    misses: [
      ...missed.map(
        ({ duty }) => `${label.doc} 缺报送要求 ${duty.what}（${duty.due ?? duty.recurrence ?? '—'}）`,
      ),
      ...left.map((read) => `${label.doc} 多报送要求 ${read.text.slice(0, 40)}`),
    ],
  })
}

/** Either text holds the other; a due day that only the stage gives may be left out, a recurring one given by its first. */
function isDuty(label: DutyLabel, read: ExtractedDocument['duties'][number]): boolean {
  const [rule, text] = [foldText(label.rule_text), foldText(read.text)]
  const dues = [label.due, ...label.due_ok, ...(label.due_from === 'stage' ? [null] : [])]
  const isDue = dues.includes(read.due) || (label.first_due !== null && read.due === label.first_due)
  return (
    (rule.includes(text) || text.includes(rule)) &&
    isDue &&
    [label.recurrence, ...label.recurrence_ok].includes(read.recurrence)
  )
}

const placeOf = (path: readonly string[], part: string | number | null | undefined): string =>
  `${foldText(path.join(''))}/${part ?? ''}`

function scoreTasks({ doc, tasks }: LabelledDocument, got: ExtractedDocument | null): Score {
  const read = new Map((got?.tasks ?? []).map((task) => [placeOf(task.path, task.part), task]))
  const wanted = new Set(tasks.map((task) => placeOf(task.path, task.part)))
  const scores = tasks.map((task) => scoreTask(task, read.get(placeOf(task.path, task.part)) ?? null))
  const extra = tasks.length === 0 ? [] : [...read.keys()].filter((place) => !wanted.has(place))
  const misses = extra.map((place) => `${doc} 多任务 ${place}`)
  return addScores([...scores, { tasks: f1({ extra: extra.length, misses }) }])
}

/** A task that was not found misses its units and metrics too; its text and deadline are not looked at. */
function scoreTask(label: TaskLabel, got: ExtractedTask | null): Score {
  const where = `${label.doc} ${placeOf(label.path, label.part)}`
  const units = {
    lead: compareNames(label.lead_written, got?.lead ?? [], `${where} 牵头`),
    responsible: compareNames(label.responsible_written, got?.responsible ?? [], `${where} 责任`),
    ...(label.supporting_written && {
      supporting: compareNames(label.supporting_written, got?.supporting ?? [], `${where} 配合`),
    }),
    metrics: scoreMetrics(label.metrics.map(ofDocument), got?.metrics ?? [], where),
  }
  if (got === null) return { tasks: f1({ missed: 1, misses: [`${where} 缺任务`] }), text: share(), ...units }
  return {
    tasks: f1({ right: 1 }),
    text: verdict(foldText(got.text) === foldText(label.text), `${where} 正文不同：${got.text.slice(0, 60)}`),
    ...units,
    ...(label.lead_effective && {
      effectiveLead: compareNames(label.lead_effective, got.effectiveLead, `${where} 实际牵头`),
    }),
    deadline: verdict(
      label.deadline === got.deadline,
      `${where} 时限应为 ${label.deadline}，读成 ${got.deadline}`,
    ),
  }
}
