import type { Chat } from '../../domain/chat.ts'
import type { Button } from '../../domain/message.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Report, ReportKind } from '../../domain/report.ts'

export interface Shown {
  readonly turn: number
  readonly chat: Chat['type']
  readonly viewer: Viewer
}

const BULLETINS: readonly ReportKind[] = ['quarterly', 'monthly', 'halfYear', 'annual']
const STANDING: readonly ReportKind[] = ['monthly', 'onePage', 'topic', 'unit']

/** What can be done with a report: files for everybody; a standing order in private; publishing by supervisors in private. */
export function reportButtons(report: Report, { turn, chat, viewer }: Shown): readonly Button[] {
  const alone = chat === 'private' && viewer.personId !== null
  const publishes = alone && viewer.roles.includes('supervisor') && BULLETINS.includes(report.kind)
  return [
    { text: 'Word 文档', action: { do: 'printReport', turn, form: 'docx' } },
    { text: 'Excel 表格', action: { do: 'printReport', turn, form: 'xlsx' } },
    ...(alone && STANDING.includes(report.kind)
      ? [{ text: '每月1号发我', action: { do: 'standReport', turn } } as const]
      : []),
    ...(publishes
      ? [{ text: '编辑发布', style: 'primary', action: { do: 'draftBulletin', turn } } as const]
      : []),
  ]
}
