import type { MetricOp } from '../domain/task.ts'

/** The words that bound a number, before it (不少于) or after its unit (以上). */
export interface Bound {
  readonly word: string
  readonly op: MetricOp
}

const BEFORE: readonly (readonly [RegExp, MetricOp])[] = [
  [
    /(?:不少于|不低于|不小于|不短于|至少|最低)(?:达到?|为|降低|提高|提升|增加|下降|增长|建成|建设|打造|新增|培育|举办|开展)?$/,
    '>=',
  ],
  [
    /(?:不高于|不超过|不大于|不多于|至多|最多|最高|控制在|压减至|压缩至|压缩到|缩短至|缩短到)(?:达到?|为)?$/,
    '<=',
  ],
  [/(?:超过|超出|突破|高于|大于|多于|超|逾)$/, '>'],
  [/(?:低于|小于|少于)$/, '<'],
  [/≥$/, '>='],
  [/[≤≦]$/, '<='],
  [/>$/, '>'],
  [/<$/, '<'],
  [/(?:大约|接近|(?<![签合节公预履])约|近)$/, '~'],
  [
    /(?:达到|稳定在|保持在|维持在|提高到|提升到|提高至|提升至|增加到|增加至|增至|降至|降到|降低到|下降到|达|为)$/,
    '=',
  ],
]

/** 不低于在册里程的5%: the bound stands before what the share is of. */
const OF: readonly (readonly [RegExp, MetricOp])[] = [
  [/不(?:低于|少于)[^，。；、\d]{2,16}的$/, '>='],
  [/(?:不(?:高于|超过))[^，。；、\d]{2,16}的$/, '<='],
  [/(?:超过|突破)[^，。；、\d]{2,16}的$/, '>'],
  [/达到?[^，。；、\d]{2,16}的$/, '='],
]

const AFTER: readonly (readonly [RegExp, MetricOp])[] = [
  [/^(?:及以上|以上|之上)/, '>='],
  [/^(?:及以下|以下|以内|之内)/, '<='],
  [/^(?:左右|上下)/, '~'],
]

/** The bounding word `text` ends with. */
export const boundBefore = (text: string): Bound | null => firstOf([...BEFORE, ...OF], text)

/** The bounding word `text` begins with. */
export const boundAfter = (text: string): Bound | null => firstOf(AFTER, text)

function firstOf(list: readonly (readonly [RegExp, MetricOp])[], text: string): Bound | null {
  for (const [pattern, op] of list) {
    const word = pattern.exec(text)?.[0]
    if (word) return { word, op }
  }
  return null
}
