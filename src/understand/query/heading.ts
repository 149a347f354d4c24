import { comparable } from '../../text/comparable.ts'
import type { Lexicon } from '../prepare.ts'
import { EACH_PART } from './metric.ts'

/** A heading the question names, and the question without it. */
export interface Heading {
  readonly section: string | null
  readonly rest: string
  /** What stands under it is counted. */
  readonly counted: boolean
}

/** 人工智能那个工程下面的任务, 那个工程，任务列一下: the words before name a heading, not a matter. */
const UNDER =
  /(?<words>[^，,。？?！!；;\s的里号文]{2,14}?)(?:那个|这个|那块|这块|那一|的)?(?:大?工程|行动|板块|部分|章节?|标题|大类|方面)(?:(?:下面?|里面|底下|之下|下属|包括|包含)(?:的|了)?|[里有](?=的|有|哪|任务|几|多少)|(?<=[那这]个大?(?:工程|行动|板块|部分|方面))[，,]?的?(?=任务|所有|全部|都有哪))/

/** 激发市场活力下几项, 返乡创业部分一共几条, 重点任务分几个方面: only where a heading has the words. */
const COUNTED =
  /(?<words>(?:[^，,。？?！!；;\s的里号文年\d]|\d+[A-Za-z]){4,18}?)(?:那一?块|这一?块|部分|板块|章节|[那这]一?节|下[面头边]?|底下|里[面头边]?)?(?:一共|总共|共|都)?(?:列|写|安排|部署|提|分|包括|包含)?[了出]?有?(?:成|为)?(?:几|多少)(?:个|大)?(?:条|项|件|方面|部分|板块|块|类)(?:任务|措施|事项|工作)?[？?]?$/

/** 跟平台经济有关的工程: words that lead to the heading's own. */
const ABOUT = /^(?:[跟和与同]|关于|涉及|讲|说|写)|(?:有关|相关)$/g

export function headingOf(text: string, lexicon: Lexicon): Heading {
  const under = UNDER.exec(text)
  const words = under?.groups?.words
  if (
    under !== null &&
    words !== undefined &&
    !/第|几|哪|多少|\d|[两二三四五六七八九十][大个]$/.test(words) &&
    !EACH_PART.test(text)
  )
    return { section: words.replace(ABOUT, ''), rest: text.replace(under[0], ' '), counted: false }
  const counted = COUNTED.exec(text)
  const heading = counted === null ? null : headingIn(counted.groups?.words ?? '', lexicon)
  return counted === null || heading === null
    ? { section: null, rest: text, counted: false }
    : { section: heading, rest: `${text.slice(0, text.indexOf(heading))} `, counted: true }
}

/** What stands before may belong to the document (工作报告聚才留才): the longest end that a heading has. */
function headingIn(words: string, lexicon: Lexicon): string | null {
  for (let at = 0; words.length - at >= SHORTEST; at++)
    if (BEFORE.test(words.slice(0, at)) && isHeading(words.slice(at), lexicon)) return words.slice(at)
  return null
}

const SHORTEST = 4
/** A document may stand before a heading; 重大 in 重大科技成果转化几项 makes it a thing of its own. */
const BEFORE = /^$|(?:报告|方案|案|文件?|号|规划|公报|通知|[里中的年月])$/

const isHeading = (words: string, { rows }: Lexicon): boolean =>
  !OF_DOCUMENT.test(words) &&
  rows.sections.some((section) => comparable(section.heading).includes(comparable(words)))

/** 2号建议案办理方案一共几项: what the document is called by, though some heading has the words. */
const OF_DOCUMENT = /^(?:办理|工作|实施|行动)*(?:方案|任务|工作)$/
