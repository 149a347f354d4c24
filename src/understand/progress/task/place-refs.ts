import { parseNumber } from '../../../text/numbers.ts'
import type { Rule } from '../../../text/rule.ts'
import type { RefContext, TaskRef } from './refs.ts'

const HAN = '[一二三四五六七八九十]'
/** The number within a section; one in characters only behind 第. */
const NO = String.raw`第?(?<no>\d{1,2}|(?<=第)${HAN}+)`
const NOT_COUNTED = String.raw`(?![\d.]|[个家万亿%])`

const place = (...path: readonly string[]): TaskRef => ({ numbers: [], path, part: null, sure: true })
const section = (said: string | undefined): string => `（${said}）`
const arabic = (said: string | undefined): string => String(parseNumber(said ?? '') ?? said)

/** A task by its place in the document: chapter, section and number, in signs or in words. */
export const PLACE_REFS: readonly Rule<TaskRef, RefContext>[] = [
  {
    name: 'place: 二（三）5, 一（一）1, the section 二（三）',
    pattern: new RegExp(
      `(?<a>${HAN})[、，]?（(?<b>${HAN}+)）(?:第?(?<no>\\d{1,2})[条项点]?${NOT_COUNTED})?`,
      'g',
    ),
    read: ({ groups }) => place(groups.a ?? '', section(groups.b), ...(groups.no ? [groups.no] : [])),
  },
  {
    name: 'more places of one section: 3 of 一（二）2和3',
    pattern: new RegExp(
      String.raw`(?<=(?<a>${HAN})[、，]?（(?<b>${HAN}+)）第?\d{1,2}[条项]?(?:[、和及与]\d{1,2}[条项]?){0,4}[、和及与])(?<no>\d{1,2})[条项]?${NOT_COUNTED}`,
      'g',
    ),
    read: ({ groups }) => place(groups.a ?? '', section(groups.b), groups.no ?? ''),
  },
  {
    name: 'place without its chapter: （二）1, 第二条第1项',
    pattern: new RegExp(
      String.raw`(?<=^|[，。；！\n □]|的)(?:（(?<b>${HAN}+)）|第(?<d>${HAN}+)[条点])${NO}[条项点]?${NOT_COUNTED}`,
      'g',
    ),
    read: ({ groups }, { ends }) => {
      const path = [section(groups.b ?? groups.d), arabic(groups.no)]
      return ends.has(path.join('')) ? place(...path) : null
    },
  },
  {
    name: 'place in words: 第二部分第三条第2项, 第二部分（三）2, 第二章第三节第二点',
    pattern: new RegExp(
      `第?(?<a>${HAN})(?:大?部分|章)的?第?（?(?<b>${HAN}+)）?(?:条|节|点|大项)?的?${NO}(?:条|小?项|小?点|款)?${NOT_COUNTED}`,
      'g',
    ),
    read: ({ groups }) => place(groups.a ?? '', section(groups.b), arabic(groups.no)),
  },
]
