import { periodOfDays } from '../../domain/period.ts'
import type { Query } from '../../domain/query.ts'
import { formsNamed } from '../../text/forms-named.ts'
import type { Slots } from '../slots.ts'

/** 多久报一次, 一季度的情况什么时候报, 附表1报什么用: what of a document's reporting is asked. */
export function dutyQuery(slots: Slots): Query {
  const { text } = slots
  // 周期呢，多久报一次: words of the asking alone name no duty.
  const matters = slots.topics
    .map((topic) => wholeName(topic.replace(LEFT_ASIDE, '').trim(), text))
    .filter((topic) => topic !== '' && !/^(?:周期|频率|频次|时间)$/.test(topic))
  const forms = formsNamed(text)
  return {
    kind: 'duty',
    ...(slots.documents === null ? {} : { documents: slots.documents }),
    ...(matters.length === 0 ? {} : { topic: topicOf(matters.join(' '), text) }),
    ...(forms.length === 0 ? {} : { forms }),
    ...rhythmOf(text),
    ...(OFTEN.test(text) ? { often: true } : {}),
    ...(YES_NO.test(text) ? { yesNo: true } : {}),
    ...(/叫(?:什么|啥)|名字|名单|姓名|是谁|都有谁/.test(text) && /联络[员人]/.test(text)
      ? { byName: true }
      : {}),
    ...(WHICH_FORM.test(text) ? { onForm: true } : {}),
    ...partiesOf(text),
    ...dueOf(slots),
  }
}

/** 责任事项完成情况: what was left of a duty's name where words of asking were taken out of it. */
const REST_OF_NAME = /^(?:事项|任务|工作|目标)?的?(?:完成|进展|推进|落实|执行)(?:情况|进度)/

function wholeName(topic: string, text: string): string {
  const at = topic === '' ? -1 : text.indexOf(topic)
  return at < 0 ? topic : `${topic}${REST_OF_NAME.exec(text.slice(at + topic.length))?.[0] ?? ''}`
}

/** 办理方案之外还要报什么: what is named is not what is asked. */
const LEFT_ASIDE = /^\S*(?:之外|以外)/

/** 责任单位要不要直接报督查室: who would report, and to whom; 牵头单位和责任单位 is everybody. */
function partiesOf(text: string) {
  const lead = /牵头单位|主办单位/.test(text)
  const responsible = /责任单位|配合单位|协办单位|参与单位/.test(text)
  const to = YES_NO.test(text) ? TO.exec(text)?.groups?.to : undefined
  return {
    ...(lead === responsible ? {} : { by: lead ? ('lead' as const) : ('responsible' as const) }),
    ...(to === undefined ? {} : { to }),
  }
}

const TO =
  /(?:报送?|上报|交|送|向)(?:给|到|至)?(?:市|省)?(?:人民政府|政府)?(?<to>督查室|办公厅|提案委|人大常委会)/

/** 年度总结 is one of several 总结: which span it tells of belongs to its name. That it is reported on a form does not. */
function topicOf(said: string, text: string): string {
  const plain = said
    .replace(/^年(?:终|末)(?:的)?(?:总结|小结)?$/, '总结')
    .replace(/半年报$/, '半年')
    .replace(/(?<=\p{Script=Han}{2})(?:报送|上报|提交|呈报)$/u, '')
  const topic = WHICH_FORM.test(text) ? plain.replace(/报送|填报/, '') : plain
  return /年度(?=总结|小结)/.test(text) ? topic.replace(/(?<!年度)(?=总结|小结)/, '年度') : topic
}

/** 用哪张附表, 填什么表: duties reported on a form. */
const WHICH_FORM = /(?:哪|什么|第几|几号)(?:个|张|份)?(?:附表|表格|样式|表)|附表几/

const YES_NO = /要不要|需不需要|是否|用不用|有没有|(?:要求|需要|要).*吗/

const OFTEN = /多久|多长时间|几(?:天|周|个?月)[^，。？?]{0,8}(?:一次|一回)|频率|频次/

const RHYTHMS = [
  ['monthly', /(?<![几\d个])月报|一月一报|每个?月(?:都|还)?(?:要|得|该|应)?(?:报|交)(?!一次|几)/],
  ['quarterly', /季报|每季度报/],
  ['annual', /(?<![半\d])年报/],
] as const

function rhythmOf(text: string) {
  const found = RHYTHMS.find(([, pattern]) => pattern.test(text))
  return found === undefined ? {} : { recurrence: found[0] }
}

/** 一季度的完成情况, 3月份的进度: the period is what the report tells of, not when it is due. */
const COVERED =
  /(?:季度|半年|月份?|年度?)(?:还)?(?:要不要|用不用|需不需要)报|(?:季度|半年|月份?|年度?)的?(?:(?:责任)?(?:事项|任务|工作)的?)?(?:完成|进展|进度|推进|落实|执行)?(?:情况|进度|进展|数据|报表|材料)/

/** 6月底前: that day; 下个季度, 4月: a span; the period itself where its report is asked for. */
function dueOf({ text, dueTo, span }: Slots) {
  const covered = span?.from && COVERED.test(text) ? periodOfDays(span.from, span.to) : null
  if (covered !== null) return { of: covered }
  if (dueTo !== null) return { dueBy: dueTo }
  if (span === null || span.from === null) return {}
  return { dueFrom: span.from, dueBy: span.to }
}
