import { clausesOf } from '../clauses.ts'
import { stateOf } from '../state/states.ts'
import { firstKind, type KindRule, kindRule } from './kind-rule.ts'

/** To answer for a task, and to hand in its figures. */
const ANSWERS =
  '(?:牵头|主抓|主管|主责|主办|负责|承担|统筹|分管|归口|兜底|统一报|报送|在?报|在?管|在?抓|在?搞|在?弄|在?办|在?填|在?做|统计|汇总|(?:统一|一并)(?:反馈|上报|答复))'
/** Ends of such a clause. */
const END = '(?:的|了|吧|啊|哈|呀|呢|嘛|着|单位|部门|这事|的事|统一|报|填|数|出|即可|就行|就好)*$'
const SEND = '(?:派|发|分|推|找|问|算|抄送|转|挂|压|交办|下达)'
/** What is handed on is the task itself, not a paper of it. */
const NO_PAPER =
  '(?<!(?:材料|申请|方案|数据|报告|报表|资料|文件|请示|意见|台账|手续|资产|资金|土地|用地|股权|设备|场地|档案|人员|草案|初稿|稿子|清单)[^，。；]{0,5})'

/** What denies the speaker's own part, on words with the parties marked (partiesIn): 甲 the speaker's side, 乙 another body. */
export const NOT_OURS: readonly KindRule[] = [
  kindRule(
    'decline',
    'not ours: 不归甲, 不是甲的任务, 别算甲头上, 跟甲不沾边',
    [
      '(?:不|没|非|别)(?:是|归|属于?|由|该|应该?|算|在|关|涉及|牵涉)(?:由|归|是|算)?~甲(?!不)',
      '(?<=[^，。；是]{2})不是$',
      '(?:没(?:有)?|非)甲(?:的|啊|呀|吧|什么|啥|牵头|主|承|负|职|任|业|$)',
      '(?:跟|与|和|同)甲~(?:无关|没~关|不沾|不搭|不相|扯不上|沾不上|八竿子)',
      '轮不(?:到|上)甲',
      '(?:不用|不需要?|无需|不必|不应该?)(?:由)?甲(?:再|来|单独|另行|另外|重复)*(?:报|填|管)(?!怎|什)',
      '^(?:该项|此项|这项|本项|该)?(?:工作|任务)?(?:均|都|也)?不涉及(?:甲|$)',
      '不(?:该|归|由|属于?|应由)[^，。；乙\\d□甲]{2,5}(?:报|管|牵头|负责|承担)',
      '(?:[项条事号块]|这个|那个)(?:跟|与|和)(?!资金|天气|疫情|施工|市场|进度|质量|汛期)[^，。；\\d□]{1,6}(?:没~关|无关|不沾|不搭)',
      '(?:不是|不属于?|并非)[^，。；\\d□乙]{1,8}的?(?:职责|职能)',
      `(?:别|勿|不要|不应|不该|不用|甭|莫|何必)(?:再|老|总)?${SEND}(?:给|到|在|往)?甲`,
      `(?:怎么|咋|为啥|为什么|干嘛)~${SEND}(?:给|到|在|往)?甲|${SEND}(?:给|到|在|往)?甲(?:干啥|干嘛|干什么|搞么)`,
    ],
    /是不是甲|[下明][^，。；]{0,3}起不/,
  ),
  kindRule(
    'decline',
    'we do not answer for it: 甲不牵头, 甲没有这项职能, 甲不单独报, 甲未参与',
    [
      `甲~(?<!还|暂|尚)(?:不|没(?:有)?|未|无|并?非)~(?:牵头|主抓|主管|主责|负责(?!任)|承担|统筹|参与|涉及|介入|掌握|清楚|汇总|经手|承办|对口|主办|责任单位|列入|列为|处室|职能|职责|权限|任务(?!书)|台账|在管|管(?!怎|什|理))`,
      '甲(?:这边|都|也|从来)?(?:不|没有)(?:单独|另外)?(?:统计|掌握|采集)(?!出|完|好|到|怎|什)',
      '(?:甲~|[项条块](?:任务)?甲?(?:就|都|也)?)不(?:再|用|需要?|单独?|另行?|重复|应该?|该|会)*报(?:送|了|数)*(?!告|名|错|表|[^，。；]{2})',
      '甲~配合乙',
      '(?:职责|职能|业务)~(?:不符|不匹配|不相符|不对口|没有对应|不一致)',
      '非甲',
    ],
    /报不(?:出|了|上)|不清楚(?:怎|什|是否|口径|要不)|不用报吧/,
  ),
  kindRule('decline', 'only taking part: 甲只是配合, 甲就是个参与的, 甲为配合单位', [
    '(?:只|仅|就|不过|单纯)(?:是|能|负责|做|管|算|作为|有)?个?(?:打|做)?(?:配合|参与|协助|协办|协同|提供|提~意见|下手|责任单位|成员单位)(?!度)',
    '甲(?:只|仅)(?:是|能|负责|管)?(?:出|搭|帮)(?!台|现|资)|甲(?:只|仅)(?:负责|管|涉及|承担)[^，。；]{1,8}[这那]一?(?:块|部分|项|段|点)',
    '甲(?:只|仅)?(?:是|为)(?:来|个|做|打)*配合的?$|甲只(?:拨|出|给|管)(?:钱|资金|章|数)|甲只(?:签字|盖章|转发|供数)',
    '甲(?:只|仅|就)(?:是|能|负责)?(?:做|提供)?(?:个)?(?:要素|属地|用地|服务|后勤)(?:保障|配合|协调)',
    '甲~(?:是|为|属于?|作为|算)~(?:配合|协办|参与|成员)(?:单位|方|部门|的)',
  ]),
  kindRule(
    'decline',
    'wrongly sent: 分错单位, 发错人, 请改派, 退回重新分办',
    [
      '(?:分|派|发|推|搞|找|弄|交办|转|下|挂)错(?:了)?(?:单位|部门|人|对象|家|地方|门|处室|口)',
      '(?:分|派|推|找|交办)错了?(?:$|吧|啊)',
      '请?(?:改派|重新(?:分派|派|分办|交办|分解)|另行(?:交办|分派)|转派|重派|转办)(?!给?丙)',
      '(?:申请|建议|请|麻烦|商请|提请)~(?:调整|变更|更换|更正|改|重新?确定|另行确定|重新?明确|重新核定)~(?:牵头|责任|主责)单位',
      '退回(?:去|给|到)?(?:你们|督查室|市政府|重新|重派|核实)|^退回$',
      '(?:分工|责任单位|牵头单位)~(?:不对|有误|错了|弄错|搞错|不准)|(?:核|查|改|调整|更正)一?下?(?:责任|牵头|主责)单位',
      '不在~(?:分工|责任单位|名单)|(?:分工|责任单位|名单|分解表)~(?:没有?|无|不含|不包括)甲',
    ],
    /撤回|发错群/,
  ),
]

