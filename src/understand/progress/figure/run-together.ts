const NUMERAL = '[一二两三四五六七八九十百千万零]{1,7}'
/** Counters that part a number from the next name by themselves; those that begin a noun do not. */
const COUNTER =
  '(?:[个条所座套辆件处户次亩元年月日号天点成分]|家(?!庭)|项(?!目)|名(?!优)|人(?!才)|场(?!景|馆)|台(?!账))'
const NAME = `(?!${COUNTER})(?:(?![一二两三四五六七八九十百千万零第])\\p{Script=Han}){2,10}`
const RUN = new RegExp(`(?:${NAME}${NUMERAL}){3,}(?=$|[，。；！吧了])`, 'gu')
const PAIR = new RegExp(`(${NAME}${NUMERAL})(?=${NAME})`, 'gu')

/** 产线九十二车间十八标杆工厂九 → 产线九十二，车间十八，标杆工厂九: three and more names and numbers in one breath, no counter between. */
export const parted = (text: string): string => text.replace(RUN, (run) => run.replace(PAIR, '$1，'))
