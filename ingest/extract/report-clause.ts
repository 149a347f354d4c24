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
    return { who: subjectOf(clause.slice(0, match.index + 2), before), to: words('to'), what, draws, carries }
  }
  return null
}

/** 各承办单位, 各区、各部门, 各县（市、区）人民政府, 牵头单位, 市民政局; not those who are 督促 or 会同. */
const SUBJECT =
  /(?:^|[，；。请]|由)(?<who>各(?:（[^（）]*）|[^，。；、的]){0,10}?(?:单位|部门|区(?!人民政府|政府)|政府)(?:、各?[^，。；、的]{0,10}(?:单位|部门))*(?=[^、的]|$)|(?:(?:牵头|责任|承办|成员|配合)单位|领导小组办公室|[^，。；、]{0,12}(?:局|委|办|政府|集团|中心|管委会|领导小组|督查室))(?=要|应|须|需|于|在|每|按|根据|结合|负责|汇总|报|提交|形成|向|将|制|适时|定期|通过|组织|$))/g

/** The nearest unit that can be asked. */
function subjectOf(clause: string, before: string): string | null {
  const who = [...`${before}${clause}`.matchAll(SUBJECT)].at(-1)?.groups?.who
  return who?.replace(/^由/, '') ?? null
}

function drawnBefore(before: string): string | null {
  const drawn = /(?:形成|做好|撰写|制订|制定|编制)(?<what>[^，。；]{0,60})[，。；]?$/.exec(before)?.groups
  const named = /(?<what>[^，。；的]{0,20}(?:总结|小结|报告|方案|材料|情况))[，。；]?$/.exec(before)?.groups
  return drawn?.what ?? named?.what ?? null
}
