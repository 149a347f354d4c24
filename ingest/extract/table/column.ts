/** What a column of a task table holds, told by its head in whatever wording an office likes. */
export type ColumnKind =
  | 'no'
  | 'section'
  | 'title'
  | 'text'
  | 'goal'
  | 'lead'
  | 'responsible'
  | 'supporting'
  | 'deadline'
  | 'person'
  | 'other'

interface Head {
  readonly kind: ColumnKind
  readonly pattern: RegExp
}

/** First match wins, on a head without spaces and brackets. */
const HEADS: readonly Head[] = [
  { kind: 'no', pattern: /^(?:序号?|编号|项号|任务号|任务编号|任务序号|项目序号|No\.?)$/i },
  {
    kind: 'person',
    pattern: /^.{0,6}(?:领导|负责人|责任人|联系人|联络员|经办人|包保人|电话|联系方式)(?:及.{0,6})?$/,
  },
  {
    kind: 'deadline',
    pattern: /^[^\d，。、]{0,6}(?:时限|期限|时间|时间节点|节点|完成日期|办结日期)(?:要求|安排|节点)?$/,
  },
  {
    kind: 'supporting',
    pattern:
      /^(?:主要|共同|市级|区级|省级)?(?:配合|协办|协同|协助|参与|参加|会办|支持|协作)(?:责任|实施|落实)?(?:单位|部门|主体|处室|科室|机构)?(?:及.*)?$/,
  },
  {
    kind: 'lead',
    pattern:
      /^(?:市级|省级|区级|县级|总|第一)?(?:牵头|主办|主责|主要责任|第一责任|主要负责|总牵头|主管)(?:责任|负责|实施|落实|推进|组织)?(?:单位|部门|主体|处室|科室|机构)?$/,
  },
  {
    kind: 'responsible',
    pattern:
      /(?:责任|承办|实施|落实|负责|主办|牵头|执行|推进|完成|分工|组织|报送|建设|申报|主管|管理|任务)(?:及?[^位门体]{0,6})?(?:单位|部门|主体|处室|科室|机构)|^(?:单位|部门|责任分工|分工|责任主体)$/,
  },
  {
    kind: 'other',
    pattern:
      /^[^\d，。、]{0,6}(?:备注|说明|进展|情况|问题|困难|下一步|来源|依据|资金|投资|投资额|地点|性质|属性|得分|分值|权重|评分|状态|考核)(?:（.*）)?$/,
  },
  {
    kind: 'goal',
    pattern:
      /^(?:年度|工作|主要|预期|阶段性?|总体|\d{4}年度?|三年|量化|考核|任务|建设|阶段)*(?:目标|指标|成果|成效|目标值|目标要求|标志性成果|预期成果|指标值)$/,
  },
  {
    kind: 'section',
    pattern:
      /^(?:一级(?:任务|指标|目录)?|所属)?(?:领域|类别|分类|维度|方面|板块|大类|门类|专项|类型|归类|模块|领域类别|任务类别|工作类别|项目类别|工作领域|任务领域|类)$|^一级(?:任务|目录)$|^(?:行动|工程|专项行动)$/,
  },
  {
    kind: 'text',
    pattern:
      /^(?:二级|三级|具体|主要|工作|任务|重点|改革|建设|目标|措施|落实|细化|推进|责任)*(?:内容|举措|措施|要求|清单内容|细则|做法|任务描述|任务分解|具体任务|任务要点|要点|条款|事项内容)(?:及(?:要求|目标|措施|举措|任务))?$|^(?:具体|细化)(?:任务|工作|事项)$/,
  },
  {
    kind: 'title',
    pattern:
      /^(?:重点|主要|年度|工作|改革|目标|重大|二级|任务|建议|提案|议案|整改|实施|\d{4}年|督办|督查|承诺|民生|实事|具体)*(?:任务|工作|事项|项目|任务名称|项目名称|事项名称|工作任务|名称|实事|议题|决策部署|目标|承诺事项)(?:清单|分解)?$/,
  },
]

/** 牵头单位（部门） → lead; null where the words are no head of any column. */
export function columnKind(head: string): ColumnKind | null {
  const words = head.slice(0, 60).replace(/（[^）]*）|\([^)]*\)|[\s*：:]/g, '')
  if (words === '' || words.length > 16) return null
  return HEADS.find(({ pattern }) => pattern.test(words))?.kind ?? null
}

export interface Column {
  readonly kind: ColumnKind
  readonly head: string
}

const UNITS: readonly ColumnKind[] = ['lead', 'responsible', 'supporting']
const WORDS: readonly ColumnKind[] = ['text', 'title', 'goal']
export const isUnitKind = (kind: ColumnKind): boolean => UNITS.includes(kind)

/**
 * The columns a row of heads names, or null when it is no head of a task table: nearly all cells must be heads, one
 * of them the words of a task, and one a unit or both a number and a time limit.
 */
export function columnsOf(cells: readonly string[]): readonly Column[] | null {
  const kinds = cells.map(columnKind)
  const named = cells.filter((c) => c.trim() !== '').length
  const known = kinds.filter((k) => k !== null).length
  if (named < 3 || known < 3 || known < named * 0.7) return null
  const columns = cells.map((head, i): Column => ({ head, kind: kinds[i] ?? 'other' }))
  const has = (wanted: readonly ColumnKind[]) => columns.some((c) => wanted.includes(c.kind))
  if (isIndicatorHead(columns)) return null
  if (!has(WORDS) || !(has(UNITS) || (has(['no']) && has(['deadline'])))) return null
  return withTitle(withText(columns))
}

/** A head nobody knows that stands before the task's words (实事项目名 | 目标任务) most likely names it. */
function withTitle(columns: readonly Column[]): readonly Column[] {
  if (columns.some((c) => c.kind === 'title')) return columns
  const text = columns.findIndex((c) => c.kind === 'text')
  const at = columns.findIndex((c, i) => i < text && c.head !== '' && columnKind(c.head) === null)
  return columns.map((c, i) => (i === at ? { ...c, kind: 'title' } : c))
}

/** 指标 | 单位 | 目标值: there 单位 is what is counted, and nobody's office. */
function isIndicatorHead(columns: readonly Column[]): boolean {
  const units = columns.filter((c) => isUnitKind(c.kind))
  return columns.some((c) => /指标/.test(c.head)) && units.every((c) => /^(?:计量)?单位$/.test(c.head))
}

/** One column holds the task's words: the one headed so, else the last of those that could. */
function withText(columns: readonly Column[]): readonly Column[] {
  if (columns.some((c) => c.kind === 'text')) return onlyLastText(columns)
  const at = columns.findLastIndex((c) => c.kind === 'title')
  const fallback = at >= 0 ? at : columns.findIndex((c) => c.kind === 'goal')
  return columns.map((c, i) => (i === fallback ? { ...c, kind: 'text' } : c))
}

/** 主要任务 | 具体内容: of two such columns the last holds the words, the first their title. */
function onlyLastText(columns: readonly Column[]): readonly Column[] {
  const last = columns.findLastIndex((c) => c.kind === 'text')
  return columns.map((c, i) => (c.kind === 'text' && i !== last ? { ...c, kind: 'title' } : c))
}
