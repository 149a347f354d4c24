import { taggedWordsOf } from '../text/tokens.ts'

/** Names that tell of no other place, and of none within, and sorts of place the dictionary takes for names. */
const EVERYWHERE =
  /^(?:中国|全国|全省|全市|城市|城乡|城镇|城区|市区|郊区|农村|乡村|乡镇|地区|园区|街道|沿线|沾边)$/

/** Words of a text that the dictionary knows as names of places; the documents' own city (武汉, 汉) aside. */
export const placeWordsIn = (text: string, homes: readonly string[]): string[] =>
  taggedWordsOf(text)
    .filter(({ tag }) => tag === 'ns')
    .map(({ word }) => word)
    .filter((word) => !EVERYWHERE.test(word) && !homes.some((home) => home.includes(word)))
