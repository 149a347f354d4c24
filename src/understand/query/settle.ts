import type { Intent } from '../intents.ts'
import type { Slots } from '../slots.ts'
import { countOf, countsThings } from './counted.ts'
import { UNDATED } from './filter.ts'
import { EACH_PART, WHICH_THING } from './metric.ts'
import { asksPersonal } from './people.ts'

/** The intent the words say, mended by what else was found. */
export function settle(slots: Slots): Intent {
  const listed =
    slots.units.length > 0 || slots.numbers.length > 0 || slots.path.length > 0 || slots.among.length > 0
  if (slots.people.length > 0) return asksPersonal(slots.text) ? 'contact' : 'people'
  if (slots.intent === 'detail') return 'detail'
  if (UNDATED.test(slots.text) && slots.named && slots.topics.length === 0)
    return /几|多少/.test(slots.text) ? 'count' : 'tasks'
  if (slots.intent === 'span' && slots.stage !== null) return 'stage'
  if (slots.topics.length > 0 && EACH_PART.test(slots.text) && RANKED_PARTS.test(slots.text)) return 'metric'
  if (asksGist(slots) && !listed) return 'gist'
  if (
    (slots.intent === 'tasks' || slots.intent === 'lead') &&
    WHICH_FILE.test(slots.text) &&
    /\d/.test(slots.topics.join())
  )
    return 'metric'
  if (asksWhetherLeads(slots)) return 'lead'
  if (/牵头(?:单位)?还是|还是(?:牵头|主责)/.test(slots.text) && slots.topics.length > 0) return 'lead'
  if (slots.intent === 'lead' && slots.missing.length > 0 && slots.topics.length === 0 && slots.named)
    return 'count'
  if (slots.intent === 'lead' && listsUnitTasks(slots)) return 'tasks'
  if (
    slots.intent === 'metric' &&
    (slots.by === null || slots.topics.length === 0) &&
    listsUnitTasks(slots) &&
    /[几多少](?:条|项|件|个)/.test(slots.text)
  )
    return 'count'
  if (slots.intent === null && slots.stage !== null) return 'stage'
  if (slots.intent === 'span' && !slots.named && slots.documents === null && slots.topics.length > 0)
    return 'tasks'
  if (slots.stage !== null && asksStage(slots)) return 'stage'
  if (slots.topics.length > 0 && (asksPart(slots) || BOTH_PLACES.test(slots.text))) return 'metric'
  if (slots.intent === 'progress' && slots.years.length > 0 && asksFigure(slots)) return 'metric'
  if (
    (slots.intent === 'tasks' || slots.intent === null) &&
    slots.month !== null &&
    slots.named &&
    slots.topics.length === 0 &&
    !listed
  )
    return 'stage'
  if (slots.topics.length > 0 && besides(slots)) return 'compare'
  if (
    slots.intent === 'count' &&
    (slots.years.length > 1 || slots.units.length > 1) &&
    (WHICH_MORE.test(slots.text) || (slots.units.length > 1 && EACH_UNIT.test(slots.text)))
  )
    return 'compare'
  if (
    slots.intent === 'count' &&
    (countOf(slots) === 'units' || TAKING_PART.test(slots.text)) &&
    slots.topics.length > 0 &&
    WHO.test(slots.text)
  )
    return 'lead'
  if (slots.intent === 'count' && countsThings(slots)) return 'metric'
  if (slots.intent === 'metric' && slots.missing.length > 0) return 'count'
  if (
    slots.intent === 'metric' &&
    /(?:责任|牵头|配合)单位(?:有|是|共|一共|总共)?(?:多少|几)[个家]/.test(slots.text)
  )
    return 'lead'
  if (slots.intent === 'metric' && slots.withMetric !== null) return 'tasks'
  if (slots.intent === null && !listed && namesFigure(slots)) return 'metric'
  if (slots.intent === 'tasks' && asksFiles(slots) && !listed) return 'count'
  if (slots.intent === null)
    return listed || slots.documents !== null || slots.missing.length > 0
      ? 'tasks'
      : slots.roles.length > 0
        ? 'lead'
        : 'passages'
  return slots.intent
}

/** 正文写600个，附件也是这个数吗: a figure in two places of one document. */
const BOTH_PLACES = /正文[^。？?]{0,16}(?:附件|附表|清单|表里)|(?:附件|附表|清单|表里)[^。？?]{0,16}正文/

/** 五十亿到资金额是哪个文件的: a figure is looked for, not a task. */
const RANKED_PARTS = /最[多少高低大小长短重轻]/
const WHICH_FILE =
  /(?:哪|几)(?:一)?(?:个|份|些|几份)?文件|哪(?:里|儿)写|出自|谁(?:提|写|说|定)(?:出)?的|是(?:什么|啥|哪个?)(?:目标|指标|数)/

