import type { PlanDocument } from '../src/domain/document.ts'
import type { Metric, Task, UnitMention } from '../src/domain/task.ts'

const source = { start: 0, end: 10 }

export const makeUnits = (...names: readonly string[]): UnitMention[] =>
  names.map((name) => ({ name, certainty: 'stated', source }))

export function makeMetric(overrides: Partial<Metric> = {}): Metric {
  return {
    name: '示范线路',
    op: '=',
    value: 6,
    valueMax: null,
    unit: '条',
    kind: 'total',
    period: null,
    by: null,
    raw: '示范线路6条',
    source,
    ...overrides,
  }
}

export function makeTask(overrides: Partial<Task> = {}): Task {
  return {
    path: ['一', '1'],
    no: 1,
    part: null,
    section: '一、重点任务',
    title: null,
    text: '建设低空示范线路6条。',
    lead: [],
    responsible: [],
    supporting: [],
    effectiveLead: overrides.lead ?? [],
    leadRule: null,
    metrics: [],
    deadline: null,
    source,
    ...overrides,
  }
}

export function makeDocument(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return {
    number: '云政办〔2026〕1号',
    title: '低空经济工作方案',
    noticeTitle: null,
    issuer: '云川市人民政府办公室',
    issuedOn: '2026-01-10',
    addressees: ['各区人民政府'],
    period: null,
    goals: [],
    stages: [],
    duties: [],
    roster: [],
    indicators: [],
    groups: [],
    otherNames: [],
    tasks: [makeTask()],
    sections: [],
    chunks: [],
    warnings: [],
    source,
    ...overrides,
  }
}
