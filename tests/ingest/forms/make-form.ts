import type { CompletionRow, Form, FormTask, PlanStep } from '../../../src/domain/form.ts'

export const makeFormTask = (overrides: Partial<FormTask> = {}): FormTask => ({
  originId: 152,
  no: 52,
  part: null,
  document: '云政办〔2026〕5号',
  path: [],
  text: '建设低空航线，商业航线10条以上、治理类航线1000条以上。',
  ...overrides,
})

export const makeStep = (overrides: Partial<PlanStep> = {}): PlanStep => ({
  work: '开通商业航线10条',
  measures: '与运营企业签约，完成空域申请',
  finishOn: '2026-06-30',
  finish: '2026-06-30',
  chief: '赵一鸣',
  handler: '运输处 钱伟',
  phone: '8888-1001',
  ...overrides,
})

export const makeCompletion = (overrides: Partial<CompletionRow> = {}): CompletionRow => ({
  place: { sheet: '附表3 完成情况', row: 4 },
  task: makeFormTask(),
  unit: '市交通运输局',
  metrics: [
    { name: '商业航线', target: '≥10条', unit: '条', before: '6条（7月）', value: 8 },
    { name: '治理类航线', target: '≥1000条', unit: '条', before: '', value: 905 },
  ],
  text: '8条商业航线已开通，其余2条完成选址。',
  state: 'ongoing',
  expectedFinish: '2026-12-20',
  difficulty: '江北、临港两区起降点用地尚未批复',
  help: '',
  ...overrides,
})

export const PLAN: Form = {
  kind: 'handlingPlan',
  unit: '市交通运输局',
  period: '2026',
  rows: [
    {
      place: { sheet: '附表1 办理方案', row: 4 },
      task: makeFormTask(),
      unit: '市交通运输局',
      steps: [makeStep(), makeStep({ work: '开通治理类航线1000条', finishOn: null, finish: '长期坚持' })],
    },
    {
      place: { sheet: '附表1 办理方案', row: 6 },
      task: makeFormTask({ originId: 180, no: 80, part: 2, text: '大桥主体完工' }),
      unit: '市交通运输局',
      steps: [makeStep({ work: '钢梁吊装', phone: '' })],
    },
  ],
}

export const CONTACTS: Form = {
  kind: 'contacts',
  unit: '市交通运输局',
  period: null,
  rows: [
    {
      place: { sheet: '附表2 督办工作人员名单', row: 4 },
      unit: '市交通运输局',
      role: '督办联络员',
      name: '张㙓𠮷',
      title: '综合处副处长',
      officePhone: '0731-88881001',
      mobile: '13800000001',
      note: '',
    },
  ],
}

export const COMPLETION: Form = {
  kind: 'completion',
  unit: '市交通运输局',
  period: '2026Q3',
  rows: [
    makeCompletion(),
    makeCompletion({
      place: { sheet: '附表3 完成情况', row: 6 },
      task: makeFormTask({ originId: 190, no: null, path: ['二', '（三）', '1'], text: '推进智慧交通' }),
      metrics: [],
      state: 'done',
      expectedFinish: null,
      difficulty: '',
    }),
  ],
}
