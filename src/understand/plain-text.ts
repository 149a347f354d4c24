import { parseNumber } from '../text/numbers.ts'
import { soundOf } from '../text/pinyin.ts'

/** 千头、牵投 for 牵头: the commonest word of all is too short for the list of slips. */
const leadMeant = (said: string): string =>
  soundOf(said) === soundOf('牵头') && said !== '前头' ? '牵头' : said

/** 想写一篇关于青山区的稿子，…; 领导要汇报，…: why one asks, ahead of the question. */
const PREAMBLE =
  /^(?:我们?|领导|明天|今天|下午|马上|最近|这边)?(?:想|准备|打算|正在|在|要|得|需要|让我?|叫我?)+(?:写|做|整理|起草|汇报|核对|统计|填|开会|开|准备|弄|赶|报)[^，,。？?多少几谁哪什吗怎]{0,14}(?:稿子?|材料|报告|汇报|PPT|发言|通知|会议?|表格?|台账|简报|总结|清单|一下)[，,]\s*(?=.{5})/i
/** 二五年, 二二年: in talk of these years. */
const SHORT_YEAR = /(?<![一二三四五六七八九十零〇百\d第])二([零〇一二三四五六七八九])年(?![级制期以])/g
/** 市园林部门（市园林局）: the name in brackets is the unit's, what stands ahead tells what it is for. */
const DESCRIBED =
  /[市区]?\p{Script=Han}{2,6}(?:主管)?部门[（(](?<unit>\p{Script=Han}{2,14}(?:局|委|办|部|中心|集团|公司))[）)]/gu
/** 组长是那位, 办公室设在那里, at the end of a question: 哪. */
const WHICH_MEANT = /(?<=[是在归])那(?=[位里儿][？?]?$)/g
const DIGITS = '零一二三四五六七八九〇'

/** Half-width, mentions off, breaks kept as breaks; 〔〕 and quotation marks stay for names. */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) =>
      '（），：；？！'.includes(c) ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/@\S+\s*/g, ' ')
    .replace(/^\s*(?:督办)?(?:小?助手|机器人)[，,：:、\s]+/, '')
    .replace(PREAMBLE, '')
    .replace(DESCRIBED, '$<unit>')
    .replace(WHICH_MEANT, '哪')
    .replace(SHORT_YEAR, (_, n: string) => `202${DIGITS.indexOf(n) % 10}年`)
    .replace(/[”」』](?:和|与|或者?|、)?[“「『]/g, '、')
    .replace(/[“”"「」『』]/g, '')
    .replace(/(?<=第)[壹贰叁肆伍陆柒捌玖拾佰]+(?=[项条款])/g, (said) =>
      Array.from(said, (char) => '一二三四五六七八九十百'['壹贰叁肆伍陆柒捌玖拾佰'.indexOf(char)]).join(''),
    )
    .replace(/百分之([\d.]+|[零一二两三四五六七八九十百点]+)(?!\d)/g, (said, n: string) =>
      /^[\d.]+$/.test(n) ? `${n}%` : parseNumber(n) === null ? said : `${parseNumber(n)}%`,
    )
    .replace(/(?<=几|多少)(?:样|桩|宗|码)(?=任务|活|事|工作|[，,。？?]|$)/g, '项')
    .replace(/[一二三四五六七八九十]+(?=号(?!线|楼|院|门))/g, (said) => `${parseNumber(said) ?? said}`)
    .replace(/(?<![\d.第月—-])(\d{1,3})(?=[、和,，]\d{1,3}号(?![线楼院门]))/g, '$1号')
    .replace(/(?<![\d〔.])(20[12]\d)(?=[、和与及,，]20[12]\d|[）)]|\p{Script=Han})(?![年号〕])/gu, '$1年')
    .replace(
      /\p{Script=Han}头(?=单位|的|多少|几|哪|任务|什么|啥|了|[，,]|[？?。]?$)|牵\p{Script=Han}(?=单位|的|多少|几|哪|任务|什么|啥|[？?。]?$)/gu,
      leadMeant,
    )
    .replace(/(?<=规划|方案|报告|文件|议案|公报|号文)中(?![国心小央部东西南北文医药试间长等级期介])/g, '里')
    .replace(/(?<=哪些|什么|几[项条个]|多少[项条个])人物(?=[？?]?$)/g, '任务')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim()
}
