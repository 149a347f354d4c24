/** Which printed lines belong to the page and not to the document. Works on trimmed, folded line texts. */

const PAGE_MARK =
  /^(?:[—–-]+ ?\d{1,4} ?[—–-]+|[—–-] ?[—–-]|第 ?\d+ ?页(?:[，/ ]*共 ?\d+ ?页)?|\d+ ?\/ ?\d+ ?页)$/
const EMPTY_PAGE_MARK = /^[—–-] ?[—–-]$/

/** One sign over and over: a rule drawn with type, or a glyph the font lacked (欗欗欗, 书书书). */
const DRAWN = /^([^\d\s])(?: ?\1){2,}$/

const WEB =
  /^(?:浏览量|浏览次数|点击数|阅读次数|字体|字号大小|【?打印|打印本页|关闭(?:窗口|本页)|上一篇|下一篇|分享到|扫一扫|扫描二维码|本文(?:链接|关键词)|最新政策$|相关(?:解读|文档|链接)$|当前位置|您(?:现在|当前)?的?位置|责任编辑|信息来源|返回顶部|网站地图|主办单位?：.*(?:版权|ICP)|版权所有)|微信公众号$/

/** Longer lines are text. */
const LONGEST = 80
/** Longest line that may be a running head. */
const HEAD_LENGTH = 24

/** The index of every line to drop. `lines` are in file order, blank ones included as ''. */
export function furniture(lines: readonly string[]): ReadonlySet<number> {
  const out = new Set<number>()
  const marks: number[] = []
  lines.forEach((line, i) => {
    if (line.length > LONGEST) return
    if (PAGE_MARK.test(line)) marks.push(i)
    if (PAGE_MARK.test(line) || DRAWN.test(line) || WEB.test(line)) out.add(i)
  })
  for (const i of marks) if (EMPTY_PAGE_MARK.test(lines[i] ?? '')) dropDisplacedNumber(lines, i, out)
  for (const i of runningHeads(lines, marks)) out.add(i)
  return out
}

/** — — with its number on the line below. */
function dropDisplacedNumber(lines: readonly string[], mark: number, out: Set<number>): void {
  const next = neighbour(lines, mark, 1)
  if (next !== null && /^\d{1,3}$/.test(lines[next] ?? '')) out.add(next)
}

const GAZETTE = /^[\u3400-\u9fff]{2,12}公报$/

/** Short lines that stand next to two page marks or more with the same words. */
function runningHeads(lines: readonly string[], marks: readonly number[]): number[] {
  const seen = new Map<string, number[]>()
  for (const mark of marks) {
    for (const step of [-1, 1]) {
      const i = neighbour(lines, mark, step)
      const text = i === null ? '' : (lines[i] ?? '')
      if (i === null || text.length > HEAD_LENGTH || /[。；：，]$|^\d/.test(text)) continue
      seen.set(text, [...(seen.get(text) ?? []), i])
    }
  }
  return [...seen].flatMap(([text, places]) =>
    new Set(places).size >= 2 || GAZETTE.test(text) ? places : [],
  )
}

function neighbour(lines: readonly string[], from: number, step: number): number | null {
  for (let i = from + step; i >= 0 && i < lines.length && Math.abs(i - from) < 8; i += step) {
    if (lines[i] !== '') return i
  }
  return null
}
