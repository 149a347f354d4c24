import { changeCard } from '../../cards/progress/change-card.ts'
import { doubtWords } from '../../cards/progress/doubt.ts'
import { draftCard } from '../../cards/progress/draft-card.ts'
import { buttons, form, say, text } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { Action } from '../../domain/action.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import { type FigureView, openDoubts } from '../../domain/draft-view.ts'
import type { ActionResult } from '../deps.ts'
import type { Turn, WordsTurn } from './deps.ts'
import { viewNow } from './face.ts'
import type { Ground } from './ground.ts'
import { viewOf } from './items.ts'
import { showChange } from './show.ts'
import { done, fieldOf, type TapTurn, tapped, warn } from './tools.ts'

const INSIST = /^(?:就是|确实|的确|没错|没有错|属实|是对的|数是对的|不用改|按这个报)/
const SAY_SO = '报送人核对无误'

interface Meant {
  readonly task: number
  readonly figure: FigureView
}

const doubtful = (draft: Draft<ReportDraft>, ground: Ground, turn: Turn): Meant[] =>
  viewOf(draft, ground, turn.today).items.flatMap((item) =>
    openDoubts(item).map((figure) => ({ task: item.task.originId, figure })),
  )

/** 就是9050条，口径扩大了: stands by the one figure that is asked about. False: nothing of the kind is said. */
export async function insistWords(
  turn: WordsTurn,
  draft: Draft<ReportDraft>,
  ground: Ground,
): Promise<boolean> {
  if (!INSIST.test(turn.text.trim())) return false
  const [only, ...others] = doubtful(draft, ground, turn)
  if (only === undefined || others.length > 0) return false
  const reason = reasonIn(turn.text)
  const said = [...draft.body.said, { key: turn.question.key, text: turn.text }]
  const changed = await insist(turn, { ...draft, body: { ...draft.body, said } }, { ...only, reason })
  if (changed === null) return false
  const [view, old] = [viewOf(changed, ground, turn.today), viewOf(draft, ground, turn.today)]
  return showChange(turn, changed, { view, change: changeCard(old, view) })
}

/** What is left of 就是9050条，口径扩大了 when the figure is said. */
function reasonIn(said: string): string {
  const rest = said
    .trim()
    .replace(INSIST, '')
    .replace(/^(?:[\d.,]+[^\s，。,；：:]{0,6}|这个数?|这么多|这样)/, '')
  const reason = rest.replace(/^[，。,；：:！!的了吧\s]+/, '').replace(/^因为/, '')
  return reason.length >= 2 ? reason.slice(0, 200) : SAY_SO
}

async function insist(
  { p, now }: Turn,
  draft: Draft<ReportDraft>,
  { task, figure, reason }: Meant & { readonly reason: string },
): Promise<Draft<ReportDraft> | null> {
  const word = { task, metric: figure.target.name, value: figure.value, reason }
  const body: ReportDraft = { ...draft.body, insisted: [...draft.body.insisted, word] }
  return (await p.drafts.revise(draft, body, now)) as Draft<ReportDraft> | null
}

/** [就是9050条，说明原因]: asks for the reason, and with it stands by the figure. */
export async function onInsist(
  action: Extract<Action, { do: 'insist' }>,
  turn: TapTurn,
  draft: Draft<ReportDraft>,
): Promise<ActionResult> {
  const view = await viewNow(turn, draft)
  const item = view.items.find((i) => i.task.originId === action.task)
  const figure = item && openDoubts(item).find((f) => f.target.name === action.metric)
  if (figure === undefined) return tapped(null, draftCard(view))
  const reason = fieldOf(turn.event, 'reason')
  if (reason === '') return tapped(null, reasonCard(figure, action))
  const changed = await insist(turn, draft, { task: action.task, figure, reason })
  if (changed === null) return warn(TOASTS.newer, draftCard(view))
  return done(TOASTS.saved, draftCard(await viewNow(turn, changed)))
}

const reasonCard = (figure: FigureView, action: Extract<Action, { do: 'insist' }>) =>
  say('请说明原因', [
    text(doubtWords(figure)),
    form(
      'insist',
      [{ kind: 'input', name: 'reason', label: '这个数为什么是对的', required: true, lines: 2 }],
      { text: '就按这个数', style: 'primary', action },
    ),
    buttons({ text: '回去改', action: { do: 'showDraft', draft: action.draft } }),
  ])
