import { draftCard } from '../../cards/progress/draft-card.ts'
import { formCard } from '../../cards/progress/form-card.ts'
import { brief } from '../../cards/progress/say.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { ToolOrder } from '../../domain/order.ts'
import type { WordsTurn } from './deps.ts'
import { isReport } from './face.ts'
import type { Ground } from './ground.ts'
import { viewOf } from './items.ts'
import { answer, showDraft } from './show.ts'
import { ownerOf } from './tools.ts'
import { askedTasks, emptyReport } from './unsaid.ts'

/** 打开表单, 发我填报卡: the forms of the tasks named, else of all that is asked for. */
export async function formWords(
  turn: WordsTurn,
  { tasks }: Extract<ToolOrder, { do: 'form' }>,
  ground: Ground,
): Promise<boolean> {
  const { p, viewer, now, today, question, text } = turn
  const named = tasks.flatMap((t) => ground.origins.get(t.id) ?? [])
  const asked = named.length > 0 ? named : askedTasks(ground, undefined)
  if (asked.length === 0) {
    await answer(
      turn,
      brief('没有要报的任务', '贵单位目前没有要报的任务。要更正某一项，直接说“52项应为7条”就行。'),
    )
    return true
  }
  const who = ownerOf(question.event)
  const open = await p.drafts.open(who, 'report')
  const old = open && isReport(open) ? open.body : emptyReport(turn)
  const body: ReportDraft = {
    ...old,
    said: [...old.said, { key: question.key, text }],
    asked: [...new Set([...old.asked, ...asked])],
  }
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<ReportDraft>
  const view = viewOf(draft, ground, today)
  const at = view.items.findIndex((i) => asked.includes(i.task.originId))
  return showDraft(turn, draft, at < 0 ? draftCard(view) : formCard(view, at))
}
