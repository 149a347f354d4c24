import type { LexiconUnit } from '../lexicon.ts'
import type { Lexicon } from '../prepare.ts'

/** Endings by which people know a body even when the city's name is left out. */
const BODY = /(局|联|协|委|办|厅|院|处|会|公司|集团|中心|政府|管委会|督查室|银行|部|馆|台|社)$/

/** Every name a unit is found by: registry names first, then the ways of speaking they allow. */
export function unitNames(unit: LexiconUnit): { readonly sure: string[]; readonly loose: string[] } {
  const sure = [...new Set([unit.name, unit.short, ...unit.aliases])].filter((name) => name.length >= 2)
  const loose = new Set<string>()
  for (const name of sure)
    for (const spoken of spokenNames(name)) if (!sure.includes(spoken)) loose.add(spoken)
  return { sure, loose: [...loose] }
}

/** 江夏区人民政府 → 江夏区政府, 江夏区; 武汉新港管委会 → 武汉新港; 市经信局 → 经信局; 武汉人才集团 → 人才集团; 中国铁塔武汉分公司 → 铁塔公司. */
function spokenNames(name: string): string[] {
  const district = /^(?<place>\p{Script=Han}{1,4}[区县])人民政府$/u.exec(name)?.groups?.place
  if (district !== undefined) return [`${district}政府`, district]
  const branch = /^中国(?<brand>\p{Script=Han}{2})(?<city>\p{Script=Han}{2})分公司$/u.exec(name)?.groups
  if (branch !== undefined)
    return [`${branch.brand}公司`, `中国${branch.brand}`, `${branch.city}${branch.brand}`]
  const zone = /^(?<place>\p{Script=Han}{2,12}区)管(理委员|委)会$/u.exec(name)?.groups?.place
  const names = zone === undefined ? [] : [zone]
  const bare = name.replace(
    /^(?:市(?=\p{Script=Han}{2})|\p{Script=Han}{2}市?(?=\p{Script=Han}{2,}(?:集团|公司|管委会)$))/u,
    '',
  )
  if (bare !== name && bare.length >= (/[联协院]$/.test(bare) ? 2 : 3) && BODY.test(bare)) names.push(bare)
  const place = /^(?<place>\p{Script=Han}{4,8})(?<!区)管(?:理委员|委)会$/u.exec(name)?.groups?.place
  if (place !== undefined) names.push(place)
  const office = /^市委(?<office>\p{Script=Han}{2,}[部办])$/u.exec(name)?.groups?.office
  if (office !== undefined) names.push(office)
  const own = /^市(?:人民)?政府各?(?<own>\p{Script=Han}{4,})$/u.exec(name)?.groups?.own
  if (own !== undefined) names.push(own)
  // 市政府各驻外办事处 → 驻外办
  if (own?.endsWith('办事处')) names.push(own.slice(0, -2))
  const paper = /^(?<paper>\p{Script=Han}{2,}(?:日报|广播电视台?))(?:传媒|报业)?集团$/u.exec(name)?.groups
    ?.paper
  return paper === undefined ? names : [...names, paper]
}

/** 市经信局 → 经信: a stem stands for the unit only where a verb or a year follows (经信22年牵头几项). */
export function unitStems(unit: LexiconUnit): string[] {
  const names = [unit.short, ...unit.aliases]
  return [...new Set(names.flatMap(stemOf))]
}

function stemOf(name: string): string[] {
  const district = /^(?<place>\p{Script=Han}{2,4})区人民政府$/u.exec(name)?.groups?.place
  if (district !== undefined) return [district]
  const zone = /^(?<place>\p{Script=Han}{3,6})区管(?:理委员|委)会$/u.exec(name)?.groups?.place
  if (zone !== undefined) {
    // 临空港开发区管委会 → 临空港; two characters name the city as well (武汉经开区).
    const bare = zone.replace(/(?:经济技术|高新技术)?(?:开发|经开|高新)$/, '')
    return bare.length > 2 ? [...new Set([zone, bare])] : [zone]
  }
  // 中国铁塔武汉分公司 → 铁塔
  const brand = /^中国(?<brand>\p{Script=Han}{2})\p{Script=Han}{2}分公司$/u.exec(name)?.groups?.brand
  if (brand !== undefined) return [brand]
  // 武汉投控集团 → 投控; 人才, 农业 are words.
  const group = /^\p{Script=Han}{2}(?<stem>\p{Script=Han}[控投发科])集团$/u.exec(name)?.groups?.stem
  if (group !== undefined) return [group]
  const stem = /^市?(?<stem>\p{Script=Han}{2,5})[局委办]$/u.exec(name)?.groups?.stem
  if (stem === undefined || stem === '人民') return []
  // 市城管执法委 → 城管
  return stem.endsWith('执法') && stem.length > 3 ? [stem, stem.slice(0, -2)] : [stem]
}

/** 黄陂区人民政府 → 黄陂区; of a district or zone the city's own name is left off: 武汉经开区管委会 → 经开区. */
export function placeOf(name: string, { homes }: Homes): string {
  const place = name.replace(/(?:人民)?政府$|管(?:理委员|委)会$/, '')
  const home = homes.find((city) => place.startsWith(city))
  return home !== undefined && /^\p{Script=Han}{2,}区$/u.test(place.slice(home.length))
    ? place.slice(home.length)
    : place
}

type Homes = Pick<Lexicon, 'homes'>

/** Every place name a unit goes by: 武汉经开区, 经开区, 汉南区. */
export const unitPlaces = (unit: LexiconUnit, home: Homes): string[] =>
  [unit.short, unit.name, ...unit.aliases].flatMap((name) => [
    placeOf(name, home),
    ...(/（(.+)）/
      .exec(name)
      ?.slice(1)
      .map((inner) => placeOf(inner, home)) ?? []),
  ])
