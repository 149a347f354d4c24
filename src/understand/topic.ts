import { wordsOf } from '../text/tokens.ts'
import { withoutAsking } from './cuts.ts'
import { apart, figures } from './figures-said.ts'
import { isFiller } from './filler.ts'
import { type Marked, unmarked } from './marks.ts'
import { isPartOfName } from './names/known.ts'
import { withoutPredicate } from './predicate.ts'
import type { Lexicon } from './prepare.ts'

/** 产线工作报告新增多少，51号打造多少; 工作报告10家，1号议案几家: a verb or a figure alone is no second matter. */
const NO_MATTER =
  /^(?:年均|每年)?(?:打造|新增|建设|建成|新建|培育|引进|推广|布局|完成|举办|实施|启动|开工|动工|开建)?(?:\d[\d.]*[万亿]?\p{Script=Han}{0,2}|\d[\d.]*%)?$/u

/** Joins that keep two things apart inside one topic; the answerer tries the whole first. */
const JOIN = /^(?:和|与|及|、|跟|或)$/

/** What the documents call things, and which words they use. */
type Words = Pick<Lexicon, 'names' | 'rarity'>

/**
 * What is left of a question once marks and words of asking are gone, one entry a clause: 校园招聘一年搞多少场，别的
 * 招聘呢 → 校园招聘; 招聘. Inside, a space stands where words were cut.
 */
export function topicsOf(text: string, marks: readonly Marked[], { names, rarity }: Words): string[] {
  const clauses = unmarked(text, marks).split(/[，,。？?！!；;：:\n]+|(?<=多少[^、，,]{0,3}|\s)、/)
  const topics = clauses
    .map((clause) => topicOf(withoutPredicate(clause, rarity), names).replace(LOOSE_END, ''))
    .filter((topic) => topic.length > 0)
  const unique = topics.filter((topic, i) => topics.indexOf(topic) === i)
  // 标杆工厂之外，产线几条: what is left aside is not asked about.
  const asked = unique.filter((topic) => !/(?:之外|以外|除外)$/.test(topic))
  const matters = asked.length > 0 ? asked : unique
  const named = matters.filter((topic) => !NO_MATTER.test(topic))
  return named.length > 0 ? named : matters
}

/** 消费新地标的目标: the dictionary sees 标的. */
const LOOSE_END = /(?<!目)的$/

function topicOf(clause: string, names: string): string {
  const words = wordsOf(apart(figures(withoutAsking(clause)))).filter(
    (word) => word.trim() === '' || !isPunctuation(word),
  )
  const kept = words.map((word, i) =>
    word.trim() === '' || (isFiller(word) && !isInside(words, i) && !isPartOfName(words, i, names))
      ? ' '
      : word,
  )
  const parts = kept
    .join('\u0001')
    .split(' ')
    .map((part) => part.split('\u0001').filter(Boolean))
  return joined(
    parts.filter((part, i) => {
      const text = trimmed(part)
      return (
        !GENERIC.has(text) &&
        !(i > 0 && MUST.test(text)) &&
        !isSoMany(text, names) &&
        (isTelling(text) || (text !== '' && clause.includes(`${text}有关`)))
      )
    }),
  )
}

const isTelling = (part: string): boolean => part.length > 1 || /[a-z]\d|\d[a-z]/.test(part)

/** Pieces as they stood: 技经理人1000名 和 高技能人才8000人 are two things, 校园招聘 多少场 招聘 are not. */
function joined(parts: readonly (readonly string[])[]): string {
  return parts.reduce((text, part, i) => {
    const before = parts[i - 1]?.at(-1) ?? ''
    const two = JOIN.test(before) || JOIN.test(part[0] ?? '')
    return `${text}${i === 0 ? '' : two ? '和' : ' '}${trimmed(part)}`
  }, '')
}

/** 离园未返岗人员: 未 within a name; 候车亭未建成 says how a thing stands. */
const isMatter = (word: string | undefined): boolean =>
  word !== undefined && /^\p{Script=Han}{2,}$/u.test(word) && !isFiller(word) && !STANDING.test(word)
const STANDING =
  /^(?:完工|建成|办结|落实|达标|开工|动工|竣工|报送|上报|落地|实现|列入|纳入|开展|实施|建立|推进|投用|开通|通车)/

/** 亿元以上项目 is a kind of project. 揽|才|团: a name no dictionary knows falls to single characters, and 才 among them is none of asking. */
function isInside(words: readonly string[], i: number): boolean {
  if (words[i] === '以上' && /[元亿级]$/.test(words[i - 1] ?? '')) return true
  if (/^附[表件]$/.test(words[i] ?? '') && /^[\d一二三]/.test(words[i + 1] ?? '')) return true
  if (/^[未没]$/.test(words[i] ?? '') && isMatter(words[i - 1]) && isMatter(words[i + 1])) return true
  const lone = (word: string | undefined) =>
    word !== undefined && /^\p{Script=Han}$/u.test(word) && !isFiller(word)
  return /^[才中内上下前后来办建开点]$/.test(words[i] ?? '') && lone(words[i - 1]) && lone(words[i + 1])
}

/** 报酬全市要发多少钱: what is to be done with the matter before it. */
const MUST = /^(?:要|得|该)\p{Script=Han}{1,2}$/u

/** Joins and lone characters at the ends say nothing; in the middle they belong to a name. */
function trimmed(words: readonly string[]): string {
  let [from, to] = [0, words.length]
  while (from < to && JOIN.test(words[from] ?? '')) from++
  while (to > from && JOIN.test(words[to - 1] ?? '')) to--
  return words.slice(from, to).join('')
}

/** 六大行动: how many parts a document has, no matter, unless the documents have a thing of that name. */
const isSoMany = (text: string, names: string): boolean => SO_MANY.test(text) && !names.includes(text)
const SO_MANY =
  /^[两二三四五六七八九十\d]+大(?:重点|主要|专项)?(?:工程|行动|任务|举措|措施|板块|方面|部分|类)?$/

/** Words for a kind of thing: alone they name no matter. */
const GENERIC = new Set([
  '工程',
  '行动',
  '阶段',
  '举措',
  '措施',
  '计划',
  '规划',
  '方案',
  '领导小组',
  '项目',
  '议案',
  '建议案',
  '材料',
  '资料',
  '东西',
  '表格',
])

const isPunctuation = (word: string): boolean => /^[^\p{L}\p{N}、+%‰.—–~-]+$/u.test(word)
