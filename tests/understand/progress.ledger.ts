import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { LexiconDocument, LexiconUnit } from '../../src/understand/lexicon.ts'
import { type Lexicon, prepareLexicon } from '../../src/understand/prepare.ts'
import type { LedgerTask, OwnMetric } from '../../src/understand/progress/ledger.ts'
import { PLAN_LINES, PLANS } from './progress.plans.ledger.ts'

/** A small invented city: four documents and those of progress.plans.ledger.ts, its units, and a key for every task. */
const NAMES = [
  '市发改委',
  '市经信局',
  '市科技创新局',
  '市交通运输局',
  '江北区人民政府',
  '云川供电公司',
  '市商务局',
  '市人社局',
  '市生态环境局',
  '市园林局',
  '市城管委',
  '市招商局',
  '市住建局',
  '市卫健委',
  '市农业农村局',
  '市文旅局',
  '市数据局',
  '市教育局',
] as const
export type UnitName = (typeof NAMES)[number]

const units: readonly LexiconUnit[] = NAMES.map((short, i) => ({
  id: i + 1,
  name: short.replace(/^市/, '云川市'),
  short,
  kind: short.endsWith('政府') ? 'district' : 'department',
  aliases: [],
  succeededBy: null,
  members: [],
}))
const GROUP: LexiconUnit = {
  id: 50,
  name: '各区人民政府',
  short: '各区人民政府',
  kind: 'group',
  aliases: [],
  succeededBy: null,
  members: [NAMES.indexOf('江北区人民政府') + 1],
}

const document = (id: number, number: string | null, title: string, about = ''): LexiconDocument => ({
  id,
  fileId: id,
  number,
  title,
  noticeTitle: null,
  issuedOn: '2026-02-01',
  periodStart: '2026-01-01',
  periodEnd: id === 3 ? '2028-12-31' : '2026-12-31',
  about,
  tasks: 10,
})
const DOCUMENTS = [
  document(1, null, '云川市2026年《政府工作报告》目标任务分解方案'),
  document(3, '云政办〔2026〕12号', '云川市数字云川三年行动方案（2026—2028年）'),
  document(4, '云政办〔2026〕15号', '云川市就业创业行动方案'),
  document(
    5,
    '云政办〔2026〕9号',
    '市十六届人大五次会议1号议案办理工作方案',
    '为办好《关于提升公共交通品质的议案》（以下称1号议案）',
  ),
  ...PLANS.map(({ id, number, title, from, to, about }) => ({
    ...document(id, number, title, about),
    issuedOn: `${from}-03-01`,
    periodStart: `${from}-01-01`,
    periodEnd: `${to}-12-31`,
  })),
]

/** One line a task: document, number or path, title, text, leads, others, metrics as 名 op值 单位. */
export type LedgerLine = readonly [
  key: string,
  no: string,
  text: string,
  leads: string,
  others: string,
  ...metrics: string[],
]

