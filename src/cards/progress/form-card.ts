import type { DraftView, ItemView, OldValue } from '../../domain/draft-view.ts'
import { REPORTED_STATES } from '../../domain/heard.ts'
import type { Block, Button, Field, Message } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { amount, lastWords, targetWords } from './figures.ts'
import { statementWords } from './item.ts'
import { dayWords, reportName, STATE_NAMES, short, taskName } from './naming.ts'
import { buttons, form, note, say, text } from './say.ts'

/** More targets than this make a card too long: the others are said in words. */
export const FORM_TARGETS = 12
const CLAUSE = 90
/** Every other button leaves what was typed behind, so each says what it does. */
const SAVE_ON = '保存，填下一项'

/** The form of one task of a draft, with what is known filled in. */
export function formCard(view: DraftView, at: number, unread: readonly string[] = []): Message {
  const item = view.items[at]
  if (item === undefined) return say('没有要填的任务', [text('这张卡片里没有任务了。')])
  const place = view.items.length > 1 ? `（${at + 1}/${view.items.length}）` : ''
  const due = item.dueOn === null ? '' : `，${dayWords(item.dueOn, view.today)}前`
  const blocks: readonly Block[] = [
    note(short(item.task.text, CLAUSE)),
    ...unread.map((words) => text(`⚠ ${words}`)),
    ...item.statements.map((s) => note(statementWords(s))),
    form(`task${item.task.originId}`, fieldsOf(item, view.today), {
      text: at + 1 < view.items.length ? SAVE_ON : '保存',
      style: 'primary',
      action: { do: 'saveTask', draft: view.id, task: item.task.originId },
    }),
    buttons(...waysOf(view, at)),
  ]
  return say(`${taskName(item.task)} · 填报${place}`, blocks, {
    subtitle: `${reportName(item.period, view.today)}${due} · ${view.unit}`,
  })
}

function waysOf(view: DraftView, at: number): Button[] {
  const to = (words: string, i: number): Button[] => {
    const item = view.items[i]
    return item
      ? [{ text: words, action: { do: 'editDraft', draft: view.id, task: item.task.originId } }]
      : []
  }
  const adopt = (view.items[at]?.statements ?? []).map(
    (s): Button => ({ text: `采用${s.unit}的数`, action: { do: 'adopt', progress: s.progressId } }),
  )
  return [
    ...adopt,
    ...to('上一项', at - 1),
    ...to('跳过这项', at + 1),
    { text: '去核对', action: { do: 'showDraft', draft: view.id } },
  ]
}

/** Filled with the draft, where it says nothing with what was reported for this period before. */
function fieldsOf(item: ItemView, today: Day): Field[] {
  const said = item.prior
  const states = REPORTED_STATES.map((state) => ({ text: STATE_NAMES[state], value: state }))
  return [
    ...item.targets.slice(0, FORM_TARGETS).map((_, i) => targetField(item, i, today)),
    { kind: 'input', name: 'text', label: '进展说明', lines: 3, ...filled(item.text || said?.text) },
    { kind: 'select', name: 'state', label: '状态', options: states, ...filled(item.state ?? said?.state) },
    {
      kind: 'date',
      name: 'finish',
      label: '预计完成',
      ...filled(item.expectedFinish ?? said?.expectedFinish),
    },
    {
      kind: 'input',
      name: 'difficulty',
      label: '困难（没有不填）',
      ...filled(item.difficulty ?? said?.difficulty),
    },
    { kind: 'input', name: 'help', label: '需协调事项（没有不填）', ...filled(item.help ?? said?.help) },
  ]
}

function targetField(item: ItemView, i: number, today: Day): Field {
  const target = item.targets[i]!
  const figure = item.figures.find((f) => f.target.name === target.name)
  const last = figure ? figure.last : standingOf(item, target.name)
  const old = last === null ? '' : `，${lastWords(last, target.unit, today)}`
  const reading = figure?.said ?? item.kept.find((r) => r.metric === target.name)
  const value = reading && amount(reading.value, reading.unit === target.unit ? '' : reading.unit)
  return {
    kind: 'input',
    name: `m${i}`,
    label: `${target.name}（目标${targetWords(target)}${old}）`,
    ...filled(value),
  }
}

const standingOf = ({ standing }: ItemView, metric: string): OldValue | null =>
  standing.find((s) => s.metric === metric) ?? null

const filled = (value: string | null | undefined): { readonly value?: string } =>
  value == null || value === '' ? {} : { value }
