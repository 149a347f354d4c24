import type { Intent } from '../intents.ts'
import type { Slots } from '../slots.ts'
import {
  asksFigure,
  asksFiles,
  asksGist,
  asksPart,
  asksStage,
  asksWhetherLeads,
  BOTH_PLACES,
  besides,
  EACH_UNIT,
  listsUnitTasks,
  namesFigure,
  RANKED_PARTS,
  TAKING_PART,
  WHICH_FILE,
  WHICH_MORE,
  WHO,
} from './asked-forms.ts'
import { countOf, countsThings } from './counted.ts'
import { UNDATED } from './filter.ts'
import { EACH_PART } from './metric.ts'
import { asksPersonal } from './people.ts'

/** One reason to read a question otherwise than its words of asking say. */
interface Mending {
  readonly reads: string
  readonly when: (slots: Slots) => boolean
  readonly as: (slots: Slots) => Intent
}

/** The intent the words say, mended by what else was found: the first mending that holds. */
export function settle(slots: Slots): Intent {
  const mending = MENDINGS.find(({ when }) => when(slots))
  return mending?.as(slots) ?? slots.intent ?? unasked(slots)
}

/** Tasks are meant by what names them: a unit, a number, a place, those told last. */
const isListed = ({ units, numbers, path, among }: Slots): boolean =>
  units.length > 0 || numbers.length > 0 || path.length > 0 || among.length > 0

/** No words of asking at all. */
const unasked = (slots: Slots): Intent =>
  isListed(slots) || slots.documents !== null || slots.missing.length > 0
    ? 'tasks'
    : slots.roles.length > 0
      ? 'lead'
      : 'passages'

const MENDINGS: readonly Mending[] = [
  {
    reads: '林向东的电话, 林向东是谁: a person by name',
    when: ({ people }) => people.length > 0,
    as: ({ text }) => (asksPersonal(text) ? 'contact' : 'people'),
  },
  {
    reads: '为什么, 多久一次: one thing more',
    when: ({ intent }) => intent === 'detail',
    as: () => 'detail',
  },
  {
    reads: '9号文没有写时限的有几项',
    when: ({ text, named, topics }) => UNDATED.test(text) && named && topics.length === 0,
    as: ({ text }) => (/几|多少/.test(text) ? 'count' : 'tasks'),
  },
  {
    reads: '办理阶段是几月到几月',
    when: ({ intent, stage }) => intent === 'span' && stage !== null,
    as: () => 'stage',
  },
  {
    reads: '候车亭哪个区最多',
    when: ({ topics, text }) => topics.length > 0 && EACH_PART.test(text) && RANKED_PARTS.test(text),
    as: () => 'metric',
  },
  { reads: '9号文讲的什么', when: (slots) => asksGist(slots) && !isListed(slots), as: () => 'gist' },
  {
    reads: '五十亿到资金额是哪个文件写的',
    when: ({ intent, text, topics }) =>
      (intent === 'tasks' || intent === 'lead') && WHICH_FILE.test(text) && /\d/.test(topics.join()),
    as: () => 'metric',
  },
  { reads: '绿道住更局牵头吗', when: asksWhetherLeads, as: () => 'lead' },
  {
    reads: '绿道是牵头还是参与',
    when: ({ text, topics }) => /牵头(?:单位)?还是|还是(?:牵头|主责)/.test(text) && topics.length > 0,
    as: () => 'lead',
  },
  {
    reads: '9号文没有牵头单位的是哪一条',
    when: ({ intent, missing, topics, named }) =>
      intent === 'lead' && missing.length > 0 && topics.length === 0 && named,
    as: () => 'count',
  },
  {
    reads: '市经信局牵头的是哪些',
    when: (slots) => slots.intent === 'lead' && listsUnitTasks(slots),
    as: () => 'tasks',
  },
  {
    reads: '市经信局多少条',
    when: (slots) =>
      slots.intent === 'metric' &&
      (slots.by === null || slots.topics.length === 0) &&
      listsUnitTasks(slots) &&
      /[几多少](?:条|项|件|个)/.test(slots.text),
    as: () => 'count',
  },
  {
    reads: '督促检查阶段',
    when: ({ intent, stage }) => intent === null && stage !== null,
    as: () => 'stage',
  },
  {
    reads: '绿道管到哪年: no document is meant',
    when: ({ intent, named, documents, topics }) =>
      intent === 'span' && !named && documents === null && topics.length > 0,
    as: () => 'tasks',
  },
  { reads: '督促检查什么时候', when: (slots) => slots.stage !== null && asksStage(slots), as: () => 'stage' },
  {
    reads: '江北区的候车亭呢; 正文写40个，附件也是吗',
    when: (slots) => slots.topics.length > 0 && (asksPart(slots) || BOTH_PLACES.test(slots.text)),
    as: () => 'metric',
  },
  {
    reads: '2024年养护完成了多少公里',
    when: (slots) => slots.intent === 'progress' && slots.years.length > 0 && asksFigure(slots),
    as: () => 'metric',
  },
  {
    reads: '1号议案6月要做什么',
    when: (slots) =>
      (slots.intent === 'tasks' || slots.intent === null) &&
      slots.month !== null &&
      slots.named &&
      slots.topics.length === 0 &&
      !isListed(slots),
    as: () => 'stage',
  },
  {
    reads: '机架9号和11号怎么说的',
    when: (slots) => slots.topics.length > 0 && besides(slots),
    as: () => 'compare',
  },
  {
    reads: '牵头的任务哪年多; 两个局各牵头几项',
    when: ({ intent, years, units, text }) =>
      intent === 'count' &&
      (years.length > 1 || units.length > 1) &&
      (WHICH_MORE.test(text) || (units.length > 1 && EACH_UNIT.test(text))),
    as: () => 'compare',
  },
  {
    reads: '绿道哪家牵头，几个单位配合',
    when: (slots) =>
      slots.intent === 'count' &&
      (countOf(slots) === 'units' || TAKING_PART.test(slots.text)) &&
      slots.topics.length > 0 &&
      WHO.test(slots.text),
    as: () => 'lead',
  },
  {
    reads: '绿道要建几条: things are counted, not tasks',
    when: (slots) => slots.intent === 'count' && countsThings(slots),
    as: () => 'metric',
  },
  {
    reads: '没写牵头单位的多少条',
    when: ({ intent, missing }) => intent === 'metric' && missing.length > 0,
    as: () => 'count',
  },
  {
    reads: '责任单位有几个',
    when: ({ intent, text }) =>
      intent === 'metric' && /(?:责任|牵头|配合)单位(?:有|是|共|一共|总共)?(?:多少|几)[个家]/.test(text),
    as: () => 'lead',
  },
  {
    reads: '带数字指标的任务',
    when: ({ intent, withMetric }) => intent === 'metric' && withMetric !== null,
    as: () => 'tasks',
  },
  {
    reads: '规划线上交易额: the name of a measure and nothing else',
    when: (slots) => slots.intent === null && !isListed(slots) && namesFigure(slots),
    as: () => 'metric',
  },
  {
    reads: '这期公报有哪些文件',
    when: (slots) => slots.intent === 'tasks' && asksFiles(slots) && !isListed(slots),
    as: () => 'count',
  },
]
