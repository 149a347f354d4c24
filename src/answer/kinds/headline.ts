import { measureClass, sameCounter } from '../../understand/finders/measures.ts'
import type { Figure } from '../figure.ts'
import { figureOf, figuresOf } from '../figures.ts'
import { type Rarity, topicMatcher } from '../match.ts'
import { ENOUGH, partsOf } from '../topics.ts'
import { onlyFigure } from './agreement.ts'
import { isOfAttribute } from './attribute-unit.ts'
import type { Candidates } from './gather.ts'

/** One thing asked for with the figure that answers it; null where several do, or none. */
export interface Headed {
  readonly name: string
  readonly figure: Figure | null
}

/** What was asked for, one matter a topic, and the measure said. */
export interface Asked {
  readonly topics: readonly string[]
  readonly measure: string | undefined
  readonly rarity: Rarity
}

/** 便民生活圈和便利店各多少: each part of what is asked with its own figure; one figure for two parts is none of theirs. */
export function headsOf(found: Candidates, asked: Asked): readonly Headed[] {
  const texts = [...found.tasks, ...found.goals].flatMap((row) =>
    'metrics' in row ? [row.text, ...row.metrics.map((m) => m.name)] : [row.raw],
  )
  const parts = asked.topics.flatMap((topic) =>
    inOneName(topic, found, asked) ? [topic] : partsOf(topic, texts),
  )
  const heads = parts.map((name) => ({ name, figure: figureFor(name, found, asked) }))
  const [only, ...others] = heads
  if (only !== undefined && others.length === 0)
    return [{ ...only, figure: only.figure ?? lone(found, asked) }]
  const shared = (figure: Figure) =>
    heads.filter((h) => h.figure !== null && isSame(h.figure, figure)).length > 1
  return heads.map((h) => (h.figure !== null && shared(h.figure) ? { ...h, figure: null } : h))
}

/** 智慧商店、智慧餐厅100个: one figure for all of them. */
function inOneName(topic: string, found: Candidates, asked: Asked): boolean {
  const figure = figureFor(topic, found, asked)
  return (
    figure !== null && partsOf(topic, []).every((part) => topicMatcher(part, asked.rarity).exact(figure.raw))
  )
}

const isSame = (a: Figure, b: Figure): boolean => a.raw === b.raw && a.value === b.value

/** 乡村 alone may be anything: so short a part has no figure of its own. */
const TELLING = 3

/** 多少所 asks for no 亿元; one counter may stand for another (绿色工厂和零碳园区几家) where the name fits. */
const isSort = (unit: string, measure: string | undefined): boolean =>
  measure === undefined || measureClass(unit) === measureClass(measure)

const fits = (unit: string, measure: string | undefined): boolean =>
  measure === undefined || (isSort(unit, measure) && sameCounter(unit, measure))

/** The value all places give whose name or words are the part. */
function figureFor(part: string, found: Candidates, { measure, rarity }: Asked): Figure | null {
  if (part.length < TELLING) return null
  const { score, exact } = topicMatcher(part, rarity)
  const own = figuresOf(found, part, rarity).filter(
    (f) =>
      isSort(f.unit, measure) &&
      isOfAttribute(part, f) &&
      (score(f.name) >= ENOUGH || (fits(f.unit, measure) && score(f.raw) >= ENOUGH)),
  )
  // 服务业增加值 is not 工业增加值, however much of the name is the same.
  const called = own.filter((f) => exact(f.name) || exact(f.raw))
  return onlyFigure(called.length > 0 ? called : own)[0] ?? null
}

/** 创业大赛扶持多少个项目: the one task that answers counts one thing in the measure asked. */
function lone({ tasks, goals, indicators }: Candidates, { measure }: Asked): Figure | null {
  const [task, other] = tasks
  if (
    measure === undefined ||
    task === undefined ||
    other !== undefined ||
    goals.length + indicators.length > 0
  )
    return null
  const [metric, more] = task.metrics.filter((m) => fits(m.unit, measure))
  return metric === undefined || more !== undefined ? null : figureOf(metric, task.document)
}
