/** The clause that obliges somebody to report: 各承办单位报送半年工作小结; 向市人大常委会专题汇报…; 报市人民政府督查室. */
export interface Report {
  readonly who: string | null
  readonly to: string | null
  readonly what: string
  /** 形成…总结: what is drawn up may be handed in by the next clause. */
  readonly draws: boolean
  /** 报送市人大常委会审议: hands in what the clause before drew up. */
  readonly carries: boolean
}

interface Form {
  /** The phrase it reads. */
  readonly name: string
  readonly pattern: RegExp
}

const FORMS: readonly Form[] = [
  {
    name: 'to whom: 向市人大常委会专题汇报工作, 向牵头单位反馈落实情况',
    pattern:
      /(?:^|[^面对])向(?<to>[^，。；]{2,24}?)(?:专题|书面|及时|定期)?(?:汇报|报告|反馈|报送|提交)(?<what>[^，。；]{0,60})/,
  },
  {
    name: 'a thing to whom: 将工作方案报送办公室备案, 将完成情况报督查室',
    pattern:
      /将(?<what>[^，。；]{2,40}?)(?:报送|上报|报|提交|反馈)(?:至|给|到)?(?<to>[^，。；（]{2,24}?)(?:备案|审议|审核|审定|审批|汇总)?(?:[，。；（]|$)/,
  },
  {
    name: 'a thing drawn up for whom: 制订工作方案报领导小组办公室备案, 定期汇总上报市政府',
    pattern:
      /(?:制定|制订|形成|编制|汇总)(?<what>[^，。；]{0,24}?)(?:报送|上报|报)(?<to>[^，。；]{2,20}?)(?:备案|审议|审核|审定|审批)?(?:[，。；]|$)/,
  },
  {
    name: 'handed on: 报送市人大常委会审议, 报市政府审定',
    pattern:
      /(?:^|[前日底]|^并|及时|一并|统一)(?:报送|上报|报|提交)(?<to>(?:[省市区县国]|领导小组|督查|办公室|各)[^，。；]{1,30}?)(?:备案|审议|审核|审定|审批|研究)?[，。；]?$/,
  },
  {
    name: 'what: 报送半年工作小结, 提交工作总结',
    pattern:
      /(?:报送|上报|提交)(?<what>(?!的|、|渠道|制度|机制|工作(?:[，。；、]|$))[^，。；]{2,40}?)(?:[，。；]|$)/,
  },
  {
    name: 'drawn up: 形成年度工作总结, 做好议案办理工作总结',
    pattern: /(?:形成|做好|撰写|完成)(?<what>[^，。；]{0,30}(?:总结|报告)(?:材料)?)(?:[，。；]|$)/,
  },
]

/** Not reports of those who carry out the plan: 听取汇报, 收集反馈, 信息报送制度, 数据上报系统. */
const NOT =
  /听取|接受[^，]{0,20}汇报|检查[^，]{0,20}报告|(?:报送|上报|提交|汇报|报告)(?:渠道|制度|机制|系统|平台|会)|(?:企业|群众|公众|市场主体)[^，]{0,6}(?:反馈|提交|报送|上报)|报告会|报告中|可[^，]{0,16}(?:报送|提交|报告|反馈)|《/
const DRAWN = 'drawn up: 形成年度工作总结, 做好议案办理工作总结'
const HANDED = 'handed on: 报送市人大常委会审议, 报市政府审定'

/** Reads one clause; `before` is the sentence up to it, where the subject may stand. */
export function readReport(clause: string, before: string): Report | null {
  const plain = clause.replace(/《[^《》]*》/g, (title) => '□'.repeat(title.length))
  if (NOT.test(plain)) return null
  for (const { name, pattern } of FORMS) {
    const match = pattern.exec(plain)
    if (!match) continue
    const { to, what } = match.groups ?? {}
    const restored = (words: string | undefined): string | null => words?.replace(/[，。；]$/, '') || null
    return {
      who: subjectOf(clause.slice(0, match.index + 2), before),
      to: restored(to),
      what: restored(what) ?? drawnBefore(before) ?? '情况',
      draws: name === DRAWN,
      carries: name === HANDED,
    }
  }
  return null
}

const SUBJECT =
  /(?:^|[，；。]|由)(?<who>(?:各[^，。；、]{0,10}?(?:单位|部门|区|人民政府)|(?:牵头|责任|承办|成员|配合)单位|领导小组办公室|[^，。；、]{0,12}(?:局|委|办|政府|集团|中心|管委会|领导小组))(?:、各?[^，。；、]{2,10}(?:单位|部门))*)(?=要|应|须|需|于|在|每|按|根据|结合|负责|汇总|报|提交|形成|向|将|制|适时|定期|$)/g

/** The nearest unit that can be asked: 各承办单位, 由市科技创新局负责…. */
function subjectOf(clause: string, before: string): string | null {
  const found = [...`${before}${clause}`.matchAll(SUBJECT)].at(-1)?.groups?.who
  return found?.replace(/^由/, '') ?? null
}

function drawnBefore(before: string): string | null {
  const drawn = /(?:形成|做好|撰写|制订|制定|编制)(?<what>[^，。；]{0,60})[，。；]?$/.exec(before)?.groups
    ?.what
  return (
    drawn ??
    /(?<what>[^，。；的]{0,20}(?:总结|小结|报告|方案|材料))[，。；]?$/.exec(before)?.groups?.what ??
    null
  )
}
