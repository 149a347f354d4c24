import { stagePlace } from '../query/stage.ts'
import type { Slots } from '../slots.ts'
import { assumed } from '../wording.ts'
import { lastDocuments, lastFilter, withoutPlaces } from './last-query.ts'
import type { Refined, Turn } from './turn.ts'

/** 上一条, 再下一项, 前面那条, 后一个任务; 上个月, 下一阶段, 前一期 are spans. */
const BESIDE =
  /^(?:那么?|再|还有|它的?|看看?|说说|讲讲|请问|，)*(?<way>[上下前后])(?:面|边)?(?:的)?(?:那|[一1])?(?:[项条款]|个(?=任务|呢|是|讲|说|写|谁|由|[？?]|$))/

/** 下一阶段呢, 那上一个阶段, 再往后一个阶段. */
const BESIDE_STAGE =
  /^(?:那么?|再|还有|它的?|往|到|，)*(?<way>[上下前后])(?:面|边)?的?(?:那|[一1])*个?阶段|^(?:那么?|再)?(?:往|接)(?<on>[前后下])(?:面|边)?(?:呢|是什么)/

/** 第二阶段呢, 最后一个阶段呢; 下一阶段呢: another stage of the document whose stage was told. */
export function besideLastStage(slots: Slots, { query }: Turn): Refined | null {
  if (query.kind !== 'stage' || slots.named || slots.stage !== null) return null
  const said = BESIDE_STAGE.exec(slots.text)?.groups
  const way = said?.way ?? said?.on
  // 那第三个呢, 最后一个是几月: a place in the list of stages that was told.
  const last = /^(?:那么?)?最后(?:面)?(?:呢|是|到)/.test(slots.text) ? -1 : null
  const place = typeof slots.pointer === 'number' ? slots.pointer : (last ?? stagePlace(slots.text))
  const at = way === undefined ? place : null
  if (way === undefined && at === null) return null
  const { documents, step = 0 } = query
  const placed = { kind: 'stage' as const, ...(documents === undefined ? {} : { documents }) }
  return {
    query:
      at !== null ? { ...placed, at } : { ...query, step: step + (way === '上' || way === '前' ? -1 : 1) },
    rule: 'follow-up: the stage before or behind the last one',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 它那一部分还有哪几项, 同一节的还有啥: what stands under the heading of the last task. */
const SAME_HEADING =
  /(?:它|这条|那条|这项|那项)?(?:所在的?)?(?:同一?|那一?|这一?)(?:个|大)?(?:部分|节|板块|块|工程|行动|小节)(?:里|下面?|底下|中)?的?(?:还|都|另外)?(?:有|剩)(?:的)?(?:哪|什么|啥|几|多少|别的|其他)/

/** 上一条呢, 下一项谁牵头, after one task without a number said: the one beside it; those under its heading. */
export function besideLastTask(slots: Slots, { query, tasks }: Turn): Refined | null {
  const [task] = tasks
  const way = BESIDE.exec(slots.text)?.groups?.way
  const heading = SAME_HEADING.test(slots.text)
  const fits = slots.numbers.length === 0 && slots.units.length === 0 && !slots.named && tasks.length === 1
  if (task === undefined || task.id <= 0 || !fits || (way === undefined && !heading)) return null
  const around = heading ? ('section' as const) : way === '上' || way === '前' ? -1 : 1
  const filter = { among: [task.id], around }
  const lead = slots.intent === 'lead' || (slots.intent === null && query.kind === 'lead')
  return {
    query: lead && !heading ? { kind: 'lead', filter, roles: slots.roles } : { kind: 'tasks', filter },
    rule: 'follow-up: the task beside the last one, or all under its heading',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 上一条呢 after 第57条讲的什么: the number before or behind the last one, asked the same unless something else is. */
export function besideLastNumber(slots: Slots, { query }: Turn): Refined | null {
  const way = BESIDE.exec(slots.text)?.groups?.way
  const filter = lastFilter(query)
  const numbers = filter?.numbers ?? []
  const leansOnly = slots.numbers.length === 0 && slots.units.length === 0 && !slots.named
  if (way === undefined || filter === undefined || numbers.length === 0 || !leansOnly) return null
  const next = way === '上' || way === '前' ? Math.min(...numbers) - 1 : Math.max(...numbers) + 1
  const rule = 'follow-up: the number before or behind the last one'
  const documents = lastDocuments(query) ?? null
  if (slots.intent !== null || !('filter' in query))
    return { slots: { ...slots, numbers: [next], pointer: null, topics: [], documents }, rule }
  return {
    query: { ...query, filter: { ...withoutPlaces(filter), numbers: [next] } },
    rule,
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 分别是多少, after how many targets a task has: those. */
export function ofCountedTargets({ text, assumptions }: Slots, { query }: Turn): Refined | null {
  const asked = /^(?:那|都|它们|这些)*(?:分别|各自?|都)(?:是|为|要)?(?:多少|几|什么|啥|哪些)[？?]?$/
  if (query.kind !== 'count' || query.of !== 'indicators' || !asked.test(text)) return null
  return {
    query: { kind: 'metric', filter: query.filter },
    rule: 'follow-up: the targets that were counted',
    assumptions: [...assumptions, assumed.carried],
  }
}
