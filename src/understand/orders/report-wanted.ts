import type { UnitSlot } from '../../domain/task-filter.ts'

/** 出名单 and 做表 are also work told of: these verbs need a piece (出一份) or a person (发我). */
const MADE =
  '(?:(?:导出|生成|汇总|打印|下载|整理|起草)(?:一?下|成|个|一?份|一?张|一?期)?|(?:出|整|搞|做|拉|写|发|来|要|弄|准备)(?:给)?(?:我们?|群里|一份|一个|一张|一期|份|个|张)|给(?:我们?|群里)(?:一?份|一?个|一?张)?)'
const NAMED_REPORT =
  '(?:表|报告|通报|一页纸|清单|台账|汇总|总结|小结|月调度|季报|月报|年报|简报|材料|名单|附表[一二三123]?|excel|Excel|word|Word|文档|PPT|图)'
const REPORT: readonly RegExp[] = [
  new RegExp(`${MADE}[^，。；]{0,20}${NAMED_REPORT}`),
  /(?:给|发|来|要|出|做|整理?|弄|搞|写|拟|拉|准备|汇总)(?:我|我们)?(?:一份|一个|一张|份|个|张)[^，。；]{0,18}(?:进展|情况|动态)|给我一页纸/,
  /(?:月调度|季报|月报|一页纸|通报)(?:发|给)(?:给)?我|^导出/,
  /^(?:本|上|这)?(?:[一二三四]|\d{4}年(?:第?[一二三四])?)?(?:个?季度?|个?月|半年|\d{1,2}月份?|上半年|下半年|全年|年度)(?:的)?(?:督查)?(?:通报|调度|小结|总结|简报|报)$|^(?:月调度|一页纸|台账)$/,
  /(?:情况|进展|对比|材料)(?:给我|发我|给|出|来)(?:一?份|一个|个)(?=$|[，,。])|一页纸$/,
  /^(?:\d{1,2}月份?|[一二三四]季度|上个?月|上个?季度|本月|本季度)(?:的)?(?:月报|季报|月?调度)$/,
  /(?:通报|小结|总结|报告|台账|简报|月调度|一页纸|附表)(?:帮我|给我|请)?(?:生成|导出|打印|出|做|整)(?:一下|一份|个)?(?=$|[，,。])/,
]
const DONE =
  /我们(?:已|正在|在)?(?:整理|起草|汇总|做|准备)|(?:已|正|正在|在)准备|已(?:经)?(?:导出|生成|起草|整理|汇总|发|印)|完成(?!情况)|报送了|不(?:用|要)|[？吗]|怎么|哪/
/** What is asked is told, not printed. */
const ASKING =
  /[？?]|吗|怎么|哪|什么(?!变化)|谁|多少|多久|何时|还是|几[个家项份条号次月]|为(?:什么|何)|是否|是不是|有没有|[能要会可]不[能要会可]|还是|了没|没有?$|吧？/
/** 牵头的任务给我列个清单 asks which they are; only 导出 and the like want them on paper. */
const LIST_ASKED =
  /(?:牵头|负责|配合|承担)的?(?:任务|事项|工作)(?!.*(?:导出|打印|下载|excel|word|表格)).*(?:清单|名单|列表)/i
/** Papers people made or must make are work told of: 建立任务台账, 印发通报. */
const WORK =
  /(?:建立|形成|编制|印发|完善|(?<!历次)报送|上报|提交|梳理|制定|开展|召开|健全|更新|起草|列入|纳入|收到|参加|按照|根据|做好|准备好|写(?:完|好|了)|发(?:布|了))/
/** Behind the name of a paper: 发我, 要word版, 导出来, 只要滞后的, 谢谢. */
const TAILS: readonly RegExp[] = [
  /(?:，|,|。|！|\s|谢谢您?|辛苦了?|吧|啊|哈|一下|一份)+$/,
  /，?(?:要|用|以|按)?(?:word|excel|docx?|xlsx?|pdf|文档|表格|电子表格|红头)(?:文件)?(?:版本?|格式|的)?$/i,
  /，?(?:也|再|都|给我|帮我|请)*(?:发|给|传|拿|推送?|送|导|导出|打印|生成|出|做|整|弄|拉)(?:给|到)?(?:我|我们|群里|领导|大家)?(?:一份|一下|出来|来|个)?$/,
  /，?(?:只要|只看|仅看|只列|仅列)[^，。]{1,12}$/,
]
/** Names that are a paper and nothing else. */
const PAPER =
  /(?:(?:通报|[月季年]报(?![告送])|简报|小结|总结|台账|一页纸|月?调度(?:情况|报告)?|附表[一二三123]?|(?:情况|进展)汇总|(?:滞后|逾期|超期|红灯|黄灯|没完成|未完成)(?:的)?(?:任务|事项)?(?:清单|名单|汇总|一览表))(?:、(?=附表))?)+$/
/** 市经信局的材料, 老旧小区改造的专题材料; 新材料 is an industry. */
const MATERIAL = /(?:的|专题|季度|月|半年|单位|情况|进展)(?:工作|进展|情况|专题)*材料$/
const SUMMED = /^(?:请|帮我)*(?:汇总|对比)一?下?[^，。]{2,24}(?:情况|进展)$/
/** 任务清单 alone asks which tasks there are. */
const LISTED = /任务(?:清单|一览表)$|变化$/
const HISTORY = /历次(?:报送|进展)?(?:情况)?$/

/** Whether a paper is wanted: by a verb of making or giving (给我一份…, 导出…), or by its bare name (三季度完成情况汇总, 市经信局的材料). */
export function wantsReport(text: string, units: readonly UnitSlot[]): boolean {
  if (DONE.test(text) || ASKING.test(text) || LIST_ASKED.test(text)) return false
  if (REPORT.some((r) => r.test(text))) return true
  const core = shorn(text)
  if (core.length > LONGEST || WORK.test(core)) return false
  const isGiven = core.length < text.replace(/[，。！\s]+$/, '').length
  return (
    PAPER.test(core) ||
    MATERIAL.test(core) ||
    SUMMED.test(core) ||
    (isGiven && (HISTORY.test(core) || LISTED.test(core))) ||
    ofUnits(core, units)
  )
}

const LONGEST = 32

/** 周怀远分管单位的情况, 我分管的单位的进展; two units 对比. */
const ofUnits = (core: string, units: readonly UnitSlot[]): boolean =>
  (units.length > 1 && /(?:对比|比较|比一比)(?:一?下)?(?:情况|表)?$/.test(core)) ||
  (units.some((unit) => /分管的单位$/.test(unit.name)) && /(?:情况|进展|材料)$/.test(core))

/** Without what follows the name of the paper, as long as anything falls off. */
function shorn(text: string): string {
  const next = TAILS.reduce((words, tail) => words.replace(tail, ''), text)
  return next === text ? text : shorn(next)
}
