import type { FigureView, ItemView } from '../../domain/draft-view.ts'
import type { Block, Button } from '../../domain/message.ts'
import type { Doubt } from '../../domain/progress-check.ts'
import { amount } from './figures.ts'
import { taskName } from './naming.ts'
import { buttons, text } from './say.ts'

const times = (a: number, b: number): string => `${Math.max(1, Math.round(a / b))}倍`

const of = (f: FigureView): string => `目标（${amount(f.target.value, f.target.unit)}）`
const before = (f: FigureView): string => `上次（${amount(f.before?.value ?? 0, f.target.unit)}）`

/** What makes a figure doubtful, to follow 报的是…，. */
const WHY: Readonly<Record<Doubt, (f: FigureView) => string>> = {
  falls: (f) => `比${before(f)}少`,
  tenfold: (f) => `是${before(f)}的${times(f.value, f.before?.value ?? f.value)}`,
  farAboveTarget: (f) => `是${of(f)}的${times(f.value, f.target.value)}`,
  farBelowTarget: (f) => `不到${of(f)}的千分之一，单位是不是写小了`,
  impossible: (f) => (f.value < 0 ? '是负数' : '超过了100%'),
  fraction: () => '应是整数，是不是漏了“万”',
  otherUnit: (f) => `计划里的单位是“${f.target.unit}”`,
}

/** 治理类报的是 9050条，是目标（1000条）的9倍、上次（812条）的11倍。是 905条 吗？ */
export function doubtWords(f: FigureView): string {
  const why = [...new Set(f.doubts.map((d) => WHY[d](f)))]
  const joined = why.length > 1 ? why.join('、').replaceAll('、是', '、') : why.join('')
  const guess = f.offers.map((v) => amount(v, f.target.unit)).join(' 或 ')
  const end = guess === '' ? '请核对。' : `是 ${guess} 吗？`
  return `${f.target.name}报的是 **${amount(f.said.value, f.said.unit)}**，${joined}。${end}`
}

/** The question with its three ways out. */
export function doubtBlocks(item: ItemView, f: FigureView, draft: number): readonly Block[] {
  const at = { draft, task: item.task.originId, metric: f.target.name }
  const offers = f.offers.map(
    (value): Button => ({
      text: amount(value, f.target.unit),
      style: 'primary',
      action: { do: 'figure', ...at, value },
    }),
  )
  const said = amount(f.said.value, f.said.unit)
  return [
    text(`⚠ ${taskName(item.task)} ${doubtWords(f)}`),
    buttons(
      ...offers,
      { text: `就是${said}，说明原因`, action: { do: 'insist', ...at } },
      { text: '重填', action: { do: 'editDraft', draft, task: item.task.originId } },
    ),
  ]
}
