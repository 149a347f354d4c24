import type { Hint, ItemView } from '../../domain/draft-view.ts'
import type { Block, Row } from '../../domain/message.ts'
import { numbersIn } from '../../domain/said-numbers.ts'
import type { Day } from '../../domain/span.ts'
import { shortDay } from '../../report/words.ts'
import { amount, figureWords, readingsWords } from './figures.ts'
import { momentWords, STATE_NAMES, taskName, taskNames, taskTitle } from './naming.ts'

export const HINTS: Readonly<Record<Hint, (item: ItemView) => string>> = {
  doneShort: (i) => `报的是已完成，但${shortOf(i)}还没到目标`,
  noEvidence: () => '报了完成，还没有附佐证',
  noNumber: (i) =>
    `计划里有数（${i.targets
      .slice(0, 2)
      .map((t) => t.name)
      .join('、')}），这次没有报数`,
  otherUnit: (i) =>
    `说的${numbersIn(i.text)
      .slice(0, 2)
      .map((w) => `“${w}”`)
      .join('、')}和计划的单位（${i.targets
      .slice(0, 2)
      .map((t) => `${t.name}：${t.unit}`)
      .join('、')}）对不上，没有记成数`,
  neverReported: () => '还没有报过数，没有可沿用的',
  sameText: () => '说明和上期一字不差',
}

/** What the liaison may do about it; a supervisor reads the hint alone. */
const ADVICE: Partial<Record<Hint, string>> = {
  noEvidence: '，可以直接把文件或照片发给我',
  neverReported: '，能报个数更好',
}

const shortOf = (item: ItemView): string =>
  item.figures
    .filter((f) => f.value < f.target.value)
    .map((f) => f.target.name)
    .join('、')

/** One task of the confirmation card. */
export function itemRow(item: ItemView, today: Day): Row {
  const small = smallPrint(item, today)
  const plain = item.figures.length === 0 && !item.noChange && item.text !== ''
  return {
    lead: item.figures.length === 0 && !item.noChange ? taskTitle(item.task) : taskName(item.task),
    text: [saidWords(item, plain), ...warnings(item)].join('\n'),
    ...(small === '' ? {} : { small }),
  }
}

const SHOWN = 8
/** More are not folded: they stand on pages. */
const FOLDED = 40
const A_PAGE = 20
/** So many and more that stand as they stood share a line. */
const TOGETHER = 4

/** Items in full, the later ones folded; those without change together where they are many. */
export function itemBlocks(items: readonly ItemView[], today: Day): Block[] {
  const quiet = items.filter((i) => i.noChange && warnings(i).length === 0 && smallPrint(i, today) === '')
  const told = quiet.length < TOGETHER ? items : items.filter((i) => !quiet.includes(i))
  const rows = (list: readonly ItemView[]): Block[] =>
    list.length === 0 ? [] : [{ kind: 'rows', rows: list.map((i) => itemRow(i, today)), pageSize: A_PAGE }]
  const first = told.length > FOLDED ? told.length : SHOWN
  const rest = told.slice(first)
  return [
    ...rows(told.slice(0, first)),
    ...(rest.length === 0
      ? []
      : [{ kind: 'fold', title: `其余${rest.length}项`, blocks: rows(rest) } as const]),
    ...(told.length === items.length
      ? []
      : [
          {
            kind: 'text',
            text: `**无变化 ${quiet.length}项**　${taskNames(
              quiet.map((i) => i.task),
              60,
            )}（数沿用上次）`,
          } as const,
        ]),
  ]
}

function saidWords(item: ItemView, plain: boolean): string {
  if (item.empty) return '（还没有填）'
  if (item.noChange) return `无变化${stillWords(item)}`
  const parts = [
    ...item.figures.map(figureWords),
    ...(plain ? [`“${item.text}”记为进展说明`] : []),
    ...(item.state === null ? [] : [`状态：${STATE_NAMES[item.state]}`]),
  ]
  return parts.join('　')
}

/** （仍为 61个） */
function stillWords({ standing }: ItemView): string {
  if (standing.length === 0) return ''
  const [only, ...others] = standing
  const words = others.length === 0 && only ? amount(only.value, only.unit) : readingsWords(standing)
  return `（仍为 ${words}）`
}

const warnings = (item: ItemView): string[] => [
  ...item.hints.map((hint) => `⚠ ${HINTS[hint](item)}${ADVICE[hint] ?? ''}`),
  ...item.figures.flatMap((f) =>
    f.insisted === null ? [] : [`✓ ${amount(f.said.value, f.said.unit)}按您说的记，原因：${f.insisted}`],
  ),
  ...(item.noChange && item.wordless ? ['⚠ 上期也报的无变化，请补一句原因或眼下的进度'] : []),
]

function smallPrint(item: ItemView, today: Day): string {
  const parts = [
    item.figures.length > 0 && addsWords(item) ? `说明：${item.text}` : '',
    item.kept.length > 0 && !item.noChange && !item.empty ? `其余不变：${readingsWords(item.kept)}` : '',
    item.expectedFinish === null ? '' : `预计完成：${shortDay(item.expectedFinish, today)}`,
    item.difficulty === null ? '' : `困难：${item.difficulty.replace(/^困难(?:是|在于|：)?/, '')}`,
    item.help === null ? '' : `请协调：${item.help}`,
    item.evidence.length === 0 ? '' : `佐证：${item.evidence.join('、')}`,
    item.adopted === null ? '' : `采用${item.adopted.unit}报的数`,
    item.other === null
      ? ''
      : `${item.other.person} ${momentWords(new Date(item.other.at))} 报过本项，确认后以这次为准`,
    ...(item.adopted === null ? item.statements.map(statementWords) : []),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** Words that are shown as difficulty or help already are not said twice. */
function addsWords({ text, difficulty, help }: ItemView): boolean {
  const rest = [difficulty, help].reduce((left: string, part) => left.replace(part ?? '', ''), text)
  return rest.replace(/[，。；、\s]/g, '').length > 1
}

export const statementWords = ({ unit, readings, text }: ItemView['statements'][number]): string =>
  `${unit}（责任单位）报：${[readingsWords(readings), text].filter((w) => w !== '').join('；')}`
