import type { Facts } from './facts.ts'

/** Where a line stands: what was counted before it under the same heading, and how many tasks were listed since. */
export interface Place {
  readonly base: number
  readonly listed: number
}

export interface Rule {
  readonly pattern: RegExp
  /** What the groups of the pattern must be; null: this is another rule's. */
  readonly counted: (
    match: RegExpExecArray,
    facts: Facts,
    at: Place,
  ) => readonly (number | undefined)[] | null
}

export const CLASS_WORDS: Readonly<Record<string, string>> = {
  done: '已完成',
  onPace: '达到序时进度',
  slow: '进度偏慢',
  late: '滞后或逾期',
  blocked: '推进受阻',
  due: '待报送进展',
  unknown: '暂不能判断进度',
}

const SORT_WORDS: Readonly<Record<string, string>> = {
  overdue: '超过完成时限',
  behind: '落后序时进度',
  over: '超出控制目标',
  finishLate: '预计不能按期完成',
}

const figure = (pattern: RegExp, name: string): Rule => ({
  pattern,
  counted: (_, { figures }) => [figures[name]],
})

const owed = (pattern: RegExp, states: readonly string[]): Rule => ({
  pattern,
  counted: (_, { owing }) => [owing.filter(({ state }) => states.includes(state)).length],
})

/** Shares of all are rounded, and never 100% before all is done. */
function shareOf({ classes, figures }: Facts): number {
  const [part, whole] = [classes.done ?? 0, figures.total ?? 0]
  return part < whole ? Math.min(99, Math.round((100 * part) / whole)) : 100
}

/** Phrases with figures, each with the query that counts it. */
export const RULES: readonly Rule[] = [
  figure(/(?<!偏慢的)任务共(?<n>\d+)项/dg, 'total'),
  figure(/^任务 (?<n>\d+)$/dg, 'total'),
  figure(/^[^，；。]{2,12}任务(?<n>\d+)项/dg, 'total'),
  figure(/其中牵头(?<n>\d+)项/dg, 'led'),
  figure(/作为责任单位(?<n>\d+)项/dg, 'others'),
  figure(/^共报送(?<n>\d+)次/dg, 'reports'),
  figure(/^共(?<n>\d+)项任务的指标有变化/dg, 'moved'),
  figure(/已销号(?<n>\d+)项/dg, 'closed'),
  { pattern: /已完成\d+项（占?(?<n>\d+)%/dg, counted: (_, facts) => [shareOf(facts)] },
  ...Object.entries(CLASS_WORDS).map(
    ([name, words]): Rule => ({
      pattern: new RegExp(`${words} ?(?<n>\\d+)(?=项|$)`, 'dg'),
      counted: (_, { classes }) => [classes[name] ?? 0],
    }),
  ),
  { pattern: /，偏慢(?<n>\d+)项/dg, counted: (_, { classes }) => [classes.slow ?? 0] },
  ...Object.entries(SORT_WORDS).map(
    ([name, words]): Rule => ({
      pattern: new RegExp(`${words}(?<n>\\d+)项`, 'dg'),
      counted: (_, { sorts }) => [sorts[name]],
    }),
  ),
  figure(/新增完成(?<n>\d+)项/dg, 'newDone'),
  figure(/转为正常或完成(?<n>\d+)项/dg, 'eased'),
  figure(/新转入滞后、受阻或偏慢(?<n>\d+)项/dg, 'fell'),
  figure(/受阻或偏慢的任务共(?<n>\d+)项/dg, 'held'),
  figure(/等(?<n>\d+)家单位。/dg, 'troubledUnits'),
  figure(/提请协调的(?:事项共)?(?<n>\d+)件/dg, 'helped'),
  figure(/其中(?<n>\d+)项还没有说明原因/dg, 'unexplained'),
  figure(/尚未完成的任务(?<n>\d+)项/dg, 'due'),
  { pattern: /滞后或逾期的(?<n>\d+)项任务/dg, counted: (_, { classes }) => [classes.late] },
  owed(/应报送进展的单位(?<n>\d+)家/dg, ['done', 'open', 'late']),
  owed(/未到报送时限(?<n>\d+)家/dg, ['open']),
  owed(/已报(?<n>\d+)家/dg, ['done']),
  owed(/逾期未报(?:送的)?(?<n>\d+)家/dg, ['late']),
  {
    pattern: /发出报送提醒(?<n>\d+)次，合并(?<m>\d+)项，因已有数据少问(?<k>\d+)项/dg,
    counted: (_, { figures }) => [figures.sent, figures.merged, figures.avoided],
  },
  {
    pattern: /(?<unit>[^、：。（）]+)（(?<n>\d+)项，已提醒(?<m>\d+)次）/dg,
    counted: ({ groups }, { owing }) => {
      const unit = owing.find((o) => o.unit === groups?.unit)
      return [unit?.missing, unit?.asked]
    },
  },
  {
    pattern: /本期进展应于.+前报送，(?:逾期未报|还有)(?<n>\d+)项(?:，已提醒(?<m>\d+)次)?/dg,
    counted: ({ groups }, { owing: [own] }) => [
      own?.missing,
      ...(groups?.m === undefined ? [] : [own?.asked]),
    ],
  },
  {
    pattern: /(?<unit>[^、：。（）]+?)（(?<n>\d+)项）/dg,
    counted: ({ groups, input, index }, { trouble }) => {
      const unit = (groups?.unit ?? '').replace(/^涉及/, '')
      return input.slice(0, index + 2).includes('涉及') || groups?.unit?.startsWith('涉及')
        ? [trouble[unit]]
        : null
    },
  },
  { pattern: /其余(?<n>\d+)项见台账/dg, counted: (_, __, { base, listed }) => [base - listed] },
  { pattern: /^共(?<n>\d+)项。$/dg, counted: (_, __, { base }) => [base] },
]