const LINES: readonly LedgerLine[] = [
  [
    'a1',
    '1',
    '新建一刻钟便民生活圈30个，新增社区食堂25家。',
    '市商务局',
    '各区人民政府',
    '新建一刻钟便民生活圈=30个',
    '新增社区食堂=25家',
  ],
  [
    'a2',
    '2',
    '举办展会活动600场以上，开展“乐游云川”促消费活动800场以上。',
    '市商务局',
    '市文旅局 各区人民政府',
    '展会活动>=600场',
    '“乐游云川”促消费活动>=800场',
  ],
  ['a3', '3', '新引进各类首店120家。', '市商务局', '市招商局', '新引进各类首店=120家'],
  [
    'a4',
    '4',
    '快递进村覆盖率达到95%，建设农村寄递物流网点200个。',
    '市交通运输局',
    '市商务局',
    '快递进村覆盖率=95%',
    '农村寄递物流网点=200个',
  ],
  [
    'a5',
    '5',
    '新改建农村公路180公里，改造危旧桥梁24座。',
    '市交通运输局',
    '各区人民政府',
    '新改建农村公路=180公里',
    '改造危旧桥梁=24座',
  ],
  [
    'a6',
    '6',
    '开通低空物流航线8条以上、水上观光航线3条。',
    '市交通运输局',
    '市数据局',
    '低空物流航线>=8条',
    '水上观光航线=3条',
  ],
  ['a7', '7', '加快东江大桥建设。', '市交通运输局', '江北区人民政府'],
  ['a8', '8', '推进城北客运枢纽前期工作。', '市发改委', '市交通运输局'],
  ['a9', '9', '规模以上工业增加值增长6%左右。', '市经信局', '', '规模以上工业增加值增长~6%growth'],
  [
    'a10',
    '10',
    '培育专精特新“小巨人”企业15家、单项冠军5家、瞪羚企业80家。',
    '市经信局',
    '',
    '专精特新“小巨人”企业=15家',
    '单项冠军=5家',
    '瞪羚企业=80家',
  ],
  [
    'a11',
    '11',
    '新增数字化产线60条、智能车间30个、标杆智能工厂4家。',
    '市经信局',
    '',
    '新增数字化产线=60条',
    '智能车间=30个',
    '标杆智能工厂=4家',
  ],
  ['a12', '12', '算力总规模突破1200P。', '市经信局', '市数据局', '算力总规模>1200P'],
  ['a13', '13', '布局建设量子产业园。', '市经信局', '市科技创新局'],
  [
    'a14',
    '14',
    '技术合同成交额突破600亿元，培育技术经理人400名。',
    '市科技创新局',
    '',
    '技术合同成交额>600亿元',
    '技术经理人=400名',
  ],
  [
    'a15',
    '15',
    '建设概念验证中心4家、中试平台9家以上。',
    '市科技创新局',
    '',
    '概念验证中心=4家',
    '中试平台>=9家',
  ],
  [
    'a16',
    '16',
    '吸引留云就业创业大学毕业生6万人以上，培育高技能人才3000人。',
    '市人社局',
    '',
    '留云就业创业大学毕业生>=60000人',
    '高技能人才=3000人',
  ],
  ['a17', '17', '城镇新增就业8万人。', '市人社局', '', '城镇新增就业=80000人'],
  [
    'a18',
    '18',
    '固定资产投资增长6%左右，新开工亿元以上项目260个，推进十亿元以上项目70个。',
    '市发改委',
    '',
    '固定资产投资增长~6%growth',
    '新开工亿元以上项目=260个',
    '十亿元以上项目=70个',
  ],
  [
    'a19',
    '19',
    '争取超长期特别国债、地方政府专项债券等资金200亿元以上。',
    '市发改委',
    '市交通运输局',
    '超长期特别国债、地方政府专项债券等资金>=200亿元',
  ],
  ['a20', '20', '空气质量优良天数比率85%以上。', '市生态环境局', '', '空气质量优良天数比率>=85%'],
  ['a21', '21', '新建绿道60公里、口袋公园40个。', '市园林局', '', '新建绿道=60公里', '口袋公园=40个'],
  [
    'a22',
    '22',
    '新增停车泊位2万个，建设充电桩5000个。',
    '市城管委',
    '',
    '新增停车泊位=20000个',
    '充电桩=5000个',
  ],
  [
    'a23',
    '23',
    '产业项目到位资金900亿元以上，签约亿元以上项目150个。',
    '市招商局',
    '',
    '产业项目到位资金>=900亿元',
    '签约亿元以上项目=150个',
  ],
  ['a24', '24', '改造老旧小区120个。', '市住建局', '', '改造老旧小区=120个'],
  ['a25', '25', '建设市中医院新院区。', '市卫健委', ''],
  [
    'a26',
    '26',
    '建设高标准农田12万亩，粮食总产量稳定在18亿斤。',
    '市农业农村局',
    '',
    '高标准农田=12万亩',
    '粮食总产量=18亿斤',
  ],
  ['a27', '27', '供电可靠率达到99.98%。', '云川供电公司', '', '供电可靠率=99.98%'],
  [
    'a28',
    '28',
    '新建城市书房10座，举办文化惠民活动2000场次。',
    '市文旅局',
    '',
    '新建城市书房=10座',
    '文化惠民活动=2000场次',
  ],
  ['a29', '29', '建设江北国际会展中心。', '江北区人民政府', '市商务局'],
  ['a30', '30', '推进数据要素市场化配置改革。', '市数据局', '市发改委'],
  [
    'c1',
    '1',
    '培育壮大数据产业。培育规模以上数据企业300家，数据资产入表企业数40家以上。',
    '',
    '市数据局 市经信局',
    '规模以上数据企业=300家',
    '数据资产入表企业数>=40家',
  ],
  [
    'c2',
    '2',
    '促进智能应用。打造高质量数据集60个、智能体应用20个。',
    '',
    '市数据局',
    '高质量数据集=60个',
    '智能体应用=20个',
  ],
  [
    'c3',
    '3',
    '夯实网络基础。每万人拥有5G基站数35个，网络时延降至3毫秒。',
    '',
    '市数据局 市经信局',
    '每万人拥有5G基站数=35个',
    '网络时延=3毫秒',
  ],
  [
    'c4',
    '4',
    '做强核心产业。数字经济核心产业增加值占地区生产总值比重达14%。',
    '',
    '市数据局',
    '数字经济核心产业增加值占地区生产总值比重=14%share',
  ],
  [
    'c5',
    '5',
    '提升政务效能。政务服务事项网办率达98%。',
    '',
    '市数据局 市交通运输局',
    '政务服务事项网办率=98%share',
  ],
  ['c6', '6', '优化发展环境。开展数字素养提升行动。', '', '市数据局 市交通运输局 市教育局'],
  [
    'd11',
    '一（一）1',
    '实施岗位开发计划。每年筹集就业岗位12万个，征集见习岗位3000个。',
    '',
    '市人社局',
    '就业岗位=120000个',
    '见习岗位=3000个',
  ],
  [
    'd12',
    '一（一）2',
    '开展招聘活动。举办校园招聘活动40场、其他线上线下招聘活动160场。',
    '',
    '市人社局 市教育局',
    '校园招聘活动=40场',
    '其他线上线下招聘活动=160场',
  ],
  [
    'd21',
    '一（二）1',
    '完善孵化服务。新增创业孵化基地8家，开展创业培训2万人次以上。',
    '',
    '市人社局',
    '新增创业孵化基地=8家',
    '创业培训>=20000人次',
  ],
  [
    'd22',
    '一（二）2',
    '开展离校未就业毕业生帮扶。去向落实率达到90%以上。',
    '',
    '市人社局 市教育局',
    '离校未就业毕业生去向落实率>=90%share',
  ],
  [
    'd31',
    '二（一）1',
    '支持返乡创业。面向返乡农民工等群体开展返乡人员等群体创业培训3000人次。',
    '',
    '市人社局',
    '返乡人员等群体创业培训=3000人次',
  ],
  [
    'e11',
    '二（一）1',
    '优先发展公交。新增公交专用道35公里，更新新能源公交车300辆。',
    '',
    '市交通运输局',
    '新增公交专用道=35公里',
    '新能源公交车=300辆',
  ],
  [
    'e21',
    '二（二）1',
    '改善候车条件。改造公交站亭150个。',
    '',
    '市交通运输局 市城管委',
    '改造公交站亭=150个',
  ],
]

