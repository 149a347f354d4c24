import { withoutListNumbers } from './figure/list-numbers.ts'
import { parted } from './figure/run-together.ts'
import { STEPS } from './plain-steps.ts'

/** A message made even: half-width digits, full-width marks, smileys as pauses, spaces only where they part words. */
export function plainMessage(message: string): string {
  const folded = message.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )
  const even = STEPS.reduce(
    (text, { pattern, by }) =>
      typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by),
    folded,
  )
  return selfRepaired(shortened(spelledOut(joinFigures(parted(withoutListNumbers(even)))))).trim()
}

/** 商业 8条 → 商业8条: a name and its figure typed apart. */
const joinFigures = (text: string): string =>
  text.replace(
    /(?<=\p{Script=Han}) (?=[\d.]+[万亿千]*(?:[个家条名人场所座套台辆件张户处%米亩元]|公里|平方|[，。；！？ \n]|$))/gu,
    '',
  )

const DIGITS = '一二三四五六七八九'

/** 16万8千5百 → 168500, 4千3百 → 4300. */
const spelledOut = (text: string): string =>
  text.replace(
    /(?<![\d.])(?:(?<w>\d{1,4})万零?)?(?:(?<k>\d)千)?(?:(?<h>\d)百零?)?(?:(?<t>\d)十)?(?<u>(?<=[百十零])\d)?(?=[余多]?[人个家条项名元户场次座处套台辆件亿亩万]|公里|[，。；！]|$)/g,
    (hit, ...rest) => {
      const { w, k, h, t, u } = rest.at(-1) as Readonly<Record<string, string | undefined>>
      const parts = [w, k, h, t, u].filter((p) => p !== undefined)
      if (
        (parts.length < 2 && h === undefined) ||
        (parts.length === 2 && w !== undefined && k === undefined && !hit.includes('零'))
      )
        return hit
      return String(
        Number(w ?? 0) * 1e4 +
          Number(k ?? 0) * 1e3 +
          Number(h ?? 0) * 100 +
          Number(t ?? 0) * 10 +
          Number(u ?? 0),
      )
    },
  )

/** 28万六 → 28.6万, 3亿5千万 → 3.5亿, 一号议案 → 1号议案: a numeral half in figures, half in words. */
const shortened = (text: string): string =>
  text
    .replace(/(?<![\d.])(\d+\.\d+)百(?=[人个家条项名户场座处套台辆件])/g, (_, n: string) =>
      String(Number((Number(n) * 100).toPrecision(12))),
    )
    .replace(
      /(?<![\d.])(\d+(?:\.\d+)?)([百千])([多余]?)亿/g,
      (_, n: string, by: string, more: string) =>
        `${Number((Number(n) * (by === '百' ? 100 : 1000)).toPrecision(12))}亿${more}`,
    )
    .replace(
      /(?<![\d.])(\d+)([万亿])([一二三四五六七八九]|[1-9])(?:(?<=万.)千|(?<=亿.)千万)?(?![\d.十百千万亿点个家条])/g,
      (_, whole: string, scale: string, tenth: string) => `${whole}.${digit(tenth)}${scale}`,
    )
    .replace(/(?<![\d.])(\d+)万零(\d{2,3})(?![\d百十千])/g, (_, w: string, n: string) =>
      String(Number(w) * 1e4 + Number(n)),
    )
    .replace(/(?<![\d.])(\d)千零(\d{2})(?!\d)/g, (_, k: string, n: string) =>
      String(Number(k) * 1e3 + Number(n)),
    )
    .replace(/(?<![一二三四五六七八九十第])([一二三四五])号(?=议案|建议)/g, (_, n: string) => `${digit(n)}号`)

const digit = (said: string): string => (/\d/.test(said) ? said : String(DIGITS.indexOf(said) + 1))

/** 七条，哦不对，八条 → 八条: what is taken back in the same breath; a task's number at the head is put right by a correction. */
const selfRepaired = (text: string): string => text.replace(REPAIRED, '')

const SPOKEN =
  '(?:[\\d.]+|[一二两三四五六七八九十百千零]+)(?:万|亿)?(?:元|公里|[个家条项名人场座套处件台辆])?'
const REPAIRED = new RegExp(
  `(?<!^(?=第?\\d+项)|\\d)${SPOKEN}[，、 ]?(?:哦|噢|喔|啊|呃|额|嗯|唉)?[，]?(?:不对|不不|说错了?|错了)[，、 ]?(?:应该)?(?:是)?(?=${SPOKEN}(?:$|[，。；！、]))`,
  'g',
)
