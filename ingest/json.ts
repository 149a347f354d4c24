import type { PlanDocument } from '../src/domain/document.ts'
import type { Metric, Task, UnitMention } from '../src/domain/task.ts'

/** A document in the form `duban extract --json` prints; keys beyond those agreed only add to it. */
export function extractionJson(doc: PlanDocument) {
  return {
    number: doc.number,
    title: doc.title,
    noticeTitle: doc.noticeTitle,
    issuer: doc.issuer,
    issuedOn: doc.issuedOn,
    addressees: doc.addressees,
    period: doc.period,
    goals: doc.goals.map(metricJson),
    stages: doc.stages,
    duties: doc.duties,
    roster: doc.roster,
    indicators: doc.indicators,
    groups: doc.groups,
    otherNames: doc.otherNames,
    tasks: doc.tasks.map(taskJson),
    warnings: doc.warnings,
    source: doc.source,
  }
}

function taskJson(task: Task) {
  return {
    path: task.path,
    no: task.no,
    part: task.part,
    section: task.section,
    title: task.title,
    text: task.text,
    lead: names(task.lead),
    responsible: names(task.responsible),
    supporting: names(task.supporting),
    effectiveLead: names(task.effectiveLead),
    leadRule: task.leadRule,
    metrics: task.metrics.map(metricJson),
    deadline: task.deadline?.day ?? null,
    source: task.source,
    /** How each unit is known, and where it stands. */
    units: [...task.lead, ...task.responsible, ...task.supporting],
    deadlineSource: task.deadline,
  }
}

function metricJson(metric: Metric) {
  const { valueMax, ...rest } = metric
  return valueMax === null ? rest : { ...rest, valueMax }
}

const names = (units: readonly UnitMention[]): string[] => units.map((u) => u.name)
