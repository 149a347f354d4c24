import type { Told } from './context.ts'

const GROWN = '(?:同比|累计|平均)?(?:增长|增|增速|上涨|涨|为|是|达到?)?(?:了|为|是)?'
/** 全国增5.2%, 湖北5.8%: rates of other bodies. */
const OTHER = new RegExp(
  `(?<name>.*?)(?<![占居比于超到])(?:全国|国家|全省|省里|外省|兄弟城市|副省级城市|中部地区|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省?)${GROWN}$`,
  'u',
)
const OURS = new RegExp(`^[，、 ]?(?:而)?(?:我[们市局区省]|咱们?|全市|本市)${GROWN}$`)
/** 宁波6.4%: a city beside ours, once ours has been told. */
const NAME_ALONE = new RegExp(`^[，、 ]?\\p{Script=Han}{2}${GROWN}$`, 'u')

/** Rates set beside one another, 增加值全国增5.4%，我市6.2%，宁波6.4%: only ours is reported, by the name said before the first. `homes`: what our city is called. */
export function oursAlone(told: readonly Told[], homes: readonly string[]): readonly Told[] {
  const isOurs = (t: Told): boolean => isRate(t) && (OURS.test(t.before) || isHome(t.before, homes))
  const first = told.findIndex((t) => isRate(t) && OTHER.test(t.before) && !isHome(t.before, homes))
  const ours = told.findIndex((t, i) => i > first && isOurs(t))
  if (first < 0 || ours < 0 || !told.slice(first, ours).every((t) => isRate(t) && OTHER.test(t.before)))
    return told
  const name = nameOf(told[first])
  return told.map((t, i) => {
    if (i === ours) return { ...t, names: name === '' ? t.names : [name] }
    const others = i >= first && (i < ours || (i === ours + 1 && isRate(t) && NAME_ALONE.test(t.before)))
    return others ? { ...t, role: 'aside' as const, rule: OTHERS, names: [] } : t
  })
}

/** The rule by which a rate of another body is told. */
export const OTHERS = 'of another body: 全国增5.4%'

const isRate = ({ figure, role }: Told): boolean =>
  figure.value.unit === '%' && (role === 'value' || role === 'increment')

const isHome = (before: string, homes: readonly string[]): boolean =>
  homes.some((home) => new RegExp(`^[，、 ]?${home}${GROWN}$`).test(before))

const nameOf = (told: Told | undefined): string =>
  OTHER.exec(told?.names[0] ?? '')?.groups?.name?.trim() ?? ''