const DOCUMENT_OF: Readonly<Record<string, number>> = { a: 1, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }
const idOf = (name: string): number => (name === GROUP.short ? GROUP.id : NAMES.indexOf(name as UnitName) + 1)
const idsOf = (names: string): number[] => names.split(' ').filter(Boolean).map(idOf)

function metricOf(said: string): OwnMetric {
  const m =
    /^(?<name>.*?)(?<op>>=|>|=|~)(?<value>[\d.]+)(?<unit>.*?)(?<kind>growth|share)?$/.exec(said)?.groups ?? {}
  const kind = (m.kind ?? (m.unit === '%' ? 'share' : 'total')) as OwnMetric['kind']
  return { name: m.name ?? '', op: m.op as OwnMetric['op'], value: Number(m.value), unit: m.unit ?? '', kind }
}

export const TASKS: readonly (LedgerTask & { readonly key: string })[] = [...LINES, ...PLAN_LINES].map(
  ([key, no, text, leads, others, ...metrics], i) => {
    const of = DOCUMENTS.find((d) => d.id === DOCUMENT_OF[key.slice(0, 1)])
    const numbered = /^\d+$/.test(no)
    return {
      key,
      id: i + 1,
      documentId: of?.id ?? 0,
      document: of?.number ?? of?.title ?? '',
      path: numbered ? ['二', '（一）', no] : (no.match(/^.|（.）|\d+$/g) ?? []),
      no: numbered ? Number(no) : null,
      part: null,
      title: /^[^，。]{4,14}。.+。$/.test(text) ? (text.split('。')[0] ?? null) : null,
      text,
      until: of?.periodEnd ?? null,
      leads: idsOf(leads),
      takesPart: [...idsOf(leads), ...idsOf(others)],
      metrics: metrics.map(metricOf),
    }
  },
)

export const LEXICON: Lexicon = prepareLexicon({
  version: '1',
  units: [...units, GROUP],
  documents: DOCUMENTS,
  people: [],
  sections: [],
  stages: [],
  terms: [...new Set(TASKS.flatMap((t) => t.metrics.map((m) => m.name)))],
  parts: [],
  tokenCounts: [],
  clauses: 100,
})

export const liaisonOf = (unit: UnitName): Viewer => ({
  ...STRANGER,
  roles: ['liaison'],
  unitId: idOf(unit),
  unit,
})
