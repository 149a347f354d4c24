/** Something stands in the way: 卡在用地上, 困难是资金缺口大. */
const DIFFICULT =
  /卡(?:在|住|壳|着)|困难|问题(?:是|在于|：|较|比较|突出)|难点|堵点|瓶颈|制约|受阻|缺口|缺(?:资金|人|地|指标)|推不动|推进不(?:了|动|下去)|推不下去|停滞|停工|搁置|叫停|滞后(?:原因|主要)|(?:意愿|积极性)(?:低|不高|不强)|还在等|没(?:有)?(?:批|到位|下来)/
/** Somebody is to do something: 要市里协调, 请市财政局支持, 恳请追加指标. */
const HELP =
  /(?:需要?|请|恳请|希望|建议|要|盼)(?:市里|市政府|市领导|上级|督查室|省里|有关部门|相关部门|贵办|你们|领导|[^，。；]{2,10}(?:局|委|办|公司))[^，。；]{0,8}(?:协调|支持|帮助|解决|出面|推动|帮忙|牵头|配合|加快|明确|追加|督促)|(?:请|需要?|希望|恳请|要)(?:予以|给予|帮(?:忙|助|我们)?)?(?:协调|支持|解决|反映)|请求|恳请|麻烦(?:帮|协调)/
/** 企业积极性不高, 消费意愿弱, 品牌方观望: why something goes slowly, whatever its words are of. */
const COMPLAINT =
  /(?:积极性|意愿|意识|动力|信心|配合度|参与度|重视程度|活跃度|人气|力度|能力|专业水平|人手|经费|底子|基础)(?:普遍|还是|比较|较|都|也|还|很|太|有些|有点)*(?:不高|不强|不足|不够|低|弱|差|薄弱|没有|缺)|(?:没有?|缺乏?|缺少)(?:[^，。；]{0,4})(?:动力|人手|经验|积极性)|(?:观望|不配合|不愿意?|不积极|不热心|跟不上|嫌麻烦|不重视)$|(?<!困)难$|^[^，。；]{1,5}(?:那边|那头)[^，。；]{0,4}(?:推不动|不配合|没动静|没回|不同意|不批|不给|卡)/

/** A clause that only complains. */
export const isComplaint = (clause: string): boolean => COMPLAINT.test(clause) && !/\d/.test(clause)

const NONE =
  /没(?:有)?(?:什么|啥|任何)?(?:困难|问题)|无(?:困难|问题)|(?:困难|问题)(?:已|都)|没有?卡|不卡|问题不大/

/** What stands in the way and what help is asked, each as the clauses that tell it; null when none does. */
export function difficultyIn(clauses: readonly string[]): {
  readonly difficulty: string | null
  readonly help: string | null
} {
  const told = clauses.filter((c) => !NONE.test(c))
  const joined = (pattern: RegExp): string | null => told.filter((c) => pattern.test(c)).join('，') || null
  return { difficulty: joined(DIFFICULT), help: joined(HELP) }
}
