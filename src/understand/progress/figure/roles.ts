import { AHEAD_ROLES } from './roles-ahead.ts'
import { PAST_ROLES } from './roles-past.ts'

/** What a figure is to its metric, by the words beside it. Only a value is written down. */
export type FigureRole =
  | 'value'
  | 'increment' // 新增2条, 比上月多2条
  | 'remaining' // 还差3个, 再有3个就齐
  | 'previous' // 上次报的6条, 由4条增至…
  | 'negated' // 不是6条
  | 'target' // 目标10条
  | 'plan' // 下月再开3条, 预计达到10条
  | 'comparison' // 较上年提升0.013个百分点
  | 'request' // 申请资金3000万
  | 'waiting' // 还有4个没开
  | 'below' // 不到80家
  | 'aside' // 2个在建

/** A role with the name of the rule that gave it. */
export interface Role {
  readonly role: FigureRole
  readonly rule: string
}

export interface RoleRule {
  readonly role: FigureRole
  /** The phrases it reads. */
  readonly name: string
  /** Words the clause has before the figure, from the figure before it on. */
  readonly before?: RegExp
  /** Words right behind the figure. */
  readonly after?: RegExp
  readonly unless?: RegExp
}

/** Tried in order; the first that fits decides, and none means a value. */
export const FIGURE_ROLES: readonly RoleRule[] = [
  ...PAST_ROLES,
  ...AHEAD_ROLES,
  {
    role: 'increment',
    name: 'over the target: 比目标多一家, 超额2家',
    before:
      /(?:(?:比|较)(?:年度|全年|既定)?(?:目标|任务|计划)(?:数|值)?(?:还)?多(?:了|出)?|超额了?|超[了出])$/,
  },
  {
    role: 'comparison',
    name: 'against another figure: 高于GDP增速0.7个点, 快于全省1.2个百分点',
    before: /(?:高于|低于|快于|慢于|好于|高出|领先|落后)(?:于)?[^，。；\d]{1,12}$/,
  },
  {
    role: 'comparison',
    name: 'against another time: 较上年提升0.013个百分点, 同比增长12%',
    before:
      /(?:同比|环比|较|比)[^，。；\d]{0,10}?(?:提升|提高|上升|增长|增幅|下降|压缩|缩短|降低|涨|高|低|快|慢)(?:了)?$/,
  },
  {
    role: 'increment',
    name: 'against the last: 比上月多2条, 较二季度新增3条',
    before:
      /(?:同比|环比|比|较|与|相比|对比)[^，。；]{0,14}?(?:[多少增](?:\p{Script=Han}{0,2}|认定了?)|新增|净增|加|添|减|减少)(?:了|加了)?(?:大概|约)?$/u,
  },
  {
    role: 'increment',
    name: 'of a short time: 本月新增5家, 又开了2条, 这周签了3个',
    before:
      /(?:又|再|本月|这个?月|当月|本周|这周|上周|本季度?|这(?:个)?季度|近日|近期|最近|这两天|本期|新近|月内|(?<![到至])(?:今天|昨天))[^，。；：\d]{0,12}$/,
    unless:
      /累计|总共|一共|共计|合计|达到?|已有|目前共|截至|截止|总数|再[^，]{0,8}就|至今|增至|增加到|(?:[减增升降涨改定调扩补]|更新|变更|更正|修正|订正|调整|核[实定]|扩大|发展|提高|提升)(?:到|至|为|成)了?$/,
  },
  {
    role: 'increment',
    name: 'more than before: 仓库多了1个',
    before: /(?<!差不|许|至|最|累计[^，。；]{0,8})多了$/,
  },
  {
    role: 'increment',
    name: 'newly: 新增了5家, 净增3个',
    before:
      /(?:新增|净增|增加|新添|新(?:上|批|挂|来|报)(?=了)|多|(?<!工)增|(?<![参附叠])加|(?:减少|(?<![多至缺])少|减)(?=了))了?$/,
    unless: /累计新增|(?:今年|本年度?|年内)新增|全年新增|已新增|共新增|增加到|差不多|许多/,
  },
  {
    role: 'increment',
    name: 'so many more, or fewer, than before: 多引进1家, 少开2条',
    before:
      /(?<![不许很最大众至差])[多少](?:引进|引育|新增|认定|评[上选定]|培育|完成|建|开|办|签|落|招|设|改|修|实现|争取|筹|拿|做|出|上|推|培训|吸引)\p{Script=Han}{0,1}了?$/u,
  },
  {
    role: 'increment',
    name: 'fewer: 减少5公里, 下降3个, 回落了2家',
    before: /(?:减少|下降|降低|回落|下滑|缩减|核减|扣除|扣掉|剔除|剔掉|减掉|调减|刨去|去掉)(?:了|约)?$/,
  },
  {
    role: 'aside',
    name: 'not done yet, said before: 在建46万平, 在谈9项, 签约待开业2家',
    before:
      /(?:(?:正在|(?<!现)在)(?:建|谈|办|审|改(?!造)|修|扩|试|拆|创建|培育|申报|筹建|洽谈|推进|实施|改造)|(?<![接等期招])待\p{Script=Han}{1,3}|筹建|储备|洽谈)(?:的|了)?$/u,
  },
  {
    role: 'target',
    name: 'so far from it: 离200家还差9家',
    before: /(?:离|距离?)(?:目标|任务|全年目标)?$/,
  },
  {
    role: 'target',
    name: 'behind it: 10条以上的目标, 500亿大关, 三百人任务',
    after:
      /^(?:以上|左右|以内)?的?(?:(?!比|较|占|已|高于|低于)(?:(?!完成|达|超|实现|突破)[^，。；（）\d]){0,8}?(?:目标|任务)|大关|指标|红线|底线|要求|关口|年度计划|全年计划)/,
  },
  {
    role: 'target',
    name: 'before it: 目标10条, 任务数50家, 全年要求1000条, 一共要建120个',
    before:
      /(?:(?:一共|总共|共|全年|今年)(?:要|需要?|得|应)|目标|任务|任务数|指标|计划数|(?:(?<=^|年度|全年|原|既定|的|[■□])计划(?=：)|计划(?=数|值|是|为))|要求|全年要|考核值|底线)(?:值|数)?(?:是|为|定的是|的|就是|：)?[^，。；\d]{0,8}?$/,
    unless:
      /完成(?:了)?(?:目标|任务|计划)|(?:目标|任务)(?:已经?|实际)?(?:完成|实现|达成)了|超(?:过|额)?|目标[^，]*(?:实际|已)|计划数?完成|任务完成|任务(?:已|实际)|达|^的(?:年度|全年)?(?:目标|任务)/,
  },
  {
    role: 'target',
    name: 'arranged for the year: 全年安排改造项目15个，已实施8个',
    before: /(?:全年|今年|本年度?|年度)(?:共|一共)?(?:安排|谋划|下达|部署)了?[^，。；\d]{0,10}$/,
  },
  {
    role: 'target',
    name: 'as many aims: 指标三个都超了, 项目个数两个均达标',
    before: /(?:指标|个数|目标|任务|■)$/,
    after: /^(?:都|均|全)(?:已经?|部)?(?:超|达|完成)/,
  },
  {
    role: 'target',
    name: 'to be done, and so many are: 要新组建的3家已有2家',
    before: /(?:要|应|需要?|计划|拟)[^，。；\d]{1,8}的$/,
    after: /^(?:里|中)?(?:已经?|现在?)有?$/,
  },
  {
    role: 'target',
    name: 'those that stand out: 12个行业里8个增速超6%, 13个领域中有9个过百亿',
    before: /(?:里头?|里面|当中|之中|中)(?:已?有)?$/,
    after: /^[^，。；]{0,4}(?:增速|增长|增幅|正增长|负增长|下降|[高低快慢]于)|^已?[过超]了?$/,
  },
  {
    role: 'target',
    name: 'out of: 10条里, 1000条当中, 28个村里通了19个',
    after:
      /^(?:里头?|里面|当中|之中|中(?=[，已有完的]))|^[^，。；\d]{2,6}(?<!建设|进行|推进|办理|施工|评审|洽谈|集|其)中$|^[^，。；\d]{1,3}(?:里头?|里面|当中|之中)(?:已经?|现在|目前|有)*\p{Script=Han}{1,3}$/u,
  },
]

/** The role of a figure with the words `before` and `after` it in its clause. */
export function roleOf(before: string, after: string): Role {
  const fits = (rule: RoleRule): boolean =>
    (rule.before?.test(before) ?? true) &&
    (rule.after?.test(after) ?? true) &&
    !(rule.unless?.test(before) ?? false)
  const rule = FIGURE_ROLES.find(fits)
  return rule ? { role: rule.role, rule: rule.name } : { role: 'value', rule: '' }
}
