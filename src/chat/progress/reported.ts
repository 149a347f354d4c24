import { reportedCard } from '../../cards/progress/reported.ts'
import type { WordsTurn } from './deps.ts'
import type { Ground } from './ground.ts'
import { labelOf, taskOfOrigin } from './items.ts'
import { answer } from './show.ts'
import { askedTasks } from './unsaid.ts'

/** 已经报过了, 我报了哪些, 我还有什么没报: the database knows, nobody need say it again. */
const REPORTED =
  /^(?:我们?(?:单位)?|咱们?)?(?:不是)?(?:已经?|都|早就?|昨天|上午|刚才)*(?:报|填|交)(?:过|完|上去|送)*了(?:吧|呀|啊|哦)?$|^(?:我们?(?:单位)?)?(?:都|已经?|这期|本期)*(?:报|填)(?:过|了)(?:哪些|哪几项|什么|几项|多少)(?:了)?$|^我(?:这边)?(?:们)?还(?:有|差|欠)(?:哪些|哪几项|什么|几项)(?:没|要|需要)(?:报|填|交)/
/** Reports of the last weeks: a period is seldom reported over more. */
const LATELY_MS = 45 * 24 * 3_600_000
const SHOWN = 12

/** False: the message asks nothing of the kind. */
export async function reportedWords(turn: WordsTurn, ground: Ground): Promise<boolean> {
  if (!REPORTED.test(turn.text.trim().replace(/[。！？?!，]+$/, ''))) return false
  const { viewer, now, today } = turn
  const own = ground.reports.filter(
    (r) => r.unitId === viewer.unitId && now.getTime() - r.reportedAt.getTime() < LATELY_MS,
  )
  const reports = own.slice(0, SHOWN).flatMap((progress) => {
    const task = taskOfOrigin(ground, progress.taskId)
    return task ? [{ progress, task: labelOf(task, progress.taskId) }] : []
  })
  const owed = askedTasks(ground, undefined).flatMap((id) => {
    const task = taskOfOrigin(ground, id)
    return task ? [labelOf(task, id)] : []
  })
  const dueOn = ground.requests[0]?.dueOn ?? null
  await answer(turn, reportedCard({ reports, owed, dueOn }, today))
  return true
}
