import type { ReportedState } from '../../domain/heard.ts'

/** A state of a task as people say it. First that fits decides; a clause that fits none says no state. */
export interface StateRule {
  readonly state: ReportedState
  readonly name: string
  readonly pattern: RegExp
  readonly unless?: RegExp
}

/** Parts of a work: finishing one of them is progress, not the end. */
const PARTS =
  /初稿|编制|草案|方案|设计|招标|招投标|主体|前期|审批|报批|立项|可研|环评|评审|选址|征地|征拆|拆迁|一期|首批|第一批|吊装|封顶|调研|起草|备案|摸底|桩基|基础(?!设施)|土建|安装|签约|申报|钢梁|吊|合龙|论证|初验|采购|进场|勘察|勘探|图审|梳理|清单|初步|部分|阶段性|一半|过半|前三季度|半年|季度|大部分|多数|八成|九成|七成|展厅|装修/

const TO_COME =
  /预计|预期|计划|力争|争取|确保|将(?!近)|有望|打算|准备|能够?(?:按时|如期)?(?:完成|办结)|可(?:按时|如期)?(?:完成|办结)|下一步|下步|要求|希望|保证|一定|应该能|尽快|抓紧|肯定能|才能|之前|以前|□前|□能|□可|□+(?:之?前)?(?:全部|全面|可|能|就|要|将)?(?:完|建|办|签|挂|开|通|验|竣|投|达|改|交)(?!.*了$)|前(?:全部|全面|完成|签|挂|办|建|开|能|可)/

export const STATES: readonly StateRule[] = [
  {
    state: 'notStarted',
    name: 'not started: 尚未启动, 还没开始, 未开工',
    pattern:
      /(?:尚未|还未|还没有?|没有?|未|暂未|仍未|一直没)(?:正式|实质性?|全面)?(?:启动|开始|开工|动工|动(?!静)|开展|起步|着手|实施|推开|铺开|进场施工)|待启动|未动工|零进展|按兵不动/,
    unless: /没有?启动资金|二期|三期|没有?动静|没有开展不了/,
  },
  {
    state: 'blocked',
    name: 'blocked: 卡在用地上, 推不动, 停滞, 被叫停',
    pattern:
      /卡(?:在|住|壳|着|点)|卡(?=用地|资金|审批|手续|指标|政策)|推不动|推进不(?:了|动|下去)|推不下去|受阻|停滞|停工|停摆|搁置|搁浅|僵持|僵住|陷入|(?:无法|没法|难以|不能)(?:继续|往下|再)?(?:推进|开展|实施|施工|落地|进行)|叫停|暂停|中断|动不了|办不下去|进行不下去|遇阻|堵点未|断了|拖住/,
    unless: /不(?:再)?卡|没(?:有)?卡|未受阻|已(?:经)?(?:解决|打通|疏通|恢复)|卡点已/,
  },
  {
    state: 'done',
    name: 'closed: 销号, 办结, 交账',
    pattern:
      /(?:请|申请|可以?|请求|予以|要求|麻烦|帮忙?).{0,8}(?:销号|办结|结项)|已(?:经)?(?:全部)?(?:办结|销号|结项|收官)|办结了|(?<!未|能|可|没)办结$/,
    unless: /预计|争取|年底前/,
  },
  {
    state: 'done',
    name: 'all done: 全部完成, 全面完成, 任务完成, 提前完成, 超额完成',
    pattern:
      /(?:任务|指标|目标|工作|都|均|全都?|全部|全面|提前|如期|超额|圆满|顺利|按时|已经?|这项|该项|事项|项目|早就|早)(?:已经?|都|均|全部|全面|提前|超额|圆满|顺利|如期)*(?:完成|做完|改完|干完|办完|搞定|建成|达标|竣工|收官|结束|完工|通车|投用|落地|建好|弄完|齐了|到位)(?:了|啦|任务|目标|年度任务|全年任务|全年目标|年度目标|目标任务|投用|通车|验收|并?(?:通过)?验收|开放|启用|运营|交付)*(?:$|[了啦哈！：（])/,
    unless: /完成[^，：（]*(?:家|个|条|%|率)|未|没|不|基本|还差|除了/,
  },
  {
    state: 'done',
    name: 'finished: 完成了, 完工了, 建成投用了, 通车了, 竣工验收',
    pattern:
      /^(?:.{0,12}?)(?:完成了|做完了|完工了?|竣工(?:验收)?了?|建成(?:投用|投运|通车|启用|并投用)?了?|通车了?|投入使用了?|正式(?:投用|启用|运营|开放|开园|揭牌)|收官了?|搞定了?|办完了?|改完了?|验收通过了?|通过(?:竣工)?验收了?|已(?:建成|投用|竣工|揭牌|完成|开园|启用|运营|完工|办好|达标)|■+(?:任务)?完成)(?:$|[啦哈！])/,
    unless: /未|没|不|基本|还差|除了|完成了?\d/,
  },
  {
    state: 'ongoing',
    name: 'under way: 正在推进, 有序推进, 基本完成, 进入收尾, 滞后',
    pattern:
      /正在|推进(?!会)|进行(?:中|时)|在建|施工|基本(?:完成|建成|到位|成型|就绪|具备)|收尾|尾声|滞后|落后|偏慢|进展(?:顺利|缓慢|正常|良好)|按(?:计划|序时|进度)|按部就班|稳步|有序|抓紧|加紧|加快|开工了?|已?启动|已?开工|动工了|筹备|过半|一半|开展(?:中|了|工作)|对接(?:中)?|洽谈|谈判|调试|装修|试运行|试运营|评审|审批中|走流程|办理中|在办|在谈|在做|正谈|持续|推着|跟进|完成(?:主体|初稿|一期|前期|招标|过半)|□?完成(?:了)?(?:一半|大半|八成|七成|九成)|(?:主体|初稿|方案|设计|招标|前期|一期|立项|可研|桩基|钢梁|吊装|征拆|征地|签约).{0,8}(?:完成?了?|完了|好了|通过|封顶|落地)/,
  },
]

export interface StateSaid {
  readonly state: ReportedState
  readonly rule: string
}

/** What a clause says of how its task stands. `text` has dates and figures blotted out (□). */
export function stateOf(text: string): StateSaid | null {
  for (const { state, name, pattern, unless } of STATES) {
    if (!pattern.test(text) || unless?.test(text)) continue
    if (state === 'done' && (PARTS.test(text) || TO_COME.test(text))) {
      return PARTS.test(text) && !TO_COME.test(text)
        ? { state: 'ongoing', rule: 'a part is done: 主体完成, 初稿已完成' }
        : null
    }
    return { state, rule: name }
  }
  return null
}
