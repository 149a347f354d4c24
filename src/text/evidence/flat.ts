/** Marks that only lay a text out: list numbers, bullets, heading and bold signs. They claim nothing. */
const LAYOUT = /^[ \t]*(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.、)）．](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])[ \t]*/gm

/** A model's text without layout, half-width and without spaces, as it is compared with the evidence. */
export function flatClaim(text: string): string {
  return flat(text.replace(LAYOUT, '').replace(/\*\*|__|`/g, ''))
}

/** Half-width and without spaces; Chinese marks that NFKC makes half-width are treated alike on both sides. */
export function flat(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Evidence, flat; a running number at the head of a clause (52．…) reads as 第52项. */
export function flatEvidence(texts: readonly string[]): string {
  return flat(texts.join('\n').replace(/^[ \t　]*(\d{1,3})[.．、](?!\d)/gm, '第$1项'))
}
