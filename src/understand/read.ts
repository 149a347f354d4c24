import type { TaskState } from '../domain/task-filter.ts'
import { withoutClaims } from './claims.ts'
import { datesOf } from './dates-said.ts'
import { detailOf } from './detail.ts'
import { findMarks, type ReadContext } from './find-marks.ts'
import { intentOf } from './intents.ts'
import { type Marked, marksOf } from './marks.ts'
import { asksDocumentAfter } from './names/beside-document.ts'
import { isLeftAside, withoutLeftAside } from './names/left-aside.ts'
import { namesHeadingAt, placeIn } from './names/place-in.ts'
import {
  besidesDocuments,
  gazetteSlot,
  type ResolvedDocuments,
  resolveDocuments,
} from './names/resolve-documents.ts'
import { resolveUnits } from './names/resolve-units.ts'
import { placeOf, unitPlaces } from './names/units.ts'
import type { Lexicon } from './prepare.ts'
import { headingOf } from './query/heading.ts'
import { rolesOf } from './roles-said.ts'
import type { Slots } from './slots.ts'
import { topicsOf } from './topic.ts'

/** Takes one question apart. Pure; the trace names every rule that fired. */
export function readSlots(text: string, context: ReadContext): { slots: Slots; trace: readonly string[] } {
  const marks = findMarks(text, context)
  const asked = intentOf(text.replace(POINTING, ' '))
  const dates = datesOf(text, marks)
  const documents = documentsOf(text, marks, { dates, lexicon: context.lexicon })
  const units = resolveUnits(marks, context.lexicon, context.viewer)
  const heading = headingOf(text, context.lexicon)
  const gazette = marksOf(marks, 'gazette').length > 0
  const parts = partsOf(marks, context.lexicon)
  const detail = heading.counted ? null : detailOf(text, { intent: asked?.intent ?? null, parts })
  const matter = withoutClaims(detail?.rest ?? heading.rest)
  const place = placeIn(marks, documents, context.lexicon)
  const slots: Slots = {
    text,
    intent: detail !== null ? 'detail' : heading.counted ? 'count' : (asked?.intent ?? null),
    detail,
    units: units.units,
    documents:
      besidesDocuments(text, marks, context.lexicon) ??
      documents.slot ??
      (gazette ? gazetteSlot(context.lexicon) : null),
    named: documents.named,
    gazette,
    years: documents.years,
    dueFrom: dates.from,
    dueTo: dates.to,
    span: dates.span,
    month: monthOf(text, marks),
    numbers: marksOf(marks, 'no').flatMap((m) => m.numbers),
    ...place,
    ...rolesOf(text, marks),
    topics: topicsOf(matter, matter === text ? marks : findMarks(matter, context), context.lexicon).filter(
      (topic) =>
        !isSaidAlready(topic, units.units, text) && !namesHeadingAt(topic, place.path, context.lexicon),
    ),
    section: heading.section,
    ...namedIn(marks),
    by: parts[0] ?? null,
    parts,
    states: statesOf(text),
    withMetric: withMetricOf(text),
    among: [],
    assumptions: [...documents.assumptions, ...units.assumptions],
  }
  const trace = [...marks.map((m) => m.rule), ...(asked === null ? [] : [asked.rule])]
  const meant = slots.intent === 'people' && takesPart(slots) ? { ...slots, intent: 'lead' as const } : slots
  return { slots: meant, trace: [...trace, ...slots.topics.map((topic) => `topic: ${topic}`)] }
}

interface Dated {
  readonly dates: ReturnType<typeof datesOf>
  readonly lexicon: Lexicon
}

/** The documents meant; those left aside (除了9号文) are none of them. */
function documentsOf(text: string, marks: readonly Marked[], { dates, lexicon }: Dated): ResolvedDocuments {
  const aside = marks.filter((m) => isLeftAside(m, text))
  const named = asksDocumentAfter(text, marks) ? marks.filter((m) => m.value.kind !== 'document') : marks
  const kept = named.filter((m) => !aside.includes(m))
  const { years, relative } = dates
  return withoutLeftAside(resolveDocuments({ marks: kept, years, relative }, lexicon), aside, lexicon)
}

