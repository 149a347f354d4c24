import { type DraftView, isReady, openDoubts, type Statement } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import { doubtBlocks } from './doubt.ts'
import { itemBlocks } from './item.ts'
import { periodWords, reportName, taskName, taskNames } from './naming.ts'
import { buttons, form, note, say, text } from './say.ts'

const ONE_PAGE = 20
const STATEMENTS = 4
const OWED_NAMED = 6

/** What was understood, before anything is written. */
export function draftCard(view: DraftView, title: string | null = null): Message {
  const said = view.items.filter((i) => !i.empty)
  const asks = said.length === 0 && view.unread.length + view.notes.length > 0
  const head = title ?? (asks ? ASK : CHECK)
  const doubts = said.flatMap((i) => openDoubts(i).flatMap((f) => doubtBlocks(i, f, view.id)))
  const items = itemBlocks(said, view.today)
  const blocks: readonly Block[] = [
    // On several pages what must be answered stands on the first.
    ...(said.length > ONE_PAGE ? [...doubts, ...items] : [...items, ...doubts]),
    ...wordlessBlocks(view),
    ...openBlocks(view),
    ...assumedBlocks(view),
    ...adoptBlocks(view),
    ...looseBlocks(view),
    ...owedBlocks(view),
  ]
  return say(head, blocks, {
    ...subtitleOf(view),
    tone: doubts.length > 0 ? 'warn' : 'plain',
    buttons: waysOf(view),
    pager: { do: 'showDraft', draft: view.id },
  })
}

export const CHECK = '请核对（还没有写入）'
/** Nothing can be confirmed yet. */
const ASK = '请补充一句（还没有写入）'

export function subtitleOf(view: DraftView): { readonly subtitle: string } {
  const periods = [...new Set(view.items.map((i) => i.period))]
  const names = periods.map((p) => reportName(p, view.today)).join('、')
  return { subtitle: [names, view.unit].filter((w) => w !== '').join(' · ') }
}

function waysOf(view: DraftView): Button[] {
  const { id: draft, revision } = view
  const any = view.items.some((i) => !i.empty)
  const confirm: Button = {
    text: '确认报送',
    style: 'primary',
    action: { do: 'confirmDraft', draft, revision },
  }
  return [
    ...(isReady(view) ? [confirm] : []),
    ...(view.items.length > 0
      ? [{ text: any ? '修改' : '填表', action: { do: 'editDraft', draft } } as const]
      : []),
    { text: '不报了', action: { do: 'dropDraft', draft } },
  ]
}

/** The second 无变化 running wants a sentence. */
function wordlessBlocks(view: DraftView): Block[] {
  return view.items
    .filter((i) => i.noChange && i.wordless)
    .slice(0, 3)
    .map((i) =>
      form(
        `word${i.task.originId}`,
        [
          {
            kind: 'input',
            name: 'text',
            label: `${taskName(i.task)}连续两期无变化，请补一句`,
            required: true,
            hint: '如：正在等用地批复，预计12月动工',
          },
        ],
        { text: '补上', action: { do: 'saveTask', draft: view.id, task: i.task.originId } },
      ),
    )
}

const MOST_NOTES = 6
const CHOICES = 6

/** What was not understood, and what is asked: a button for each answer that can be told. */
const openBlocks = ({ unread, notes, questions, id, revision }: DraftView): Block[] => [
  ...(unread.length === 0 ? [] : [text(`没看懂：${unread.map((w) => `“${w}”`).join('、')}`)]),
  ...notes.slice(0, MOST_NOTES).flatMap((words) => {
    const at = questions.findIndex((q) => q.note === words)
    const ways = (questions[at]?.choices ?? []).slice(0, CHOICES).map(
      ({ text: label, task, metric }): Button => ({
        text: label,
        action: {
          ...({ do: 'choose', draft: id, revision, question: at, task } as const),
          ...(metric === null ? {} : { metric }),
        },
      }),
    )
    return [text(`· ${words}`), ...(ways.length === 0 ? [] : [buttons(...ways)])]
  }),
]

/** No duty asks for these: the card says for which period they are kept. */
function assumedBlocks({ items, today }: DraftView): Block[] {
  const own = items.filter((i) => i.assumed && !i.empty)
  return [...Map.groupBy(own, (i) => i.period)].map(([period, list]) => {
    const names = taskNames(list.map((i) => i.task))
    return note(`${names}没有定期报送要求，记为${periodWords(period, today)}的进展。`)
  })
}

const adoptable = (view: DraftView): Statement[] =>
  view.items.filter((i) => i.adopted === null && i.figures.length === 0).flatMap((i) => i.statements)

function adoptBlocks(view: DraftView): Block[] {
  const list = adoptable(view).slice(0, STATEMENTS)
  if (list.length === 0) return []
  const ways = list.map(
    (s): Button => ({ text: `采用${s.unit}的数`, action: { do: 'adopt', progress: s.progressId } }),
  )
  return [buttons(...ways)]
}

/** Files of which nobody said what task they are of. */
function looseBlocks({ loose, items, id }: DraftView): Block[] {
  const said = items.filter((i) => !i.empty)
  return loose.slice(0, 3).flatMap((file) => [
    text(`佐证《${file.name}》放到哪一项？`),
    buttons(
      ...said.slice(0, 6).map(
        (i): Button => ({
          text: taskName(i.task),
          action: { do: 'placeEvidence', draft: id, evidence: file.id, task: i.task.originId },
        }),
      ),
    ),
  ])
}

/** Few are named; a long list is the form's. */
const owedBlocks = ({ owed }: DraftView): Block[] => {
  if (owed.length === 0) return []
  const which = owed.length > OWED_NAMED ? '' : `：${taskNames(owed)}`
  return [note(`本期还有${owed.length}项没报${which}。接着说就行，我会并到这张卡片里。`)]
}
