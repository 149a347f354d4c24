import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { LexiconDocument, LexiconRows, LexiconUnit } from '../../src/understand/lexicon.ts'
import { type Lexicon, prepareLexicon } from '../../src/understand/prepare.ts'

/** An invented city's names: what the finders look for in the tables of this folder. */
const unit = (id: number, short: string, more: Partial<LexiconUnit> = {}): LexiconUnit => ({
  id,
  name: short.replace(/^市/, '云川市'),
  short,
  kind: 'department',
  aliases: [],
  succeededBy: null,
  members: [],
  ...more,
})

export const UNITS: readonly LexiconUnit[] = [
  unit(1, '市发改委', { aliases: ['市发展改革委'] }),
  unit(2, '市经信局', { aliases: ['市经济和信息化局', '工信局'] }),
  unit(3, '市科技局', { succeededBy: 4 }),
  unit(4, '市科技创新局'),
  unit(5, '市交通运输局'),
  unit(6, '江北区人民政府', { kind: 'district' }),
  unit(7, '云川经开区管委会', {
    kind: 'zone',
    name: '云川经济技术开发区管理委员会（东浦区人民政府）',
    aliases: ['东浦区人民政府', '经开区'],
  }),
  unit(8, '各区人民政府', { kind: 'group', members: [6, 7] }),
  unit(9, '云川供电公司', { kind: 'company' }),
  unit(10, '中国铁塔云川分公司', { kind: 'company', name: '中国铁塔云川分公司' }),
  unit(11, '市投资促进局', { aliases: ['市招商办'] }),
]

const document = (
  id: number,
  number: string | null,
  title: string,
  more: Partial<LexiconDocument>,
): LexiconDocument => ({
  id,
  fileId: id,
  number,
  title,
  noticeTitle: null,
  issuer: '云川市人民政府办公室',
  issuedOn: '2026-02-01',
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  about: '',
  tasks: 10,
  ...more,
})

export const DOCUMENTS: readonly LexiconDocument[] = [
  document(1, null, '云川市2026年《政府工作报告》任务分解', {}),
  document(2, '云政办〔2026〕9号', '市十六届人大五次会议1号议案办理工作方案', {
    about: '为办好《关于提升公共交通品质的议案》（以下称1号议案）',
  }),
  document(3, '云政办〔2023〕7号', '市十六届人大二次会议1号议案办理工作方案', {
    issuedOn: '2023-03-01',
    periodStart: '2023-01-01',
    periodEnd: '2023-12-31',
  }),
  document(4, '云政发〔2025〕11号', '云川市数字经济三年行动方案（2025—2027年）', {
    issuedOn: '2025-04-01',
    periodStart: '2025-01-01',
    periodEnd: '2027-12-31',
  }),
  document(5, '云政办〔2026〕12号', '市政协会议2号建议案办理工作方案', {
    about: '为办理《关于抢抓低空机遇的建议案》（以下称2号建议案）',
  }),
]

export const ROWS: LexiconRows = {
  version: '1',
  units: UNITS,
  documents: DOCUMENTS,
  people: [
    { name: '林向东', documentId: 2 },
    { name: '何清', documentId: 2 },
  ],
  sections: [{ documentId: 1, path: ['一'], heading: '壮大低空经济', start: 0, end: 100 }],
  stages: [
    { documentId: 2, name: '督促检查阶段' },
    { documentId: 2, name: '办理落实阶段' },
  ],
  terms: ['高新技术企业', '低空商业航线', '农村公交候车亭'],
  parts: ['江北区', '经开区'],
  tokenCounts: [],
  clauses: 0,
}

export const LEXICON: Lexicon = prepareLexicon(ROWS)
export const TODAY = '2026-11-22'
export const LIAISON: Viewer = {
  ...STRANGER,
  name: '张航',
  unitId: 5,
  unit: '市交通运输局',
  roles: ['liaison'],
}
