import type { Hint, ItemView } from '../../domain/draft-view.ts'
import type { Progress } from '../../domain/progress.ts'
import { numbersIn } from '../../domain/said-numbers.ts'

type Item = Omit<ItemView, 'hints'>

/** Nobody copies shorter words on purpose. */
const COPY_FROM = 8

const reached = (item: Item): boolean =>
  item.figures.some(
    ({ target, value, doubts, insisted }) =>
      target.kind === 'total' &&
      target.op !== '<=' &&
      value >= target.value &&
      (doubts.length === 0 || insisted !== null),
  )

const short = (item: Item): boolean =>
  item.figures.some(
    ({ target, value }) => target.kind === 'total' && /^[>=~]/.test(target.op) && value < target.value,
  )

const lacksNumber = (i: Item): boolean =>
  !i.noChange && i.targets.length > 0 && i.figures.length === 0 && i.state !== 'notStarted'

const plain = (text: string): string => text.replace(/[\s，。；、：！]/g, '')

/** In the order they are shown; `before` is the unit's report of an earlier period. */
const HINTS: readonly (readonly [Hint, (item: Item, before: Progress | null) => boolean])[] = [
  ['doneShort', (i) => i.state === 'done' && short(i)],
  ['noEvidence', (i) => (i.state === 'done' || reached(i)) && i.evidence.length === 0],
  ['otherUnit', (i) => lacksNumber(i) && numbersIn(i.text).length > 0],
  ['noNumber', (i) => lacksNumber(i) && numbersIn(i.text).length === 0],
  ['neverReported', (i) => i.noChange && i.targets.length > 0 && i.standing.length === 0],
  [
    'sameText',
    (i, before) =>
      !i.noChange &&
      plain(i.text).length >= COPY_FROM &&
      before !== null &&
      plain(before.text) === plain(i.text),
  ],
]

/** What is worth a second look. Pure. */
export const hintsOf = (item: Item, before: Progress | null): Hint[] =>
  item.empty ? [] : HINTS.filter(([, is]) => is(item, before)).map(([hint]) => hint)
