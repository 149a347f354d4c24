import type { FormKind, FormTask } from './form.ts'
import type { ReportedState } from './heard.ts'

export type FormField =
  | 'key'
  | 'no'
  | 'document'
  | 'task'
  | 'unit'
  | 'work'
  | 'measures'
  | 'finish'
  | 'chief'
  | 'handler'
  | 'phone'
  | 'role'
  | 'name'
  | 'title'
  | 'officePhone'
  | 'mobile'
  | 'note'
  | 'metric'
  | 'target'
  | 'metricUnit'
  | 'before'
  | 'value'
  | 'state'
  | 'text'
  | 'expectedFinish'
  | 'difficulty'
  | 'help'

/** A column of a form: how we print it, and under which heads it comes back when an office made its own copy. */
export interface FormColumn {
  readonly field: FormField
  readonly name: string
  /** Heads without blanks, marks and brackets. */
  readonly known: RegExp
  readonly width: number
  readonly kind: 'text' | 'number' | 'date'
  /** To be filled in by the unit. */
  readonly isOpen: boolean
}

interface Look {
  readonly width: number
  readonly kind?: FormColumn['kind']
}

const given = (
  field: FormField,
  name: string,
  known: RegExp,
  { width, kind = 'text' }: Look,
): FormColumn => ({
  field,
  name,
  known,
  width,
  kind,
  isOpen: false,
})
const open = (...args: Parameters<typeof given>): FormColumn => ({ ...given(...args), isOpen: true })

const KEY = given('key', '标识', /^标识/, { width: 4 })
const NO = given('no', '序号', /^(?:任务|项目)?(?:序号|编号)$|^项次$|^No$/i, { width: 10 })
const DOCUMENT = given('document', '依据文件', /依据|文号|文件|来源/, { width: 14 })
const TASK = given(
  'task',
  '目标任务',
  /目标任务|责任事项|任务(?:内容|名称|事项)|重点(?:任务|工作)|工作任务|^(?:任务|事项)$/,
  {
    width: 32,
  },
)
const LEAD = given('unit', '牵头单位', /牵头(?:单位|部门)|填报单位|责任(?:单位|部门)/, { width: 14 })

/**
 * Columns of 附表1–3 in the order we print them. Of heads that several patterns know the first in this order that is still
 * free takes it; an exact name goes before all patterns.
 */
export const FORM_COLUMNS: Readonly<Record<FormKind, readonly FormColumn[]>> = {
  handlingPlan: [
    KEY,
    NO,
    DOCUMENT,
    TASK,
    LEAD,
    open('work', '细化任务', /细化|分解|子任务|工作内容|具体任务|阶段目标|年度目标/, { width: 26 }),
    open('measures', '具体措施', /措施|举措|做法/, { width: 30 }),
    open('finish', '完成时限', /时限|完成时间|时间节点|节点|进度安排|完成日期/, { width: 12, kind: 'date' }),
    open('chief', '分管负责人', /分管(?:领导|负责|局长)|责任领导|牵头领导|负责领导/, { width: 11 }),
    open('handler', '责任处室和责任人', /责任人|责任(?:处|科)室|经办|承办|具体负责|联系人/, { width: 14 }),
    open('phone', '联系电话', /电话|手机|联系方式/, { width: 13 }),
  ],
  contacts: [
    NO,
    given('unit', '单位', /^(?:单位|部门)(?:名称)?$|(?:牵头|责任|填报|工作)单位/, { width: 24 }),
    open('role', '人员类别', /类别|角色|分工|身份/, { width: 16 }),
    open('name', '姓名', /^姓名$|人员姓名|联络员姓名|^联络员$/, { width: 12 }),
    open('title', '职务', /职务|职级|处室|科室/, { width: 20 }),
    open('officePhone', '办公电话', /办公|座机|固定|^(?:联系)?电话$|联系方式/, { width: 18 }),
    open('mobile', '手机', /手机|移动|微信/, { width: 16 }),
    open('note', '备注', /备注|说明/, { width: 20 }),
  ],
  completion: [
    KEY,
    NO,
    DOCUMENT,
    TASK,
    LEAD,
    given('metric', '指标', /^(?:考核|量化)?指标(?:名称)?$/, { width: 14 }),
    given('target', '目标值', /目标值|^(?:年度|全年)?(?:目标|任务)(?:数|值)?$/, { width: 10 }),
    given('metricUnit', '计量单位', /计量单位|^单位$/, { width: 7 }),
    given('before', '上期完成值', /上(?:期|次|季度|月)/, { width: 10 }),
    open('value', '完成值', /完成(?:值|数|量)|累计完成|实际(?:值|完成)|当前值|现状值/, {
      width: 12,
      kind: 'number',
    }),
    open('state', '完成状态', /状态|是否完成|完成与否/, { width: 8 }),
    open('text', '完成情况', /完成情况|进展|推进情况|落实情况|办理情况|工作情况/, { width: 30 }),
    open('expectedFinish', '预计完成时间', /预计|计划完成|拟完成/, { width: 12, kind: 'date' }),
    open('difficulty', '存在困难', /困难|问题|难点|堵点/, { width: 17 }),
    open('help', '需协调事项', /协调|请求|需.{0,4}支持|建议/, { width: 17 }),
  ],
}

export const FORM_NAMES: Readonly<Record<FormKind, { readonly tab: string; readonly title: string }>> = {
  handlingPlan: { tab: '附表1 办理方案', title: '附表1　目标任务办理方案' },
  contacts: { tab: '附表2 督办工作人员名单', title: '附表2　督办工作人员名单及联系方式' },
  completion: { tab: '附表3 完成情况', title: '附表3　责任事项完成情况' },
}

/** As a form offers them to choose from. */
export const STATE_WORDS: Readonly<Record<ReportedState, string>> = {
  done: '已完成',
  ongoing: '推进中',
  blocked: '受阻',
  notStarted: '未启动',
}

/** What 序号 shows: 52, 80-2 where a number holds several clauses, 二（三）1 where there is no number. */
export const formLabel = ({ no, part, path }: Pick<FormTask, 'no' | 'part' | 'path'>): string =>
  `${no ?? path.join('')}${part === null ? '' : `-${part}`}`

/** The hidden key: T123/52. The label in it tells when a line was copied and made another task's. */
export const formKey = (task: FormTask): string =>
  task.originId === null ? '' : `T${task.originId}/${formLabel(task)}`
