import { NO_REPORT, REPORT_FORMS } from './report-forms.ts'

/** What a clause obliges to: 各承办单位报送半年工作小结; 向市人大常委会专题汇报…; 报市人民政府督查室. */
export interface Report {
  readonly who: string | null
  readonly to: string | null
  readonly what: string
  readonly draws: boolean
  readonly carries: boolean
}

/** Reads one clause; `before` is the sentence up to it, where the subject may stand. Null: no duty. */
export function readReport(clause: string, before: string): Report | null {
  const plain = clause.replace(/《[^《》]*》/g, (title) => '□'.repeat(title.length))
  if (NO_REPORT.test(plain)) return null
  for (const { pattern, draws = false, carries = false } of REPORT_FORMS) {
    const match = pattern.exec(plain)
    if (!match) continue
    const words = (name: string): string | null => {
      const [from, to] = match.indices?.groups?.[name] ?? [0, 0]
      return clause.slice(from, to).replace(/[，。；]$/, '') || null
    }
    const what = words('what') ?? drawnBefore(before) ?? '情况'
    const own = OWN_SUBJECT.exec(what)?.[0] ?? ''
    const who = own || subjectOf(clause.slice(0, match.index + 2), before)
    return { who, to: words('to'), what: what.slice(own.length), draws, carries }
  }
  return null
}

/** 各区、各部门|工作进展情况于每月5日前报: the thing named begins with who is to report it. */
const OWN_SUBJECT = /^各[^，。；的]{0,8}?(?:单位|部门|区)(?:、各[^，。；、的]{0,8}(?:单位|部门|区))*(?=.{2})/

/** 各承办单位, 各区、各部门, 各县（市、区）人民政府, 牵头单位, 市民政局; not those who are 督促 or 会同. */
const SUBJECT =
  /(?:^|[，；。请]|由)(?<who>各(?:（[^（）]*）|[^，。；、的]){0,10}?(?:单位|部门|专班|区(?!人民政府|政府)|政府)(?:、各?[^，。；、的]{0,10}(?:单位|部门))*(?=[^、的]|$)|(?:[^，。；、]{1,12}(?:局|委|办|政府|集团|中心|管委会)、)*(?:(?:牵头|责任|承办|成员|配合)单位|(?:[省市区县]直)?(?:有关|相关)(?:部门|单位)|领导小组办公室|[^，。；、]{0,12}(?:局|委|办|厅|工商联|院|政府|集团|中心|管委会|领导小组|督查室))(?=要|应|须|需|于|在|每|按|根据|结合|负责|汇总|报|提交|形成|向|将|制|适时|定期|通过|组织|$))/g

/** The nearest unit that can be asked. */
function subjectOf(clause: string, before: string): string | null {
  const who = [...`${before}${clause}`.matchAll(SUBJECT)].at(-1)?.groups?.who
  return who?.replace(/^由/, '') ?? null
}

/** What the clauses before drew up, named or handed to another. First match wins. */
const DRAWN: readonly RegExp[] = [
  // 制定或调整后的实施办法，…报送; 研究提出名单，报送
  /(?:形成|做好|撰写|制订|制定|编制|提出)(?:[或和][^，。；的]{0,8}的)?(?<what>[^，。；]{0,60})[，。；]?$/,
  // 明确1名联络员，于4月10日前报
  /(?:明确|确定|指定)(?<what>[^，。；]{0,12}(?:联络员|负责人|名单))[，。；]?$/,
  // 收集项目、人才等信息，定期汇总上报; 遇到的重大问题，及时报告
  /(?:^|[，；的])(?:及时|全面|定期)?(?:收集|梳理|汇总)?(?<what>[^，。；的]{0,30}?(?:总结|小结|报告|方案|材料|情况|问题|信息|数据|名单))[，。；]?$/,
  // 将进展情况报送牵头单位，由牵头单位汇总后报
  /将(?<what>[^，。；]{2,40}?)(?:书面)?(?:报送|报|提交|反馈)[^，。；]*[，。；]?$/,
]

const drawnBefore = (before: string): string | null =>
  DRAWN.map((form) => form.exec(before)?.groups?.what).find((what) => what) ?? null
