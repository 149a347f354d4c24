import type { Lexicon } from '../../prepare.ts'
import { NO_CHANGE } from '../kind/same-words.ts'
import type { Pool } from '../pool.ts'
import { stateOf } from '../state/states.ts'
import { documentsIn } from './documents-said.ts'

/** Where a message may part: between clauses, or between names in a row. */
const PAUSE = /(?:^|[，。；！：\n、 ]|和|以及|还有|另外|(?<!\d)\d{1,2}[.、）])$/
/** 2. of a list. */
const MARKER = /(?<!\d)\d{1,2}[.、）]$/
/** What may stand behind a document's name without saying anything of its tasks: 1号议案的, 51号文口径. */
const EMPTY = /^(?:的|里|中|上|那边|这边|口径|数据|数|任务|文件|方面|》)*(?=$|[，。；！\n）])/
/** Back to the plan of running numbers: 报告第76项, 第28项. */
const NUMBERED =
  /(?:(?<=[，。；！\n、])(?:市?(?:政府)?(?:工作)?报告的?)|(?<=[，。；！\n]))第?(?<no>\d{1,3})(?:项|号任务)/g
const TELLS = /\d|[一二三四五六七八九十百千][个家条项场名]/

/**
 * The stretches of a message that speak of different documents: 52项商业8条，39号文候车亭66个. One stretch where only one is named, or
 * where the name stands behind what is said of it (…，1号议案的).
 */
export function segmentsOf(text: string, pool: Pool, lexicon: Lexicon): readonly string[] {
  const { places } = documentsIn(text, pool, lexicon)
  if (places.length === 0) return [text]
  const named = places
    .filter((p) => PAUSE.test(text.slice(0, p.start)) && !EMPTY.test(text.slice(p.end)))
    .map((p) => p.start - (MARKER.exec(text.slice(0, p.start))?.[0].length ?? 0))
  const back = [...text.matchAll(NUMBERED)].flatMap((m) =>
    isOfAnother(Number(m.groups?.no), text.slice(0, m.index), { pool, lexicon }) ? [m.index] : [],
  )
  return withPredicates(
    cut(
      text,
      [...named, ...back].sort((a, b) => a - b),
    ),
  )
}

/** A number the document named last does not have, and the unit has. */
function isOfAnother(
  no: number,
  before: string,
  { pool, lexicon }: { readonly pool: Pool; readonly lexicon: Lexicon },
): boolean {
  const last = documentsIn(before, pool, lexicon).ids.at(-1)
  const [all, own] = [pool.all, pool.tasks].map((tasks) => tasks.filter((t) => t.documentId === last))
  const has = (own?.length ? own : all)?.some((t) => t.no === no || t.path.at(-1) === String(no))
  return last !== undefined && !has && pool.tasks.some((t) => t.no === no)
}

/** Cuts where what stands before tells something; a greeting or a bare topic goes with what follows. */
function cut(text: string, places: readonly number[]): string[] {
  const parts: string[] = []
  let from = 0
  for (const at of places) {
    const part = text.slice(from, at)
    if (!TELLS.test(part) && stateOf(part) === null && !NO_CHANGE.test(part)) continue
    parts.push(part)
    from = at
  }
  return [...parts, text.slice(from)]
}

/** 99项、46号文9项都没变化: what is said of a row of numbers is said of each. */
function withPredicates(parts: readonly string[]): string[] {
  return parts.map((part, i) => {
    const next = parts[i + 1]
    if (next === undefined || !ONLY_NUMBERS.test(part)) return part
    return `${part.replace(/[、和与及，]+$/, '')}${PREDICATE.exec(next)?.[0] ?? ''}`
  })
}

const ONLY_NUMBERS = /^[^，。；：\d]*(?:\d+号[文议建]?[^，。；：\d]{0,6})?(?:第?\d{1,3}[项条]?[、和与及]*)+$/
/** What stands behind the last number of a row. */
const PREDICATE = /(?<=[项条]|\d[）、和])(?:均|都|全)[^，。；]*$/
