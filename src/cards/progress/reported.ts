import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import { dayWords, momentWords, reportName, taskName, taskNames } from './naming.ts'
import { buttons, say, text } from './say.ts'
import { statedWords } from './statements.ts'

export interface Reported {
  readonly reports: readonly { readonly progress: Progress; readonly task: TaskLabel }[]
  readonly owed: readonly TaskLabel[]
  readonly dueOn: Day | null
}

/** What a unit has reported of late, and what it still owes. */
export function reportedCard({ reports, owed, dueOn }: Reported, today: Day): Message {
  const rows = reports.map(({ progress, task }) => ({
    lead: taskName(task),
    text: statedWords(progress) || '（没有内容）',
    small: `${reportName(progress.period, today)}，${progress.person ?? ''} ${momentWords(progress.reportedAt)}`,
  }))
  const title = reports.length === 0 ? '还没有收到贵单位的报送' : `已报 ${reports.length} 项`
  return say(title, [
    ...(rows.length === 0 ? [] : [{ kind: 'rows', rows, pageSize: 12 } as const]),
    ...(owed.length === 0
      ? [text('本期没有欠报的。')]
      : [
          text(
            `还有${owed.length}项没报${dueOn === null ? '' : `，${dayWords(dueOn, today)}前`}：${taskNames(owed)}。`,
          ),
          buttons(
            { text: '填表', action: { do: 'fill' } },
            { text: '都无变化', action: { do: 'unchanged' } },
          ),
        ]),
  ])
}
