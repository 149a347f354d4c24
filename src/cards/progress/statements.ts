import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import { readingsWords } from './figures.ts'
import { reportName, STATE_NAMES, taskName } from './naming.ts'
import { buttons, note, say } from './say.ts'

const ADOPT_SHOWN = 8

/** To a lead: what responsible units stated. The lead's own report is the official one. */
export function statementsCard(
  statements: readonly Progress[],
  labels: readonly TaskLabel[],
  today: Day,
): Message {
  const nameOf = (id: number): string => {
    const label = labels.find((l) => l.originId === id)
    return label ? taskName(label) : '任务'
  }
  const rows: Block = {
    kind: 'rows',
    rows: statements.map((s) => ({ lead: `${nameOf(s.taskId)} ${s.unit}`, text: statedWords(s) })),
    pageSize: 30,
  }
  const adopt = statements.slice(0, ADOPT_SHOWN).map(
    (s): Button => ({
      text: `采用 ${nameOf(s.taskId)}${statements.length > 1 ? ` ${s.unit}` : ''}`,
      action: { do: 'adopt', progress: s.id },
    }),
  )
  const [first] = statements
  return say(
    '责任单位报来的进展',
    [
      rows,
      buttons(...adopt),
      note('点“采用”就以贵单位名义报送，两份都留存；口径不同的，直接把您的数发给我。'),
    ],
    first ? { subtitle: reportName(first.period, today) } : {},
  )
}

export function statedWords({ unchanged, readings, state, text, difficulty, help }: Progress): string {
  return [
    unchanged ? '无变化' : readingsWords(readings),
    unchanged || state === null ? '' : `状态：${STATE_NAMES[state]}`,
    text,
    difficulty === null ? '' : `困难：${difficulty}`,
    help === null ? '' : `请协调：${help}`,
  ]
    .filter((words) => words !== '')
    .join('；')
}
