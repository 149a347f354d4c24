import { type Mapped, replace } from '../../src/text/mapped.ts'

const SYLLABLE = '[a-z]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]{0,3}'
const TONED = new RegExp(`(?<=[\\u3400-\\u9fff])[（(]${SYLLABLE}[）)]`, 'g')
const TONELESS = /(?<=[\u3400-\u9fff])[（(][a-z]{1,6}[）)]/g

/** Above so many toned syllables the page was run through a pinyin printer, and toneless ones are its work too. */
const PRINTER_AT_WORK = 10

/** 規(guī)劃 → 規劃. A single （gui） in an ordinary text may be somebody's abbreviation and stays. */
export function dropPinyin(m: Mapped): Mapped {
  const toned = m.text.match(TONED)?.length ?? 0
  if (toned === 0) return m
  const clean = replace(m, TONED, '')
  return toned >= PRINTER_AT_WORK ? replace(clean, TONELESS, '') : clean
}
