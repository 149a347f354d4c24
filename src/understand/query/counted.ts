import type { CountOf } from '../../domain/query.ts'
import { EACH_SECTION, FULLEST } from '../sections-asked.ts'
import type { Slots } from '../slots.ts'

/** 附件里客货邮开几条: a row of a table, whatever it is counted in. */
const IN_TABLE = /(?:附件|附表|清单)(?:里|中|上)?(?!.*(?:任务|几项|多少项|指标|几行|多少行)).*(?:几|多少)/

/** 客货邮全市开几条: opened or built, not listed. */
const OPENED = /(?:开通?|新[开建增]|修|铺|改造|养护)(?:了|到)?(?:几|多少)(?:条|个(?!任务))(?!任务)/

/** 转化重大科技成果多少项: 项 counts results here, not tasks. */
export function countsThings(slots: Slots): boolean {
  if (
    (IN_TABLE.test(slots.text) || OPENED.test(slots.text)) &&
    slots.topics.length > 0 &&
    slots.units.length === 0
  )
    return true
  const subject = slots.topics.join('').length >= 4 && slots.units.length === 0 && slots.missing.length === 0
  return (
    subject &&
    !/写(?:了|到|有)|提(?:到|及)|涉及|讲到|说到|(?:几|多少)份|指标|下面|底下|之下|下属|任务|工程|行动|部分|板块|几块|举措|事项|文件|牵头|单位/.test(
      slots.text,
    )
  )
}

/** What is counted. */
export function countOf(slots: Slots): CountOf {
  if (FULLEST.test(slots.text) || EACH_SECTION.test(slots.text)) return 'sections'
  if (/(?:总共|一共|共|有)(?:几|多少)[项条件][^。？?]{0,6}哪(?:些|几[个份])?文件/.test(slots.text))
    return 'tasks'
  const files =
    /(?:哪些|哪几[份个])文件|文件(?:有哪些|目录|清单)|(?<![这那])几份|多少份|(?<![这那])几个(?:文件|方案)|多少个(?:文件|方案)/.test(
      slots.text,
    )
  const gazette =
    slots.gazette && slots.units.length === 0 && slots.topics.length === 0 && !/任务/.test(slots.text)
  if (files || gazette) return 'documents'
  if (slots.numbers.length > 0 && /块|部分|段|分/.test(slots.text)) return 'parts'
  if (/(?:几|多少)(?:个|家)?(?:单位|部门)/.test(slots.text)) return 'units'
  if (/(?:几|多少)(?:个|项|条)?指标/.test(slots.text)) return 'indicators'
  return /(?:几|多少)(?:大|个)?(?:重点|主要)?(?:工程|行动|部分|板块|方面|大块|大类|大项|章)/.test(slots.text)
    ? 'sections'
    : 'tasks'
}