/** Whose it is said to be. Of a report it may tell of a part only: it declines where nothing is reported. */
export const ANOTHERS: readonly KindRule[] = [
  kindRule(
    'decline',
    'another body answers: 乙牵头, 乙在报, 由乙统筹, 牵头的是乙, 乙的事',
    [
      `乙~?(?<!请|协调|会同|联合|配合|对接)${ANSWERS}${END}`,
      '(?<!\\d[家个条项名座处场]是)(?<=^|是|算|归|属|属于|都|本来|应|[项条块个事那]|活儿?)乙的(?:事情?|活儿?|任务|指标|口径|事权|责任|职责|业务|工作|分工|职能)?(?:了|吧|啊|哈|呀|嘛)*$',
      `(?<!请|请求|还|需)(?:归|属于?|由|应(?:该|当)?(?:是|由|归|找)?|该|(?<!\\d[个家条项名座处场])是|(?<![现已正还卡停压放躺堵走审批拖搁])在)(?:[^，。；甲不]{0,3})乙${END}`,
      '(?:牵头|主责|责任|主管|归口|主抓)~(?:是|为|在|到)乙',
      `乙~?(?:才|本来)(?:就)?是|是乙(?!批|审|核|拨|给|下|提|印发|出台|公布|验收)[^，。；]{1,4}的$|以乙的?(?:数据?|口径)?为准$`,
      '由[^，。；甲]{2,8}[办组处](?:统一|集中|一并|归口)(?:报|填|管|汇总)',
      '牵头(?:单位|部门|的)?(?:是|为)(?!甲)[^，。；甲\\d]{2,10}(?:办|局|委|厅|中心|集团)$',
      '乙(?:在|来|负责)(?:评|测算|核算|发布|认定|审|统计)$',
      '由乙(?!审|批|核|验|公布|发布|反馈|统计|提供)[^，。；]{1,3}$',
    ],
    /的(?:会|方案)$|负责(?:部分|的部分)|(?:请|望|盼)乙[^，。；]{0,5}统筹/,
  ),
  kindRule(
    'decline',
    'to be asked elsewhere, or moved: 请问乙, 找乙要, 已移交乙, 职责划给乙了',
    [
      `(?:请|直接|要|该|去|麻烦|数(?:据)?)(?:直接|去|跟|再)?(?:找|问|联系|咨询|询|转|转交|发|派)(?:给|到)?乙(?:要|问|了解|核实|报|吧|处理|办理)*${END}`,
      `^(?:就|先|还是)?(?:问|转|派|联系)(?:给)?乙(?:要|去|吧|哈|要数|要数据)*${END}`,
      `(?<!去|已|再|正|在|会|我|甲|刚|没|还)(?:找|问)乙(?:就|去|要|问|拿)*${END}`,
      `(?:向|跟|找)乙(?:要|调|取)(?:数|数据|吧)*$`,
      `${NO_PAPER}(?:移|转|划|交|并|剥离|调整|变更|改)(?:交|转|接|入|归|拨|走|隶|派|办)*(?:给|到|至|往|归|由)?乙(?:承接|承担|负责|管|管理|了|办|办理|去|那边)*$`,
      '(?:职责|职能|业务|机构改革)~(?:划转|划归|划走|划出|转隶|移交|并入|剥离|划掉)',
    ],
    /(?:我|已经?|刚|正在|在|再|我们?|甲)(?:去|再|先)?(?:找|问|联系)(?:过|了)?乙|(?:联络|报送)(?:工作|员)/,
  ),
]

