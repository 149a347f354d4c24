import type { FiguresFacts } from '../figures-facts.ts'

/** 投了多少钱, 花了多少. */
const SPENT = /(?:投入?|花费?|耗资|砸)了?$/

interface Attribute {
  /** The words that ask for it, at the end of the topic. */
  readonly asked: RegExp
  /** What a text that states it says beside the figure. */
  readonly stated: string
}

/**
 * Attributes a plan's clause may well leave out though it speaks of the thing: another figure of the clause is no answer to
 * them (创业担保贷款的利率 is not told by 20亿元).
 */
const ATTRIBUTES: readonly Attribute[] = [
  { asked: SPENT, stated: '投|资金|经费' },
  { asked: /投资(?:额|总额|规模)?$/, stated: '投资' },
  { asked: /(?:经费|预算|拨款|财政资金)$/, stated: '经费|预算|拨款|资金' },
  { asked: /(?:补贴|补助|奖补|贴息)(?:标准|金额)?$/, stated: '补贴|补助|奖补|贴息' },
  { asked: /(?:奖励|奖金)(?:标准|金额)?$/, stated: '奖' },
  { asked: /罚款?$/, stated: '罚' },
  { asked: /(?:利率|利息)$/, stated: '利率|利息' },
  {
    asked: /(?:票价|价格|单价|售价|房价|收费|费用|造价|成本|租金|房租)(?:标准)?$/,
    stated: '票价|价格|单价|售价|房价|定价|收费|费用|造价|成本|租金|房租',
  },
  { asked: /(?:工资|薪资|薪酬|月薪|年薪|待遇)$/, stated: '薪|工资|待遇' },
  { asked: /(?:面积|占地)$/, stated: '面积|占地|亩|平方' },
  { asked: /(?:产量|产能|亩产|单产)$/, stated: '产量|产能|年产|亩产|单产' },
  { asked: /(?:占比|比重|份额)$/, stated: '占|比重|比例|份额' },
  { asked: /(?:销量|销售额|销售量)$/, stated: '销' },
  { asked: /(?:利润|税收|纳税)$/, stated: '利润|税' },
  { asked: /(?:限速|时速|车速)$/, stated: '速' },
  { asked: /(?:年龄|岁数)$/, stated: '岁|龄' },
]

/** 每户补多少, 每公里造价: for each of what the figure is asked; 每年, 每万人 are parts of targets. */
const EACH =
  /每(?!年|月|季|周|天|日|个(?:月|季)|万|千|百|一(?:年|月|季)|次$|回|期)(?<of>\p{Script=Han}{1,2})/u

/** Whether what was found states the attribute asked for; true where none is asked for by name. */
export function statesAttribute({ topic, tasks, goals, indicators, clauses }: FiguresFacts): boolean {
  const asked = wordsAsked(topic ?? '')
  if (asked === null) return true
  const pattern = new RegExp(`(?:${asked})[^。；]{0,16}?\\d|\\d[^。；，]{0,10}(?:${asked})`)
  const texts = [
    ...tasks.map(({ row }) => row.text),
    ...goals.map((goal) => `${goal.name}${goal.raw}`),
    ...indicators.map((row) => `${row.name}${row.value ?? row.target ?? ''}${row.unit ?? ''}`),
    ...clauses.map((clause) => clause.sentence),
  ]
  return texts.some((text) => pattern.test(text))
}

/** 房租一个月, 补贴一个人: for each of what, said behind. */
const PER_BEHIND = /(?:每|一)个?(?:月|年|天|人|户|家|套|公里|平米|平方米|亩|次|场|平)$/

/** 夜游的票价, asked without 多少: whether any text has the attribute's words; true where none is asked for by name. */
export function speaksOfAttribute(topic: string, texts: readonly string[]): boolean {
  return matterOf(topic) === null || speaksOfAsked(topic, texts)
}

/** The same for each of what an attribute is asked (每家补多少). */
export function speaksOfAsked(topic: string, texts: readonly string[]): boolean {
  const asked = wordsAsked(topic)
  return asked === null || texts.some((text) => new RegExp(asked).test(text))
}

/** The matter and the attribute of it that is asked for (青年社区房租一个月 → 青年社区, 房租); null where none is. */
export function matterOf(topic: string): { readonly matter: string; readonly attribute: string } | null {
  const plain = topic.replaceAll(' ', '').replace(PER_BEHIND, '')
  const [words] = ATTRIBUTES.flatMap(({ asked }) => asked.exec(plain)?.[0] ?? [])
  const matter = words === undefined ? '' : plain.slice(0, -words.length).replace(/的$/, '')
  if (words === undefined || matter.length < 2) return null
  return { matter, attribute: SPENT.test(words) ? '投资' : words }
}

function wordsAsked(topic: string): string | null {
  const plain = topic.replaceAll(' ', '').replace(PER_BEHIND, '')
  // 资金里专项债占多少: a part of a sum, not the sum. 全市多少，新洲占几个 is two questions.
  if (/[^\s、和]{3,}占[到了]?$/.test(topic)) return '占|比重|比例|份额'
  const per = /人均|户均|亩均|地均|日均|月均/.exec(plain)?.[0]
  if (per !== undefined) return per
  const each = EACH.exec(plain)?.groups?.of
  if (each !== undefined) return `每${each}`
  return ATTRIBUTES.find(({ asked }) => asked.test(plain))?.stated ?? null
}
