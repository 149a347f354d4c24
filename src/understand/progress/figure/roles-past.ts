import type { RoleRule } from './roles.ts'

const PAST = '(?:上次|上回|上一次|之前|先前|此前|前面|原来|原先|原|上午|早上|昨天|前天|刚才|刚刚|误|旧)'
const EARLIER =
  '(?:上(?:个)?月|上(?:个)?季度?|上半年|上(?:个)?周|上(?:一)?期|去年|上年|年初|同期|[一二三四]季度|\\d{1,2}月(?:份|底)?|[一二三四五六七八九十]+月(?:份|底)?|□+)'

/** What was said before, of another time, or taken back. */
export const PAST_ROLES: readonly RoleRule[] = [
  {
    role: 'value',
    name: 'still what it was: 原来4家没增加',
    before: /(?:原来|原先|原有|之前|上次|上月)(?:是|有|的)?$/,
    after: /^(?:也|还|都|一直)?(?:没|未)(?:有)?(?:增加|新增|增|变|动|减|涨)/,
  },
  {
    role: 'negated',
    name: 'denied: 不是6条, 而非6条',
    before: /(?:(?<!是)不是|并非|而非|不应该?是|不该是|别写)[^，。；\d是]{0,8}$/,
  },
  {
    role: 'negated',
    name: 'denied behind: 6条是错的, 96家有误',
    after: /^[^，。；]{0,6}?(?:是错|错了|[打报填写说输录]错|有误|有问题(?=$|[，。；])|不对|作废|多写了)/,
  },
  {
    role: 'negated',
    name: 'what it was made into by mistake: 96写成69, 搞错成182',
    before: /(?:写|打|报|填|输|搞|说|弄|录)(?:错)?成了?$/,
  },
  {
    role: 'increment',
    name: 'left out or too many: 少报了1条, 多算了2家',
    before:
      /[多少漏](?:报|写|填|算|统计|打|计)了$|(?:(?:报|算|计|统计|录|填)重|重复(?:计|算|报|统计|录)|重报)了?$/,
  },
  {
    role: 'previous',
    name: 'said before: 之前报的96家, 上次填的6条',
    before: new RegExp(
      `${PAST}[^，。；]{0,4}(?:报|填|写|说|发|统计|登)(?:送|成|错)?(?:的|了|成)?(?:是|为)?[^，。；]{0,8}$`,
    ),
  },
  {
    role: 'previous',
    name: 'reported of a month past: 五月报的便利店4家',
    before: new RegExp(`${EARLIER}(?:份|底|末)?(?:我们)?(?:报|填|写)(?:送|上)?的?(?:是|为)?[^，。；]{0,10}$`),
  },
  {
    role: 'previous',
    name: 'of a day gone by: 912是8月底的',
    after: /^[元家个条项名人场]?(?:是|为)□+(?:份|底|末)?(?:的|报的|数)/,
  },
  {
    role: 'previous',
    name: 'of another time or sort: 7家是去年的, 7820是计划数, 221是累计的',
    after:
      /^[元家个条项名人场]?(?:是|为)(?:去年|上年|上个?月|上个?季度|上半年|往年|历年|累计|存量|计划|目标|任务|预计|全省|含[^，。；\d]{1,6})(?:底|末|份)?(?:以来)?(?:的|数|口径)/,
  },
  {
    role: 'previous',
    name: 'provisional: 821是估的, 21.5万是旬报数',
    after: /^[元人个家条]?(?:是|为)[^，。；\d]{0,6}(?:估|旬报|快报|月报|初步|口头|暂定)/,
  },
  {
    role: 'aside',
    name: 'of one month alone: 9月当月增长8.2%',
    before: /(?:当月|单月|当季)(?:同比)?(?:增长|增速|增|下降)?(?:了|为)?$/,
  },
  {
    role: 'previous',
    name: 'from … to: 由4条增至8条, 从4条增加到8条',
    before: /(?:由(?!于)|从)[^，。；到至]{0,10}$/,
    after: /^[^，。；\d]{0,6}?(?:到|至|为|成)/,
  },
  {
    role: 'previous',
    name: 'held against: 较去年底的41家增长41.5%, 比上月的6条多2条',
    before: /(?:较|比(?!例|重)|相比|对比|同)[^，。；\d]{1,14}?的?$/,
    after: /^(?:相比|比)?(?:增长|增加|增|提高|提升|上升|多|下降|减少|少|降|翻|净增|新增|扩大)/,
  },
  {
    role: 'previous',
    name: 'built upon: 在上次412家基础上又新增37家, 原有18家再加3家',
    before: /(?:在|原有|本来有|原本)[^，。；\d]{0,8}$/,
    after: /^的?(?:基础|底子)上|^，?(?:再加|又加|又增|再增)/,
  },
  {
    role: 'previous',
    name: 'replaced: 把6条改成7条, 6条改为7条, 96更正为69, 6个改8个',
    after: /^改$|^(?:统一|全部)?(?:改|更正|修改|调整|变更|订正|应|应该|应当)(?:成|为|是|到)/,
  },
  {
    role: 'previous',
    name: 'old state: 原来6条, 上月是6条',
    before: new RegExp(
      `(?:${PAST}|上(?:个)?月|上(?:个)?季度|上(?:一)?[期周]|去年|上年|同期|年初)(?:底|末|时)?(?:是|为|有|的|只有|才)?(?:数|数据|基数)?(?:是|为)?$`,
    ),
    unless: /截至|截止|[到至](?:上|昨天|前天|今)/,
  },
  {
    role: 'previous',
    name: 'of another quarter, in brackets: 71家（Q2 62家）',
    before: new RegExp(
      `（(?:Q[1-4]|[一二三四]季度|上(?:个)?(?:月|季度?|年|期|次)|去年|${'□+'})[^（）]{0,6}$`,
    ),
    unless: /截至|截止|至|到/,
  },
  {
    role: 'comparison',
    name: 'over the target: 超目标112亿元',
    before: /超(?:出|过|额)?了?(?:年度|全年|既定)?(?:目标|任务|计划)(?:数|值)?的?$/,
  },
]
