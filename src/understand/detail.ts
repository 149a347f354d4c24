import type { Detail } from '../domain/query.ts'
import type { Intent } from './intents.ts'

/** One thing more that is asked of a matter, and the question without the words that ask for it. */
export interface DetailAsked {
  readonly of: Detail
  /** What is to be named (航线, 街道), in the words of the question. */
  readonly noun?: string
  readonly rest: string
}

interface DetailRule {
  readonly name: string
  readonly of: Detail
  /** The words that ask; what stands before and behind them is the matter. A group `noun` is what is to be named. */
  readonly asked: RegExp
  /** What is counted out is the thing itself, whatever it is called: 10家…是哪些单位 are no units of a task. */
  readonly listed?: true
}

const N = '[一二两三四五六七八九十百\\d]+'
const COUNTER = '(?:大?[家条个所道座类处名位款种项片支场批])'
/** 具体, 分别, 都: ahead of what asks. */
const AHEAD = '(?:具体|到底|究竟|分别|各自|全部|全都|都)*'
const END = '(?:呢|啊|呀|吗)?[？?]?$'
const SPOT =
  '(?:区域|片区|地区|都市圈|区|县|街道?|镇|乡|村|路|园区?|城市|国家|省|地方?|位置|片区|地块|酒店|楼|场馆?|校区|大学|高校|学校|医院|商圈)'
/** What is to be named; a post, a subject or a meaning is told otherwise. */
const NOUN =
  '(?!一起|一块|共同|联合|合力|在|来|去|建|管|办|做|搞|抓|推|干|落实|承担|的事|的活|职务|主题|主旨|内容|意思|要求|时间|说的|里的|目标|情况|标准|内涵)\\p{Script=Han}{0,5}?'
/** 写在哪儿 asks for a place in the text. */
const NOT_WRITTEN = '(?<![写列提记载印登])'
/** What is done there: 在哪里建, 在哪里上课. */
const DONE =
  '(?:建|办|开|举办|召开|落地|打造|试点|上课|上|培训|学|考试?|报名|办理|申请|领取?|登记|比赛?|展出|演出|举行|签约|集合|体检|面试)'
const WHERE = `(?:哪里|哪儿|哪|何处|什么(?:地方|位置)|哪(?:几|些|一|${N})?${COUNTER}?(?<noun>${SPOT}))`

const RULES: readonly DetailRule[] = [
  {
    name: 'why: 为什么定150公里, 是什么原因',
    of: 'reason',
    asked: /为什么|为啥|为何|凭什么|(?:是)?(?:什么|啥)原因|原因(?:是什么|是啥|何在|呢)/,
  },
  {
    name: 'how often: 多久统计一次, 隔几天更新一回, 频率是多少',
    of: 'rhythm',
    asked: new RegExp(
      `(?:每?隔)?(?:多久|多长时间|几天|几周|几个?月|几年)(?=[^，。？?]{0,8}(?:一次|一回|一轮|1次))|(?:频率|频次)(?:是|有|要求)?(?:多少|多高|怎么定的?|什么|啥)?${END}`,
    ),
  },
  {
    name: 'where: 建在哪个街道, 设在哪条街, 放在哪里打造',
    of: 'place',
    asked: new RegExp(
      `${AHEAD}(?:[建设放开办落选住挂搬摆]|坐落|安排|布局|打造|分布|举办|召开|安|位)?${NOT_WRITTEN}(?:在|于)了?${WHERE}${DONE}?${END}`,
    ),
  },
  {
    name: 'where: 选址在哪里, 会址',
    of: 'place',
    asked: new RegExp(`(?:[选校会地]址|地点|位置)[选定放是]?(?:在|为)?${WHERE}?(?:什么|啥)?${END}`),
  },
  {
    name: 'where: 是哪个区的',
    of: 'place',
    asked: new RegExp(`(?:是|属于|归)哪(?:一?个)?(?<noun>[区县])(?:的|管的?)?${END}`),
  },
  {
    name: 'where: 去哪些城市, 赴哪里',
    of: 'place',
    asked:
      /(?:去|赴|(?<![报送交领达做])到|走进)(?:哪里|哪儿|(?:哪些|哪几个|什么)(?<noun>城市|地方|国家|省份?|高校|大学|学校))/,
  },
  {
    name: 'which, so many of them: 是哪两家, 哪10条航线',
    of: 'names',
    asked: new RegExp(
      `${AHEAD}(?:是|有|指|叫|为|包括)?(?:的是)?哪(?![一1]${COUNTER})${N}${COUNTER}(?<noun>${NOUN})${END}`,
      'u',
    ),
  },
  {
    name: 'which: 具体是哪些航线, 具体有哪几家',
    of: 'names',
    asked: new RegExp(
      `(?:具体|到底|究竟)(?:都|分别)?\\p{Script=Han}{0,2}?(?:哪些|哪几${COUNTER}|哪家|什么|啥)(?<noun>${NOUN})${END}`,
      'u',
    ),
  },
  {
    name: 'by name: 四个计划分别叫什么名字, 名称是什么',
    of: 'names',
    asked: new RegExp(
      `(?:(?<=[一二三四五六七八九十\\d]${COUNTER})(?<noun>[\\p{Script=Han}]{2,6}?))?${AHEAD}(?:叫做?|名字(?:都|分别)?[是叫]?|名称(?:都|分别)?是?)(?:什么|啥)(?:名字|名称|名)?${END}`,
      'u',
    ),
  },
  {
    name: 'a list of names: 名单, 名录有没有',
    of: 'names',
    asked: new RegExp(
      `的?(?:完整|详细|具体)?(?:名单|名录|名字|名称)(?:有没有|有吗|有|在哪|是什么|是啥|给我|发我|列一下)?${END}`,
    ),
  },
  {
    name: 'which: 都是什么品牌, 50家企业是哪些, 帮扶的是哪几个县; 写了…的是哪几项 asks for tasks',
    of: 'names',
    asked: new RegExp(
      `(?:(?:都|分别|全部)?是(?:哪些|(?!哪几[项条件]${END})哪几${COUNTER})|(?:都|分别|全部)是(?:什么|啥)|(?<=(?<!第)\\d${COUNTER}[^，。？?]{2,14})是(?:什么|啥))(?<noun>${NOUN})${END}`,
      'u',
    ),
  },
  {
    name: 'which, behind what is done with them: 要加密哪几条, 点了哪几个片区, 打造哪几家; 涉及哪几条 asks for tasks',
    of: 'names',
    asked: new RegExp(
      `(?<=\\p{Script=Han}{2})(?:要|都|会|打算|准备)?(?:重点)?(?<!涉及|包括|包含|分成|分为|提到|说到|写到)(?:加密|开通|新开|新建|新增|建设?|修|打造|改造|培育|点了?|推广|布局|引进|做强|做大)了?哪(?:几|些)(?:${COUNTER}(?<noun>${NOUN})|(?<noun2>(?!任务|单位|部门|区$)\\p{Script=Han}{2,5}?))${END}`,
      'u',
    ),
  },
  {
    name: 'what it is made up of: 由哪些企业组成',
    of: 'names',
    asked: new RegExp(`(?:是)?由(?:哪些|哪几${COUNTER})(?<noun>${NOUN})(?:组成|构成)的?${END}`, 'u'),
  },
  {
    name: 'so many of a thing by name: 验证中心10家分别是哪些单位',
    of: 'names',
    listed: true,
    asked: new RegExp(
      `(?<=\\d(?:多|余)?(?:家|个|所|座)[^，。？?]{0,10})(?:分别|都|具体|各)+(?:是|有)(?:谁|哪些|哪几[家个])(?:单位|部门|企业|公司|机构|学校)?${END}`,
      'u',
    ),
  },
  {
    name: 'terms: 评选标准是什么, 申报条件有哪些, 怎么评选',
    of: 'terms',
    asked: new RegExp(
      `的?(?:评选|评定|认定|遴选|申报|申请|准入|入选|报名|领取|享受|奖励|处罚)的?(?:标准|条件|资格|流程|程序|步骤|办法|要求)(?:都|分别)?(?:是(?:什么|啥|多少|怎么定的?)|有(?:哪些|什么)|呢|怎么定的?)?${END}|(?:怎么|如何|咋)(?:评选|评定|认定|遴选|申报|申请|报名|领取)的?${END}`,
    ),
  },
  {
    name: 'since when: 哪年成立的, 什么时候挂牌',
    of: 'day',
    asked:
      /[是从于在]*(?:哪一?年|哪一?天|什么时候|啥时候|何时|几几年)(?:成立|设立|创办|创立|建立|挂牌|组建|开张|起步|揭牌|获批)/,
  },
]

