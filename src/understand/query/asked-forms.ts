import type { Intent } from '../intents.ts'
import type { Slots } from '../slots.ts'
import { EACH_PART, WHICH_THING } from './metric.ts'

/** 正文写600个，附件也是这个数吗: a figure in two places of one document. */
export const BOTH_PLACES =
  /正文[^。？?]{0,16}(?:附件|附表|清单|表里)|(?:附件|附表|清单|表里)[^。？?]{0,16}正文/

/** 哪个区最多 */
export const RANKED_PARTS = /最[多少高低大小长短重轻]/

/** 五十亿到资金额是哪个文件的: a figure is looked for, not a task. */
export const WHICH_FILE =
  /(?:哪|几)(?:一)?(?:个|份|些|几份)?文件|哪(?:里|儿)写|出自|谁(?:提|写|说|定)(?:出)?的|是(?:什么|啥|哪个?)(?:目标|指标|数)/

/** 1号议案主题是什么, 44号文讲的什么: nothing but the document, and what it is for. */
export const asksGist = ({ named, topics, text, years }: Slots): boolean =>
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
export const namesFigure = ({ topics, stage, text }: Slots): boolean =>
  stage === null &&
  topics.length === 1 &&
  (/(?:里程|名额|场次|台数|家数)[？?]?$/.test(text) ||
    /(?:[率额值量]|规模|占比|比重|增速|增幅|收入|面积|里程|总数|(?<!人)数|目标值?)$/.test(topics[0] ?? ''))

/** 这期公报有哪些文件: the files themselves. */
export const asksFiles = ({ text, topics }: Slots): boolean =>
  topics.length === 0 &&
  /(?:有|包括|收了|登了)(?:哪些|哪几[份个])文件|哪些文件|文件(?:有哪些|目录|清单)/.test(text)

/** 督促检查什么时候, 检查督办由谁带队, 什么时候总结汇报: the words name a stage, and its text tells it. */
export function asksStage({ intent, text, units }: Slots): boolean {
  if (intent === 'deadline' || intent === 'metric') return true
  if (intent === 'duty')
    return /什么时|啥时|何时|几月|哪(?:天|个?月)/.test(text) && !/报送|上报|小结|报给/.test(text)
  return intent === 'lead' && units.length === 0
}

/** 市经信局当责任单位的任务有哪些: the unit is given, its tasks are asked. */
export function listsUnitTasks(slots: Slots): boolean {
  const pinned = slots.topics.length > 0 || slots.numbers.length > 0 || slots.among.length > 0
  return slots.units.length > 0 && !pinned && !/谁|哪(?:个|家|些)(?:单位|部门|局)/.test(slots.text)
}

/** A district's figure (黄陂区…什么时候, 开几条, or nothing but the matter), or how a figure falls to the districts. */
export function asksPart(slots: Slots): boolean {
  if (/负责|牵头|配合|参与|任务有|哪些任务|什么任务/.test(slots.text)) return false
  if (EACH_PART.test(slots.text)) return slots.intent !== 'duty'
  const kinds: readonly (Intent | null)[] = ['deadline', 'count', null]
  const thing = slots.intent === 'tasks' && WHICH_THING.test(slots.text)
  return slots.by !== null && (thing || kinds.includes(slots.intent))
}

/** 谁牵头，哪几个区参加: the districts among those who are told. */
export const TAKING_PART = /几个区(?:要|来|也|都)?(?:参加|参与|配合|负责|承担)/

/** 哪家牵头，几个单位配合: who they are, and how many. */
export const WHO = /谁|哪(?:个|家|几家)/

/** 市经信局和市数据局各牵头几项, 分别有多少项: a number for each. */
export const EACH_UNIT =
  /(?:各|分别)(?:自|都)?(?:牵头|负责|参与|配合|有|是|担|摊)?(?:了|的)?(?:任务)?(?:几|多少)[项条件个]/

/** 牵头的任务哪年多，分别几项 */
export const WHICH_MORE = /哪(?:一?年|家|个|份)[^，。？?]{0,4}(?:更|最)?[多少]|谁(?:更|最)?多/

/** 北斗农机49号和51号怎么说的: one matter, two documents. */
export const besides = ({ intent, named, documents, text }: Slots): boolean =>
  (intent === null || intent === 'tasks' || intent === 'passages') &&
  named &&
  (documents?.ids.length ?? 0) > 1 &&
  (documents?.ids.length ?? 0) <= 4 &&
  /怎么(?:说|写|定|提)|分别(?:是|写|说|定)|各(?:是|写|说|定)|[用写说]的?是\p{Script=Han}{2,4}还是\p{Script=Han}{2,4}/u.test(
    text,
  )

/** 2024年养护工程完成了多少: a year's figure, which a table may hold. */
export const asksFigure = (slots: Slots): boolean =>
  slots.measure !== null || (slots.topics.length > 0 && /完成了?(?:多少|几)/.test(slots.text))
