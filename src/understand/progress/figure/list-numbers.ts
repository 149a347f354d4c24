/** Where an item of a list may begin. */
const BEGINS = String.raw`(?<=^|[\n：；。，！]) ?`

/** Ways of numbering the items of a report: 1. 1、 1） · （1） · 一、 · （一） · ① */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`${BEGINS}(?<n>\d{1,2})(?:[、。）．]|\.(?!\d))`, 'g'),
  new RegExp(String.raw`${BEGINS}（(?<n>\d{1,2})）`, 'g'),
  new RegExp(`${BEGINS}(?<n>[一二三四五六七八九十])、`, 'g'),
  new RegExp(`${BEGINS}（(?<n>[一二三四五六七八九十])）`, 'g'),
  new RegExp(`${BEGINS}(?<n>[①-⑩])`, 'g'),
]

const ORDER = ['一二三四五六七八九十', '①②③④⑤⑥⑦⑧⑨⑩']

const numberOf = (said: string): number => {
  const at = ORDER.map((row) => row.indexOf(said)).find((i) => i >= 0)
  return at === undefined ? Number(said) : at + 1
}

/**
 * A report without the numbers of its items: 1.产线86条；2.车间17家 → 产线86条；车间17家. Only numbers that count on from one are taken for
 * such: a lone 3、 names a task. Lists within lists begin anew.
 */
export const withoutListNumbers = (text: string): string => FORMS.reduce(withoutForm, text)

function withoutForm(text: string, form: RegExp): string {
  const numbers = [...text.matchAll(form)].map((m) => numberOf(m.groups?.n ?? ''))
  const counts = numbers.every((n, i) => n === 1 || n === (numbers[i - 1] ?? 0) + 1)
  return numbers.length > 1 && numbers[0] === 1 && counts ? text.replace(form, '') : text
}
