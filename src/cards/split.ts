/** Cuts text at paragraph ends, else at sentence ends, else anywhere, so that no part is over `max` UTF-16 units. */
export function cutLong(text: string, max: number): readonly string[] {
  if (text.trim() === '') return []
  if (text.length <= max) return [text]
  const at = breakBefore(text, max)
  return [text.slice(0, at).trimEnd(), ...cutLong(text.slice(at).trimStart(), max)]
}

function breakBefore(text: string, max: number): number {
  const head = text.slice(0, max)
  const paragraph = head.lastIndexOf('\n')
  if (paragraph > max / 3) return paragraph + 1
  const sentence = Math.max(...['。', '；', '！', '？'].map((mark) => head.lastIndexOf(mark)))
  if (sentence > max / 3) return sentence + 1
  return /[\uD800-\uDBFF]$/.test(head) ? max - 1 : max
}

/**
 * Groups of at most `count` things and, where given, about `bytes` of JSON; a single thing over it stands alone.
 * Order is kept.
 */
export function chunksOf<T>(things: readonly T[], count: number, bytes = Number.POSITIVE_INFINITY): T[][] {
  const chunks: T[][] = []
  let size = 0
  for (const thing of things) {
    const cost = Number.isFinite(bytes) ? Buffer.byteLength(JSON.stringify(thing)) : 0
    const last = chunks.at(-1)
    if (last && last.length < count && size + cost <= bytes) last.push(thing)
    else chunks.push([thing])
    size = last === chunks.at(-1) ? size + cost : cost
  }
  return chunks
}
