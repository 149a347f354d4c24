/** Something stands in the way, or somebody is to help. */
const DIFFICULT =
  /卡(?:在|住|壳|着)|困难|问题(?:是|在于|：|较|比较|突出)|难点|堵点|瓶颈|制约|受阻|缺口|缺(?:资金|人|地|指标)|推不动|推进不(?:了|动|下去)|推不下去|停滞|停工|搁置|叫停|滞后原因|(?:需要?|请|恳请|希望|建议|要)(?:市里|市政府|市领导|上级|督查室|省里|有关部门|相关部门|贵办|你们|领导|[^，。；]{2,10}(?:局|委|办))[^，。；]{0,8}(?:协调|支持|帮助|解决|出面|推动|帮忙|牵头|配合|加快|明确|追加)|(?:请|需|要|希望)(?:予以|给予|帮(?:忙|助|我们)?)?(?:协调|支持|解决|反映)|请求/
const NONE = /没(?:有)?(?:什么|啥|任何)?(?:困难|问题)|无(?:困难|问题)|困难(?:已|都)|没有?卡|不卡|问题不大/

/** The clauses that tell a difficulty or ask for help, joined as said; null when none does. */
export function difficultyIn(clauses: readonly string[]): string | null {
  const told = clauses.filter((c) => DIFFICULT.test(c) && !NONE.test(c))
  return told.length === 0 ? null : told.join('，')
}
