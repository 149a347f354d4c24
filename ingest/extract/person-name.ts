/** Where a name ends and a post begins when nothing is printed between them: 夏俊市公安局副局长. */

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆'
const DOUBLE_SURNAMES =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|端木|南宫|万俟|闻人|赫连|澹台|宇文|轩辕'

const NATION = /^(?:中国|中共|中央|国家|国网|全国|人民银行|人行)/
const LEVEL = /^[市省县州旗](?!场)|^区(?:委|人|政|级)|^(?:常务)?副(?:[市省县州区]长|秘书长)/
/** 江岸区人民政府, 硚口区委: two characters before 区 are by far the commonest. */
const DISTRICT =
  /^[一-龥]{2}(?:区|县|市|旗)(?:人民政府|政府|委|管委会|工委|人大|政协|(?:常务)?副?[区县市旗]长)/
const LONG_DISTRICT = /^[一-龥]{3,4}(?:区|县|市|旗|新区|开发区)(?:人民政府|政府|委|管委会|工委)/
const OFFICE = /^[一-龥]{2,12}(?:公司|集团|大学|学院|银行|海关|管委会|分行|支队|总队|研究院|医院|协会|商会)/

interface Parted {
  readonly name: string
  readonly title: string
}

/** `known`: names of units and places met elsewhere, the surest sign of where the post begins. Null: no post seen. */
export function splitGlued(text: string, known: readonly string[]): Parted | null {
  const double = new RegExp(`^(?:${DOUBLE_SURNAMES})`).test(text)
  const lengths = double ? [3, 4] : [2, 3]
  const ranked = lengths
    .map((n) => ({ name: text.slice(0, n), title: text.slice(n) }))
    .map((parted) => ({ parted, rank: rankOf(parted.title, known) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
  return ranked[0]?.parted ?? null
}

function rankOf(title: string, known: readonly string[]): number {
  if (known.some((name) => name.length >= 2 && title.startsWith(name))) return 5
  if (NATION.test(title) || new RegExp(`^(?:${PROVINCES})`).test(title)) return 4
  if (LEVEL.test(title)) return 4
  if (DISTRICT.test(title)) return 3
  if (LONG_DISTRICT.test(title)) return 2
  return OFFICE.test(title) ? 1 : 0
}