/** Tasks, units, headings and files are told by name in answers of their own. */
const TOLD_ELSEWHERE =
  /(?:几|多少)[项条个件][^。？?]*是|[家个]的(?:事|活|分工)|哪几[家个](?:一起|共同|联合|合伙|在|来|去)|任务|牵头|负责|责任|配合|参与|参加|单位|部门|文件|阶段|举措|措施|工程|行动|板块|部分|方面|小组|办公室|组长|成员|联络[员人]|指标|报送|上报|简报|小结|附表|电话|进展|进度|[红黄绿]灯|逾期|滞后/

const RESPONSIBLE = /牵头|负责|责任|配合|参与|参加|任务/

/** Kinds of asking that have an answer to it themselves. */
const OTHER_KINDS: ReadonlySet<Intent | null> = new Set([
  ...(['help', 'office', 'people', 'compare', 'ranking', 'stage', 'span', 'duty'] as const),
  ...(['progress', 'definition', 'meeting', 'contact', 'gist'] as const),
])

/** What else than the task itself is asked: which ones by name, where, how often, why, since when; null: nothing of the sort. */
export function detailOf(text: string, { intent, parts }: Around): DetailAsked | null {
  for (const { of, asked, listed } of RULES) {
    const open = listed ? !RESPONSIBLE.test(text) : isOpen(of, text, { intent, parts })
    const found = open ? asked.exec(text) : null
    if (found === null) continue
    const noun = found.groups?.noun ?? found.groups?.noun2
    // 四个计划分别叫什么: the noun ahead is of the matter too.
    const kept = noun !== undefined && found[0].startsWith(noun) ? noun : ''
    const rest = `${text.slice(0, found.index)}${kept} ${text.slice(found.index + found[0].length)}`
    const place = of === 'names' && noun !== undefined && new RegExp(`^${SPOT}$`).test(noun)
    if (place && parts.length > 0) return null
    return { of: place ? 'place' : of, rest, ...(noun === undefined || noun === '' ? {} : { noun }) }
  }
  return null
}

interface Around {
  readonly intent: Intent | null
  /** Districts said: where a thing of theirs is stands in the tables of figures. */
  readonly parts: readonly string[]
}

function isOpen(of: Detail, text: string, { intent, parts }: Around): boolean {
  if (OTHER_KINDS.has(intent) || (of === 'place' && parts.length > 0)) return false
  if (of === 'day' && intent === 'deadline') return false
  return of === 'reason' || !TOLD_ELSEWHERE.test(text)
}
