import { hasSubject, type Slots } from './slots.ts'

/**
 * Several questions in one message: each piece must be able to stand alone. 怎么定义的？目标多少 is one question
 * asked twice; 5G基站多少个？低空谁牵头？ is two.
 */
export function splitQuestions(text: string, read: (piece: string) => Slots): string[] {
  const pieces = text
    .split(/(?<=[？?；;\n])/)
    .map((p) => p.trim())
    .filter((p) => /[\p{L}\p{N}]/u.test(p))
  if (pieces.length < 2 || pieces.length > 6) return [text]
  return pieces.every((piece) => standsAlone(read(piece))) ? pieces : [text]
}

function standsAlone(slots: Slots): boolean {
  if (slots.intent === null || slots.pointer !== null || !hasSubject(slots)) return false
  return (
    slots.units.length > 0 ||
    slots.numbers.length > 0 ||
    slots.people.length > 0 ||
    slots.named ||
    slots.topics.join('').length >= 3
  )
}