/** 不是农业局牵头吗，我们没数: asked of nobody. */
const RHETORICAL = kindRule('decline', 'asked of nobody: 不是乙牵头吗，甲没数', [
  '(?:不是|难道)[^，。；]*乙[^，。；]*(?:牵头|负责|管|报|的事?)[^，。；]*吗[，。；？][^。；]*甲[^，。；]*(?:没|不)',
])

/** What is to come is told by who answers for it. */
const AHEAD = /预计|争取|力争|拟于|将于/

/**
 * Words that say a task is not the speaker's, in `parties`: one clause or more of partiesIn. Where anything is reported
 * besides, whose it is said to be may be told of a part only. `tells`: something else is said of them as well, a day
 * to come or that the rest stands as it stood.
 */
export function declining(parties: string, tells: boolean): KindRule | null {
  if (RHETORICAL.pattern.test(parties)) return RHETORICAL
  const reports =
    tells || clausesOf(undenied(parties)).some(({ text }) => AHEAD.test(text) || stateOf(text) !== null)
  const rules = reports ? NOT_OURS : [...NOT_OURS, ...ANOTHERS]
  return clausesOf(parties).reduce<KindRule | null>((found, { text }) => found ?? denied(text, rules), null)
}

const denied = (clause: string, rules: readonly KindRule[]): KindRule | null =>
  /？|[吗么]$|是不是|哪|谁|是[^，。；]{1,12}还是/.test(clause) ? null : firstKind(rules, clause)

/** What the clauses that deny call the task: 青年社区由乙负责，甲负责学子行 → 青年社区. */
export const matterDenied = (parties: string): string =>
  clausesOf(parties)
    .filter(({ text }) => denied(text, [...NOT_OURS, ...ANOTHERS]) !== null)
    .map(({ text }) => listedApart(undenied(text)))
    .join('，')

/** 青年社区、学子行两项: each of so many tasks by its own name. */
const listedApart = (words: string): string =>
  words.replace(
    /^([^，。；]{2,}?)(?:这|那)?[两三四五六][项个件条](?:任务|工作)?(?=$|[^\d])/,
    (_, list: string) => list.replace(list.includes('、') ? /、/g : /[和与]/g, '，'),
  )

/** What is left of the words once those of whose task it is are gone: what the task is called. */
export const undenied = (parties: string): string =>
  parties.replace(/[^，。；！\n ]+/g, (clause) =>
    [RHETORICAL, ...NOT_OURS, ...ANOTHERS]
      .reduce((t, { pattern }) => t.replace(new RegExp(pattern, 'gu'), ''), clause)
      .replace(/(?:要|该|应该?|请|建议|直接|就|才|是|由|归|吧|都|也|吗)+$/, ''),
  )
