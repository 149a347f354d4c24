/** Words a line of a title may end after, or begin with. */
const BREAK_AFTER = /[的和及与、，》”）]|工作|20\d\d年|[市省区]|会议|季度|[上下]半年/g
const BREAK_BEFORE = /[《“（]|目标|任务|情况|办理|落实|实施|推进|通报|方案|小结|总结|第/g
/** What stays whole, names in brackets above all. */
const WHOLE =
  /《[^》]*》|“[^”]*”|（[^）]*）|政府工作报告|工作报告|目标任务|重点任务|情况的?(?:通报|报告|小结|总结)|第[^第，。]{1,4}(?:届|次会议|号议案|季度)|.[的和及与]/g

/**
 * A title in lines of at most `most` letters, as even as its words allow, the first not the shortest where it can be
 * helped: official titles stand as a trapezium or a rhombus, and no word is torn. Blanks and line breaks of its own stay breaks.
 */
export function titleLines(title: string, most: number): readonly string[] {
  const letters = [...title.trim()]
  const count = Math.ceil(widthOf(letters) / most)
  if (count <= 1) return [letters.join('')]
  const text = letters.join('')
  const even = widthOf(letters) / count
  const at = bestBreak(text, even, most)
  return [text.slice(0, at), ...titleLines(text.slice(at), most)]
}

/** The break nearest to the even length, where words allow one that fits; else the even length itself. */
function bestBreak(text: string, even: number, most: number): number {
  const fits = breaksOf(text).filter((at) => {
    const width = widthOf([...text.slice(0, at)])
    return width <= most && width >= even * 0.5
  })
  const distance = (at: number) => Math.abs(widthOf([...text.slice(0, at)]) - even)
  return fits.length === 0
    ? cutAt(text, Math.ceil(even))
    : fits.reduce((a, b) => (distance(b) < distance(a) ? b : a))
}

function breaksOf(text: string): readonly number[] {
  const after = [...text.matchAll(BREAK_AFTER)].map((m) => m.index + m[0].length)
  const before = [...text.matchAll(BREAK_BEFORE)].map((m) => m.index)
  const whole = [...text.matchAll(WHOLE)].map((m) => [m.index, m.index + m[0].length] as const)
  const isInside = (at: number) => whole.some(([start, end]) => start < at && at < end)
  return [...new Set([...after, ...before])].filter((at) => at > 0 && at < text.length && !isInside(at))
}

function cutAt(text: string, width: number): number {
  let at = 0
  let sum = 0
  for (const letter of text) {
    sum += widthOf([letter])
    if (sum > width) break
    at += letter.length
  }
  return Math.max(1, at)
}

/** In letters: digits and Latin take half. */
const widthOf = (letters: readonly string[]): number =>
  letters.reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 0.5 : 1), 0)
