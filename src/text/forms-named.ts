import { parseNumber } from './numbers.ts'

const ONE = '(?:\\d{1,2}|[一二三四五六七八九十])'
const NAMED = new RegExp(
  `附表\\s*(?<first>${ONE})(?<more>(?:(?:[、和及与，]|附表)+${ONE}(?![\\d月年项]))*)`,
  'g',
)

/** Numbers of the forms a text names: 附表1、2 → 1, 2; 附表一和附表三 → 1, 3. */
export function formsNamed(text: string): number[] {
  const said = [...text.matchAll(NAMED)].flatMap(({ groups }) => [
    groups?.first ?? '',
    ...((groups?.more ?? '').match(new RegExp(ONE, 'g')) ?? []),
  ])
  return [...new Set(said.map((n) => parseNumber(n) ?? 0))].filter((n) => n > 0)
}
