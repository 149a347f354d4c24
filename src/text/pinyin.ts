import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()

/** Pinyin without tones, one syllable a character, sounds that keyboards and ears confuse folded together. */
export function soundOf(text: string): string {
  return Array.from(text, syllable).join(' ')
}

function syllable(char: string): string {
  const cached = known.get(char)
  if (cached !== undefined) return cached
  const sound = /\p{Script=Han}/u.test(char) ? folded(pinyin(char, { toneType: 'none' })) : char.toLowerCase()
  known.set(char, sound)
  return sound
}

/** zh/z, ch/c, sh/s and -ng/-n are one sound to most of the country. */
function folded(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')
}
