/** A stretch of a message between two pauses, with its place in the plain message. */
export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
  /** A full stop, a line break or the beginning stands before it: plans announced earlier end here. */
  readonly opens: boolean
}

/** Cuts at commas, stops, line breaks and the spaces people type between things; 、 and ： join. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  for (const m of text.matchAll(/[^，。；！？\n ]+？?/g)) {
    const before = text[m.index - 1] ?? '\n'
    clauses.push({ text: m[0], start: m.index, end: m.index + m[0].length, opens: /[。！？\n]/.test(before) })
  }
  return clauses
}

/** Words of talk that name nothing; taken out before names are compared. */
const TALK =
  /[□■]+|最新|[两二三四五六2-6][个项]指标|(?:比|较|与|和|跟)?(?:上(?:个)?(?:月|季度?|周|期|次|半年)|去年|上年|同期|年初)(?:份|底|末)?(?:相比|比)?(?:多|增加|新增|减少|少|增长)?了?|目前|现在|当前|截至|截止|今天|昨天|上月底|累计|现有|已有|共有|一共|总共|共计|合计|总计|总?盘子|全市|[省市区]里|正式数?|(?:扣掉|扣除|剔除|去重|核减|减掉|刨去|评审|评选|审核|遴选)(?:之)?后|拟(?=认定|授牌)|初步|初核|核算|测算|[旬快月]报数|全年|今年以来|今年|本年度?|年内|以来|实际|已经|达到了?|我们院?|我局|咱们?|单位|这边|那边|这块儿?|那块儿?|这个(?![月季])|那个|这项|那项|这里|其中|差不多|大概|左右|突破|超过|预计|估计|应该|可能|刚刚|还差|只差|还剩|剩下|剩余|余下|更正为?|应为|应该?是|改为|改成|现?(?:更新|变更|调整|修正|订正|校正|核定|核减|核增)(?:为|成|到)|不是|而是|还有|另外|然后|一下|以及|(?:写|打|报|填|输|搞|说)错了?|(?:上面|刚才|前面|刚刚)(?:说|报|发|写|那个)?的?|这次|本次|里面|里头|哦|我?查到了?|我?查了一下|刚?问了|关于|具体|准确|确切|第[一二三四五]批|本月|这个?月|当月|本周|这周|近期|最近|前面那条|那条|作废|撤回|加起来|的?基础上|啥的/g

/** Verbs and particles that go with any figure; with these gone too, what is left is a name or nothing. */
const VERBS =
  /完成了?|经(?=评审|认定|审核|公示|专家|初审|遴选)|评审|审核|评定|评上|获批|批复|核准|初审|复审|终审|公示|名单|入选|最终|最后|下来|实施|组织|推动|支持|引导|促成|新认定|认定|签订|落实|到账|下达|核实|核定|核|安排|确定|形成|打造|设立|成立|方面|情况|数据|比|较|上(?:个)?(?:月|季度?|周|期|次)|同比|环比|变成?|(?:发展|扩大|扩展|壮大)到|攀升[到至]|涨到?|升至?|扩到?|增加|增至|提高|提升|上升|增长|净增|减少|多|少|增|完工|竣工|培养|筹集|征集|遴选|实现|任务|指标|进度|数量|总数|新增|新开(?!工)|新签|开通|建成|培育|引进|推广|认定|新建|举办|开展|落地|挂牌|投用|开业|签约|签完|签下|办完|做完|改完|建完|全部|下来|目标|报送|汇报|到位|年度|本期|办|签|开(?!工)|招|做|改|建|报|说|干|搞|有|是|为|了|的|到|达|约|近|超|吧|哈|呢|啊|呀|嘛|哦|嗯|剩|差|缺|欠|余|还|又|再|才|就|只|也|都|均|各|共|已|第|项|和|及|与|跟|在|从|由|把|给|对|被|得|着|过|、|：|（|）|\s/g

/** The words around a figure as they are compared with names. */
export const nameWords = (words: string): string => words.replace(TALK, ' ')

/** What is left of the words around a figure once everything that names nothing is gone. */
export const contentOf = (words: string): string => words.replace(TALK, '').replace(VERBS, '')

const LAST_VERB = new RegExp(`(?:${VERBS.source})$`)
const FIRST_VERB = new RegExp(`^(?:${VERBS.source})`)

/** The name alone, verbs and talk around it cut off as long as a name is left: 技改又增加了 → 技改. */
export function coreOf(words: string): string {
  let core = nameWords(words).trim()
  for (const edge of [LAST_VERB, FIRST_VERB])
    for (let cut = edge.exec(core); cut !== null && core.length - cut[0].length > 1; cut = edge.exec(core))
      core = core.replace(edge, '').trim()
  return core
}