/** 1号议案主题是什么, 44号文讲的什么: nothing but the document, and what it is for. */
const asksGist = ({ named, topics, text, years }: Slots): boolean =>
  named &&
  topics.length === 0 &&
  years.length < 3 &&
  /主题|主旨|主要内容|大概内容|(?:讲|说|写)(?:的|了)?(?:是)?(?:什么|啥|哪些内容)|关于(?:什么|啥)|干(?:什么|啥|嘛)(?:用|的)|是什么(?:文件|方案|议案)|什么内容|背景/.test(
    text,
  )

/** 青年社区住更局牵头吗, 大走廊是不是经开区牵头: who does is told, whether it is the one named or not. */
export const asksWhetherLeads = ({ text, topics, units }: Slots): boolean =>
  topics.length > 0 &&
  units.length === 1 &&
  /(?:牵头|主责|挑头)(?:的)?(?:吗|么|不|吧)|(?:是不是|是否)(?:由)?[^，。？?]{0,14}(?:牵头|主责|负责)/.test(
    text,
  )

/** 十四五规划线上经济交易额: no words of asking, but the name of a measure. */
const namesFigure = ({ topics, stage, text }: Slots): boolean =>
  stage === null &&
  topics.length === 1 &&
  (/(?:里程|名额|场次|台数|家数)[？?]?$/.test(text) ||
    /(?:[率额值量]|规模|占比|比重|增速|增幅|收入|面积|里程|总数|(?<!人)数|目标值?)$/.test(topics[0] ?? ''))

/** 这期公报有哪些文件: the files themselves. */
export const asksFiles = ({ text, topics }: Slots): boolean =>
  topics.length === 0 &&
  /(?:有|包括|收了|登了)(?:哪些|哪几[份个])文件|哪些文件|文件(?:有哪些|目录|清单)/.test(text)

/** 督促检查什么时候, 检查督办由谁带队, 什么时候总结汇报: the words name a stage, and its text tells it. */
function asksStage({ intent, text, units }: Slots): boolean {
  if (intent === 'deadline' || intent === 'metric') return true
  if (intent === 'duty')
    return /什么时|啥时|何时|几月|哪(?:天|个?月)/.test(text) && !/报送|上报|小结|报给/.test(text)
  return intent === 'lead' && units.length === 0
}

/** 市经信局当责任单位的任务有哪些: the unit is given, its tasks are asked. */
function listsUnitTasks(slots: Slots): boolean {
  const pinned = slots.topics.length > 0 || slots.numbers.length > 0 || slots.among.length > 0
  return slots.units.length > 0 && !pinned && !/谁|哪(?:个|家|些)(?:单位|部门|局)/.test(slots.text)
}

/** A district's figure (黄陂区…什么时候, 开几条, or nothing but the matter), or how a figure falls to the districts. */
function asksPart(slots: Slots): boolean {
  if (/负责|牵头|配合|参与|任务有|哪些任务|什么任务/.test(slots.text)) return false
  if (EACH_PART.test(slots.text)) return slots.intent !== 'duty'
  const kinds: readonly (Intent | null)[] = ['deadline', 'count', null]
  const thing = slots.intent === 'tasks' && WHICH_THING.test(slots.text)
  return slots.by !== null && (thing || kinds.includes(slots.intent))
}

/** 谁牵头，哪几个区参加: the districts among those who are told. */
const TAKING_PART = /几个区(?:要|来|也|都)?(?:参加|参与|配合|负责|承担)/

/** 哪家牵头，几个单位配合: who they are, and how many. */
const WHO = /谁|哪(?:个|家|几家)/

/** 市经信局和市数据局各牵头几项, 分别有多少项: a number for each. */
const EACH_UNIT =
  /(?:各|分别)(?:自|都)?(?:牵头|负责|参与|配合|有|是|担|摊)?(?:了|的)?(?:任务)?(?:几|多少)[项条件个]/

/** 牵头的任务哪年多，分别几项 */
const WHICH_MORE = /哪(?:一?年|家|个|份)[^，。？?]{0,4}(?:更|最)?[多少]|谁(?:更|最)?多/

/** 北斗农机49号和51号怎么说的: one matter, two documents. */
const besides = ({ intent, named, documents, text }: Slots): boolean =>
  (intent === null || intent === 'tasks' || intent === 'passages') &&
  named &&
  (documents?.ids.length ?? 0) > 1 &&
  (documents?.ids.length ?? 0) <= 4 &&
  /怎么(?:说|写|定|提)|分别(?:是|写|说|定)|各(?:是|写|说|定)|[用写说]的?是\p{Script=Han}{2,4}还是\p{Script=Han}{2,4}/u.test(
    text,
  )

/** 2024年养护工程完成了多少: a year's figure, which a table may hold. */
const asksFigure = (slots: Slots): boolean =>
  slots.measure !== null || (slots.topics.length > 0 && /完成了?(?:多少|几)/.test(slots.text))
