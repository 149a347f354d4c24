import { taggedWordsOf } from '../text/tokens.ts'

/** Here: a name that tells of no other place, and of none within. */
const HOME = /^(?:武汉市?|湖北省?|中国|全国|全市|汉)$/

/** Words of a text that the dictionary knows as names of places, home aside. */
export const placeWordsIn = (text: string): string[] =>
  taggedWordsOf(text)
    .filter(({ word, tag }) => tag === 'ns' && !HOME.test(word))
    .map(({ word }) => word)
