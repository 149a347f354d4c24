import type { Indicator, PlanDocument } from '../../src/domain/document.ts'
import type { Task } from '../../src/domain/task.ts'
import { fileText, metric, place, task } from './make.ts'

/** A small ledger of an invented city, made by hand: what the answerers are tried on. */
const blank = {
  noticeTitle: null,
  issuer: '云川市人民政府办公室',
  addressees: [],
  goals: [],
  stages: [],
  duties: [],
  roster: [],
  indicators: [],
  groups: [],
  otherNames: [],
  sections: [],
  warnings: [],
  source: { start: 0, end: 10 },
} as const

const year = (y: number) => ({ start: `${y}-01-01`, end: `${y}-12-31`, certainty: 'stated' as const })
const chunk = (path: string, text: string) => ({
  path: path.split(' '),
  heading: `《计划》 > ${path}`,
  text,
  source: place(text),
})

const cell = (by: string, target: string): Indicator => ({
  table: '任务清单',
  group: null,
  name: '农村公交候车亭',
  unit: '个',
  target,
  value: Number(target),
  period: '2026',
  by,
  note: null,
  certain: true,
  source: place(`${by}候车亭${target}个`),
})

const REPORT_TASKS: readonly Task[] = [
  task({
    path: '二 （一） 1',
    no: 1,
    section: '（一）壮大产业',
    text: '新建智能工厂12家、数字化车间60个。',
    lead: ['市经信局'],
    responsible: ['市财政局', '各区人民政府'],
    metrics: [
      metric('智能工厂', '=', 12, '家', '新建智能工厂12家'),
      metric('数字化车间', '=', 60, '个', '数字化车间60个'),
    ],
  }),
  task({
    path: '二 （一） 2',
    no: 2,
    section: '（一）壮大产业',
    text: '开通低空商业航线10条以上。',
    lead: ['市交通运输局'],
    responsible: ['市经信局'],
    metrics: [metric('低空商业航线', '>=', 10, '条', '开通低空商业航线10条以上')],
  }),
  task({
    path: '二 （一） 3',
    no: 3,
    section: '（一）壮大产业',
    text: '争创国家级数据标注基地。',
    responsible: ['市数据局'],
  }),
  task({
    path: '二 （二） 4',
    no: 4,
    section: '（二）改善民生',
    text: '新改建农村公交候车亭40个，10月底前建成投用。',
    lead: ['市交通运输局'],
    responsible: ['江北区人民政府', '临港区人民政府'],
    metrics: [metric('农村公交候车亭', '=', 40, '个', '新改建农村公交候车亭40个')],
    due: '2026-10-31',
  }),
  task({
    path: '二 （二） 5',
    no: 5,
    part: 1,
    section: '（二）改善民生',
    text: '对口帮扶甲县；',
    responsible: ['市农业农村局'],
  }),
  task({
    path: '二 （二） 5',
    no: 5,
    part: 2,
    section: '（二）改善民生',
    text: '深化与乙县合作。',
    responsible: ['市发改委'],
  }),
  task({
    path: '二 （二） 6',
    no: 6,
    section: '（二）改善民生',
    text: '数字经济核心产业增加值占地区生产总值比重达13%。',
    lead: ['市数据局'],
    metrics: [
      metric(
        '数字经济核心产业增加值占地区生产总值比重',
        '=',
        13,
        '%',
        '数字经济核心产业增加值占地区生产总值比重达13%',
      ),
    ],
  }),
]

export const REPORT: PlanDocument = {
  ...blank,
  number: '云政办〔2026〕5号',
  title: '云川市2026年《政府工作报告》任务分解',
  issuedOn: '2026-02-01',
  period: year(2026),
  tasks: REPORT_TASKS,
  indicators: [
    cell('全市', '40'),
    cell('江北区', '15'),
    cell('临港区', '25'),
    {
      ...cell('江北区', '江北区依托云溪堤打造滨水样板段，拟于2026年9月实施'),
      ...{ name: '滨水示范段', unit: null, value: null },
    },
  ],
  duties: [
    {
      who: '各牵头单位',
      to: '市人民政府督查室',
      what: '进展情况',
      due: null,
      recurrence: 'quarterly',
      text: '各牵头单位每季度首月20日前向市人民政府督查室报送进展情况。',
      source: place('各牵头单位每季度首月20日前向市人民政府督查室报送进展情况。'),
    },
  ],
  chunks: [
    ...REPORT_TASKS.map((t) => chunk(t.path.join(' '), t.text)),
    chunk('三', '各单位要加强宣传引导，营造良好氛围，及时总结推广典型经验。'),
    chunk('一', '2021年，全市建成灯塔工厂6家。'),
  ],
}

const PLAN_TASKS: readonly Task[] = [
  task({
    path: '二 （一） 1',
    section: '（一）完善设施',
    text: '建设数据中心机架4万个。',
    lead: ['市大数据局'],
    responsible: ['市经信局'],
    metrics: [metric('数据中心机架', '=', 40000, '个', '数据中心机架4万个')],
  }),
  task({
    path: '二 （一） 2',
    section: '（一）完善设施',
    text: '推动直播电商集聚区建设。',
    responsible: ['市商务局'],
  }),
]

export const MOTION: PlanDocument = {
  ...blank,
  number: '云政办〔2023〕9号',
  title: '市十六届人大一次会议1号议案办理工作方案',
  issuedOn: '2023-03-31',
  period: year(2023),
  tasks: PLAN_TASKS,
  goals: [
    metric('数字经济核心产业增加值占GDP的比重', '~', 9, '%', '数字经济核心产业增加值占GDP的比重达到9%左右'),
  ],
  stages: [
    {
      name: '办理落实阶段',
      start: '2023-04-01',
      end: '2023-10-31',
      text: '各承办单位认真开展办理工作，6月底之前报送半年小结。',
      source: place('办理落实'),
    },
    {
      name: '督促检查阶段',
      start: '2023-11-01',
      end: '2023-11-30',
      text: '接受市人大常委会满意度测评。',
      source: place('督促检查'),
    },
  ],
  duties: [
    {
      who: '各承办单位',
      to: null,
      what: '半年工作小结',
      due: '2023-06-30',
      recurrence: null,
      text: '2023年6月底之前，各承办单位报送半年工作小结。',
      source: place('2023年6月底之前，各承办单位报送半年工作小结。'),
    },
  ],
  roster: [
    { role: '组长', name: '林向东', title: '市人民政府副市长', source: place('林向东') },
    { role: '成员', name: '何清', title: '市经信局副局长', source: place('何清') },
    { role: '成员', name: '周林', title: '市大数据局局长', source: place('周林') },
  ],
  chunks: [
    ...PLAN_TASKS.map((t) => chunk(t.path.join(' '), t.text)),
    chunk('四', '领导小组下设办公室，在市经信局办公，各承办单位明确1名联络员。'),
  ],
}

export const DOCUMENTS: readonly PlanDocument[] = [REPORT, MOTION]
export const FILE: string = fileText()
