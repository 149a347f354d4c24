/** What a column of an indicator table holds. */
export type IndicatorColumn =
  | { readonly kind: 'no' | 'group' | 'name' | 'unit' | 'attribute' | 'other' }
  | { readonly kind: 'value'; readonly period: string | null; readonly label: string }

const NO = /^(?:序号?|编号)$/
const GROUP = /^(?:类别|类型|分类|维度|领域|方面|一级指标|指标类别|指标类型|目标类别|板块)$/
const NAME =
  /^(?:(?:主要|核心|具体|二级|三级|考核|发展|重点|规划|评价)?指标(?:名称|内容|项目?)?|指标名称\/工作内容|目标名称|主要目标|项目名称|名称)$/
const UNIT = /^(?:计量|指标)?单位$/
const ATTRIBUTE = /^(?:指标)?(?:属性|性质|类型)$/
const OTHER = /^(?:备注|说明|数据来源|(?:责任|牵头|负责|主管|完成)(?:单位|部门))$/
/** 2025年, 2025年目标, 2020年完成情况, 2025 年目标值; also 目标值, 现状值, 年均增速 with no year. */
const YEAR =
  /^(?:到|至)?(?<year>20\d{2})年?(?<rest>(?:底|度|末)?(?:预期|规划|计划|实际|现状|基期|基准|完成|目标|预计|发展|任务)*(?:目标|任务|情况|实绩|数|值|完成)*)$/
const BARE =
  /^(?:(?:规划|预期|计划|发展|工作|任务|年度|总体|考核|约束|五年|三年)*目标(?:值|数|任务)?|现状值?|基期值?|基准值|目标|累计(?:值|目标)?|合计|三年(?:合计|目标|总量)?|五年累计|年均(?:增长|增速|增幅)?(?:（%）|\(%\))?|年均增长率?|指标值|预期值)$/

/** The column a head names, or null. */
export function indicatorColumn(head: string): IndicatorColumn | null {
  const words = head.replace(/\s/g, '')
  if (NO.test(words)) return { kind: 'no' }
  if (GROUP.test(words)) return { kind: 'group' }
  if (NAME.test(words)) return { kind: 'name' }
  if (UNIT.test(words)) return { kind: 'unit' }
  if (ATTRIBUTE.test(words)) return { kind: 'attribute' }
  if (OTHER.test(words)) return { kind: 'other' }
  const dated = YEAR.exec(words.slice(0, 80).replace(/（[^）]*）$/, ''))?.groups
  if (dated) return { kind: 'value', period: dated.year ?? null, label: dated.rest ?? '' }
  return BARE.test(words) ? { kind: 'value', period: null, label: words } : null
}

/** A head of an indicator table: a name, a value, and nothing that is no head. Null otherwise. */
export function indicatorColumns(cells: readonly string[]): readonly IndicatorColumn[] | null {
  const columns = cells.map(indicatorColumn)
  if (columns.length < 2 || columns.some((c) => c === null)) return null
  const known = columns.filter((c) => c !== null)
  const has = (kind: IndicatorColumn['kind']) => known.some((c) => c.kind === kind)
  return has('name') && has('value') ? known : null
}

const FIVE_YEAR = /十(?<n>[二三四五六七])五(?=[”"’规计时期目]|$)/

/** The year a bare 目标值 is for: the last the table's caption names, or the term of the plan, or its title. */
export function targetYear(caption: string, lines: readonly string[]): string | null {
  const term = lines.filter((l) => /(?:规划|实施|行动)(?:期限?|时间|周期)/.test(l))
  for (const words of [caption, ...term, ...lines.slice(0, 12)]) {
    const years = [...words.matchAll(/20\d{2}(?=年|[—–~-]+20)/g)].map((m) => m[0])
    if (years.length > 0 && (words === caption || years.length > 1)) return years.at(-1) ?? null
    const plan = FIVE_YEAR.exec(words)?.groups?.n
    if (plan) return String(2025 + 5 * ('二三四五六七'.indexOf(plan) - 2))
  }
  return null
}
