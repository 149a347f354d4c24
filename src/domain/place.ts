import type { PlanDocument } from './document.ts'
import { resolveUnit, type Unit, type UnitRegistry } from './unit.ts'

const PROVINCE =
  /^(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)/u
/** 石家庄市. No city: 全市, 各市, 上市, 超市, 推进城市更新. */
const CITY =
  /^(?!推进|推动|加快|加强|促进|支持|建设|深化|全面|进一步|实施|提升|优化|完善|做好|开展|打造)\p{Script=Han}{1,3}[^城全各本我该上都股超夜门菜集大小县区]市(?=\p{Script=Han})/u
const PREFECTURE = /^\p{Script=Han}{2,12}?(?:自治州|地区|盟)(?=\p{Script=Han})/u
const DISTRICT = /^\p{Script=Han}{1,4}(?:区|县|旗)(?=人民政府|政府|委|人大|政协|经|发)/u

/** 武汉市人民政府办公厅 → 武汉市; 武汉市江岸区人民政府 → 武汉市江岸区; 浙江省经济和信息化厅 → 浙江省; null: none said. */
export function leadingPlace(text: string): string | null {
  const bare = text.replace(/^(?:中共|关于|印发)+/, '')
  const province = PROVINCE.exec(bare)?.[0] ?? ''
  const rest = bare.slice(province.length)
  const city = (CITY.exec(rest) ?? PREFECTURE.exec(rest))?.[0]
  if (city === undefined) return province || null
  return city + (DISTRICT.exec(rest.slice(city.length))?.[0] ?? '')
}

const NATIONAL = /^(?:中共中央|国务院|国家|全国|中华|中央|中国|\p{Script=Han}{2,8}部(?:办公厅)?$)/u

type Head = Pick<PlanDocument, 'issuer' | 'title' | 'noticeTitle' | 'number'>

/**
 * The city or province a document speaks for, so that its 市发改委 is the right one; null: the whole country. Where
 * neither issuer nor titles tell, the registered place most of its unit names fit; failing that a place of the
 * document's own, 《title》, so that its units are never taken for another city's.
 */
export function placeOf(head: Head, unitNames: readonly string[], registry: UnitRegistry): string | null {
  const said = [head.issuer, head.noticeTitle, head.title].filter((text) => text !== null)
  const named = said.flatMap((text) => leadingPlace(text) ?? [])[0]
  if (named !== undefined) return named
  if (NATIONAL.test(head.issuer ?? '') || /^国(?:发|办发|办函|函)/.test(head.number ?? '')) return null
  const places = [...new Set(registry.units.map((unit) => unit.place))].filter((p) => p !== null)
  const within = places.filter((place) => said.some((text) => text.includes(place)))
  if (within.length === 1) return within[0] ?? null
  return bestFit(unitNames, registry, places) ?? `《${head.title.slice(0, 60)}》`
}

/** Needs three names written in full and a clear lead: 市发改委 alone fits every city. */
function bestFit(names: readonly string[], registry: UnitRegistry, places: readonly string[]): string | null {
  const scored = places.map((place) => ({
    place,
    fits: names.filter((n) => fits(registry, n, place)).length,
  }))
  const [best, second] = scored.sort((a, b) => b.fits - a.fits)
  if (best === undefined || best.fits < 3 || best.fits * 2 < names.length) return null
  return second !== undefined && second.fits === best.fits ? null : best.place
}

function fits(registry: UnitRegistry, name: string, place: string): boolean {
  const found = resolveUnit(registry, name, place)
  return found.kind === 'known' && found.unit.place === place
}

const LEVEL = /(?<level>[省市区县州旗盟])$/

/** A new body's canonical name: 市商务局 in 遂宁市 → 遂宁市商务局; what does not begin with its level stays as written. */
export function canonicalName(written: string, place: string | null): string {
  if (place === null) return written
  const level = LEVEL.exec(place)?.groups?.level
  if (level === undefined || written.includes(place.slice(0, -1))) return written
  if (written.startsWith(level)) return `${place}${written.slice(1)}`
  return /^\p{Script=Han}{1,4}[区县](?:人民)?政府$/u.test(written) ? `${place}${written}` : written
}

/** 领导小组, 工作专班, …办公室: another body in every document, so the document stands in its name. */
export const GENERIC_NAME = /^(?:工作)?(?:领导小组|专班|工作专班|协调小组|工作组|指挥部|联席会议)(?:办公室)?$/

const KINDS: readonly (readonly [RegExp, Unit['kind']])[] = [
  [/^各|^有关|^相关|各(?:部门|单位|区|县|市)|成员单位$|有关(?:部门|单位)|等(?:部门|单位)$/, 'group'],
  [/领导小组|专班|指挥部|联席会议|工作组/, 'leading-group'],
  [/公司$|集团$|企业$/, 'company'],
  [/管委会$|管理委员会$/, 'zone'],
  [/[区县旗](?:人民)?政府$/, 'district'],
  [/人民政府$|^市政府$/, 'government'],
  [/政府办公[厅室]$|督查室$/, 'office'],
  [/委(?:组织|宣传|统战|社会工作|政法)部?|委.{2,8}办$|纪委|^中共/, 'party'],
  [/人大|政协/, 'assembly'],
  [/工会|团.?委|联合会|妇联|残联|侨联|文联|工商联|科协|贸促会|红十字会|协会$/, 'mass'],
  [/税务局|海关|银行|气象局|邮政管理局|通信管理局|消防|金融监管/, 'vertical'],
  [/法院|检察院|大学|学院|医院|研究院|科学院|学校|中心$|馆$/, 'institution'],
  [/[局厅委办部署]$|委员会$/, 'department'],
]

/** What sort of body a name speaks of, by its ending. */
export function guessKind(name: string): Unit['kind'] {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}
