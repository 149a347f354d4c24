import type { Quantity } from '../../src/text/quantities.ts'
import type { Found } from '../../src/text/rule.ts'
import type { Clause } from './clause.ts'
import { isVerbal } from './metric-name.ts'

/** Why a quantity is no target of the work. The name is the reason; the order does not matter. */
type Guard = (found: Found<Quantity>, clause: Clause) => boolean

const SUBSIDY =
  /给予|补助|补贴标准|奖励|奖补|贴息|资助|罚款|每人每|返还|减免|免收|减半|保额|[上下]浮|[利费]率(?!不)|扣除|征收|计提|按[^，]{0,8}标准/

/** 培育10家营业收入超10亿元的企业: the second figure says which, not how much. */
export const isAttribute: Guard = ({ value, start }, { right, text, textStart }) =>
  value.sort !== 'count' &&
  right.startsWith('的') &&
  /\d(?:家|个|所|项)/.test(text.slice(0, start - textStart))

/** 收入10万元以上的村; 5亿元以上项目30个. 建设100家以上智能工厂 is a target. */
export const isCondition: Guard = ({ value }, { left, right, leads }) =>
  value.qualifies &&
  (right.startsWith('的') || leads || (value.sort !== 'count' && (left === '' || !isVerbal(left))))

const ASIDES: Readonly<Record<string, Guard>> = {
  /** 离校2年内, 3个月补缴; 压缩至3个工作日 is a target. */
  term: ({ value, text }, { left }) =>
    value.sort === 'duration' &&
    !(value.opStated && /^(?:降|压|缩|控)|时[限长延间]|周期/.test(text.slice(0, 1) + left)),
  /** 给予最高800万元补助, 返还失业保险费的50%. */
  subsidy: ({ value }, { text }) =>
    value.sort !== 'count' && /元$|%|百分点|月/.test(value.unit) && SUBSIDY.test(text),
  /** 可按照合同金额的30%, 为每人办理1份保险. */
  rate: ({ value }, { left }) =>
    (value.unit === '%' && /按照?(?![需时期质月季年])[^，]*$/.test(left)) || /每[人户名位](?!均)/.test(left),
  /** 年薪100万元以上的人才，可直接认定; 对投入占比5%以上且年增长30%以上的企业，按: who may apply. */
  eligibility: ({ value }, { left, after }) =>
    value.sort !== 'count' &&
    (/^[^。；]*?的[^，。；]{0,10}，[^，。；]{0,8}(?:可|给予|予以|享受)/.test(after) ||
      (/对(?![标接口照比])/.test(left) && /^[^，。；]*的[^，。；的]{0,10}，/.test(after))),
  /** 首批10家联合实验室, 已建成20个. */
  stock: (_, { left }) =>
    /(?:(?:推进|推动|支持|提升|加强|做强)首批|^首批|现有|已有|已建成?|已经?[^，]{0,4}|原有|共有|前期)$/.test(
      left,
    ),
  /** 由30%提高至40%以上: where it stands now. */
  baseline: (_, { left, after }) =>
    /[由从]$/.test(left) && /^(?:提[高升]|增[加长至]|上升|下降|降|扩大|调整|压[缩减]|缩短|达到)/.test(after),
  /** 明确1名同志为联络员. */
  person: ({ value }, { left, right }) =>
    /^[名位人]$/.test(value.unit) &&
    /明确|确定|指定|选派|安排/.test(left) &&
    /^[^，]{0,12}(?:联络员|负责人|干部|同志|领导|专人)/.test(right),
  /** 推动8家实验室产出成果10项: the first number says whose. */
  scope: ({ value }, { left, right, leads }) =>
    leads && value.sort === 'count' && (right === '' || isVerbal(left)),
  /** 对32个项目开展检查, 在4个片区试点, 为5家企业提供. */
  circumstance: ({ value, text }, { left, right }) =>
    value.sort === 'count' &&
    right !== '' &&
    (text.startsWith('为') ||
      /(?:[对向从由与同每]|围绕|针对|聚焦|依托|涵盖|包括|分为|其中|(?:^|[^现存内])在)$/.test(left)),
  /** 十一个方面, 10万吨级项目, 1个平台+N个应用: how the work is laid out. */
  layout: (_, { right }) => /^(?:方面|环节|级)|^[^，]{0,6}\+N/.test(right),
  /** 路面宽5.5米以上, in brackets: a specification. */
  specification: ({ value }, { left }) =>
    value.sort === 'measure' && /(?:[宽高深厚长]度?|半径|间距|直径|面积不)$/.test(left),
}

export const isAside: Guard = (found, clause) => Object.values(ASIDES).some((guard) => guard(found, clause))
