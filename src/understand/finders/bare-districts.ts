import { findNames } from '../../text/names.ts'
import type { LexiconUnit } from '../lexicon.ts'
import type { Marked } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'

const FIGURE = /多少|几(?!号|月)|百分/
/** What follows a district in a question for its figure; a name goes on otherwise (黄陂木兰文化, 蔡甸莲藕). */
const BEHIND =
  /^(?:占|摊|分|落|轮|拿|领|认|建|修|开|搞|要|能|该|应|得|分|是|有|到|达|[一二两三四五几每]年|年均|全年|合计|总共|一共|共|今年|明年|20\d{2}|的?(?:目标|指标)|呢|多少|几|[，。？?]|$)/

/** 自动化检测率黄陂要到多少, 候车亭新洲几个: a district without 区, where a figure is asked for. */
export function bareDistricts(text: string, lexicon: Lexicon): Marked[] {
  return findNames(text, lexicon.stems).flatMap((found) => {
    const units = found.values.filter(isDistrict)
    const behind = text.slice(found.end)
    const asked =
      (FIGURE.test(text) && BEHIND.test(behind)) || (found.start === 0 && isRow(behind, found.text, lexicon))
    if (units.length === 0 || !asked) return []
    const { start, end } = found
    return [
      {
        value: { kind: 'unit', units, sure: false },
        start,
        end,
        text: found.text,
        rule: `unit: ${found.text}`,
      },
    ]
  })
}

/** 新洲一路一特色: the words behind are what a table calls a row, and no name that begins with the district. */
const isRow = (behind: string, stem: string, { names }: Lexicon): boolean =>
  behind.length >= 4 &&
  !names.includes(`${stem}${behind.slice(0, 2)}`) &&
  (names.includes(behind.slice(0, 4)) || (EACH_YEAR.test(behind) && names.includes(behind.slice(0, 2))))

/** 蔡甸养护一年多少: two characters of the row are enough where its figure is asked for. */
const EACH_YEAR = /^\p{Script=Han}{2,6}(?:一年|每年|全年|今年|20\d{2}年?|[两三]年).{0,6}(?:几|多少)/u

const isDistrict = ({ short }: LexiconUnit): boolean => /区(?:人民政府|管委会)?$/.test(short)