/** 仲裁办（武汉仲裁委办）: the unit said twice; 有数字指标的: the sort of task, no matter. */
const isSaidAlready = (topic: string, units: Slots['units'], text: string): boolean =>
  units.some((unit) => unit.name.includes(topic)) ||
  (withMetricOf(text) !== null && /^(?:数字|量化|具体|明确|指标)+$/.test(topic))

/** What stands in the question by name. */
const namedIn = (
  marks: readonly Marked[],
): Pick<Slots, 'people' | 'posts' | 'stage' | 'measure' | 'pointer'> => ({
  people: marksOf(marks, 'person').map((m) => m.name),
  posts: marksOf(marks, 'post').map((m) => m.post),
  stage: marksOf(marks, 'stage')[0]?.name ?? null,
  measure: marksOf(marks, 'measure')[0]?.measure ?? null,
  pointer: marksOf(marks, 'pointer')[0]?.among ?? null,
})

/** 种业小镇那条谁参加: of a matter the units are asked; of a leading group or a unit, persons. */
const takesPart = ({ text, topics, posts, units, numbers, named }: Slots): boolean =>
  (topics.length > 0 || numbers.length > 0) &&
  posts.length === 0 &&
  (!named || /[那这][条项块件]|任务|第.{1,3}[条项]/.test(text)) &&
  units.length === 0 &&
  /谁(?:来|也|都|要)?(?:参加|参与)/.test(text) &&
  !/小组|专班|成员|名单|代表|派|哪位|领导|[局市区]长|主任/.test(text)

/** 这几条里头哪条: what is pointed at is not what is asked. */
const POINTING = /[这那](?:几|两|[二三四五])(?:[项条件个](?:任务)?(?:里[面头边]?|当中|中)|份(?:文件)?)/

/** 8月份要做什么; of 5到9月 the first. */
function monthOf(text: string, marks: readonly Marked[]): string | null {
  const span = /(?<![\d年])(?<from>\d{1,2})月?(?:到|至|—|-|~)\d{1,2}月/.exec(text)?.groups?.from
  if (span !== undefined) return `${span}月`
  const said = marksOf(marks, 'date').some((m) => m.reading.grain === 'month')
  return said ? (/\d{1,2}月/.exec(text)?.[0] ?? null) : null
}

/** Districts as said (汉南区), else as the tables call them (经开区 for 武汉经开区管委会). */
function partsOf(marks: readonly Marked[], lexicon: Lexicon): string[] {
  const parts = marks.flatMap((mark) => {
    if (mark.value.kind !== 'unit') return []
    const said = placeOf(mark.text, lexicon)
    if (/^各|相关/.test(said)) return []
    if (lexicon.parts.has(said) || /^\p{Script=Han}{1,6}[区县]$/u.test(said)) return [said]
    const places = mark.value.units.flatMap((unit) => unitPlaces(unit, lexicon))
    // 城中村汉阳几个: a district no table has is one all the same.
    return (
      places.find((place) => lexicon.parts.has(place)) ?? places.find((place) => place === `${said}区`) ?? []
    )
  })
  return [...new Set(parts)]
}

const STATES: readonly (readonly [TaskState, RegExp])[] = [
  ['overdue', /逾期|超期|过期/],
  ['unreported', /未报送|没报|未报/],
  ['behind', /滞后|落后|红灯|黄灯/],
  ['closed', /办结|销号/],
  ['blocked', /卡住|推不动|受阻/],
]

const statesOf = (text: string): TaskState[] => STATES.filter(([, p]) => p.test(text)).map(([state]) => state)

function withMetricOf(text: string): boolean | null {
  if (
    /(?<![写有提定给])没(?:有)?(?:明确)?(?:写|提|定|给|列)(?:明|出|到)?(?:具体)?.{0,2}(?:数|场次|指标|目标|数字|数量)/.test(
      text,
    )
  )
    return false
  return /(?:有|写了|写明|带)(?:明确|具体|量化)?(?:的)?(?:数字|量化|指标|目标值|数量)(?:指标|目标|要求)?(?:的|要求|[？?]|$)/.test(
    text,
  )
    ? true
    : null
}
