import { findNames } from '../../text/names.ts'
import { nearest } from '../../text/typo.ts'
import type { LexiconUnit } from '../lexicon.ts'
import type { Marked } from '../marks.ts'
import { unitNames } from '../names/units.ts'
import type { Lexicon } from '../prepare.ts'
import { findAbbreviated } from './abbreviated.ts'
import { bareDistricts } from './bare-districts.ts'

/** What may follow a bare stem that means a unit: 经信22年牵头几项, 发改委那边 is a name and needs none. */
const AFTER_STEM =
  /^[局委办]?(?:\s*(?:今|去|明|本|\d{2,4})年|牵头|负责|配合|有(?:几|哪|多少|什么)|的(?:任务|活|呢)|那边|这边|管|的|呢|[？?]?$|当|作为|[在里]\p{Script=Han}|(?=\p{Script=Han}{0,4}[一二三四五六七八九十\d]+号)|在\d+号|和|跟|、|[两三四五]家|分别|一起|一块|都?派|是?谁)/u

/** 东西湖一路一特色: three characters of a district's name can open a question; 洪山菜薹 is a dish. */
const isSaidAlone = ({ text: stem, start, end }: Place, text: string): boolean =>
  AFTER_STEM.test(text.slice(end)) ||
  (start === 0 && stem.length === 3 && /^\p{Script=Han}{2}/u.test(text.slice(end)))

/** 跟教育、医疗有关的任务: fields of work, not the bodies called so. */
const MATTER = /^[、和与及]?[^，,。？?局委办]{0,8}(?:有关|相关|方面)/u

export function findUnits(text: string, lexicon: Lexicon): Marked[] {
  const named = findNames(text, lexicon.units)
    .filter((found) => !cutShort(found, text) && !isLiteral(found, text))
    .map((found) => unitMark(withBody(found, text), ranked(found.values, found.text)))
  const stems = findNames(text, lexicon.stems)
    .filter((found) => isSaidAlone(found, text) && startsAlone(text, found.start))
    .filter((found) => !MATTER.test(text.slice(found.end)))
    .map((found) => unitMark(withBody(found, text), ranked(found.values, found.text)))
  // 市交通局 is short for one name before it is a slip for another (市交管局).
  const short = abbreviated(text, lexicon, [...named, ...stems])
  const slips = mistyped(text, lexicon, [...named, ...short])
  return [
    ...named,
    ...stems,
    ...short,
    ...slips,
    ...mine(text),
    ...overseen(text),
    ...underLeader(text, lexicon),
    ...districts(text, lexicon),
    ...carriers(text, lexicon),
    ...bareDistricts(text, lexicon),
  ]
}

const abbreviated = (text: string, lexicon: Lexicon, known: readonly Marked[]): Marked[] =>
  findAbbreviated(text, lexicon)
    .filter((found) => known.every((k) => k.end <= found.start || found.end <= k.start || isWithin(k, found)))
    .map((found) => unitMark(found, [found.unit]))

/** 自然资源和城建局 is one body, whatever 城建局 is. */
const isWithin = (known: Place, found: Place): boolean =>
  found.start < known.start && found.end === known.end && !known.text.startsWith('市')

/** 提到光谷的任务: a nickname behind 提到 is a word of the text; 提到东湖高新区管委会的 is the body. */
const isLiteral = ({ text: name, start }: Place, text: string): boolean =>
  !/[局委办会府司团区县院队]$/.test(name) &&
  /(?:提到|提及|提过|写到|讲到|说到|出现)(?:过|了)?$/.test(text.slice(0, start))

/** 长江新城管委会 is no 城管委. */
const cutShort = ({ text: name, end }: Place, text: string): boolean =>
  name.endsWith('管委') && text[end] === '会'

/** 车谷管委会, 招商局: the kind of body said behind a name or a stem belongs to it. */
function withBody<T extends Place>(found: T, text: string): T {
  const body = /[会府局委办]$/.test(found.text)
    ? null
    : /^(?:管委会|[局委办](?![员公法理]))/.exec(text.slice(found.end))
  if (body === null) return found
  const end = found.end + body[0].length
  return { ...found, end, text: text.slice(found.start, end) }
}

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

function unitMark(place: Place, units: readonly LexiconUnit[]): Marked {
  const sure = units.some((unit) => unit.short === place.text || unit.name === place.text)
  const { start, end, text } = place
  return { value: { kind: 'unit', units, sure }, start, end, text, rule: `unit: ${text}` }
}

/** Where a name is one unit's own and another's by custom only, it is the first one's. */
function ranked(units: readonly LexiconUnit[], name: string): readonly LexiconUnit[] {
  const own = units.filter((unit) => unitNames(unit).sure.includes(name))
  return own.length > 0 ? own : units
}

const startsAlone = (text: string, at: number): boolean =>
  at === 0 ||
  /^(?:那|换|换成|还有|再看)$/.test(text.slice(0, at)) ||
  /(?:[\s，,。？?！!、：:；;的和跟与问看查请里找归]|\d年|今年|去年|^(?:那|里面|其中)?(?:有没有|有无|包不包括|包括|有))$/.test(
    text.slice(0, at),
  )

const BODY_LIKE = /[市区]?\p{Script=Han}{2,10}?(?:局|委|办公室|集团|公司|管委会|人民政府)/gu

/** 市发该改委, 市经信具: one edit from the name of exactly one unit. */
function mistyped(text: string, lexicon: Lexicon, named: readonly Marked[]): Marked[] {
  const like = [...text.matchAll(BODY_LIKE), ...text.matchAll(ZONE_LIKE)]
  return like.flatMap((m) => {
    const place = { start: m.index, end: m.index + m[0].length, text: m[0] }
    const zone = /区$/.test(m[0])
    // 临空巷经开区: the short name of another zone stands in it.
    const taken = named.some(
      (n) =>
        n.start < place.end && place.start < n.end && !(zone && n.start > place.start && n.end <= place.end),
    )
    if (m[0].length < 4 || taken) return []
    const name = nearest(m[0], lexicon.unitWords, 1)
    const units = name === null ? undefined : lexicon.units.byName.get(name)
    return units === undefined ? [] : [unitMark(place, units)]
  })
}

const ZONE_LIKE =
  /(?<=^|[^\p{Script=Han}]|[问查看让请的和])\p{Script=Han}{3}(?:经开区|高新区|开发区|风景区)/gu

export const UNDER_ME = 'units under me: 我分管的单位'

/** 区政府要承担的任务, 区里参与哪些: whichever district, so all of them under one name. */
function districts(text: string, lexicon: Lexicon): Marked[] {
  const units = lexicon.units.byName.get('各区人民政府')
  if (units === undefined) return []
  return [
    ...text.matchAll(
      /(?<![\p{Script=Han}]区|[市各关])(?:各?区(?:人民)?政府|区里)(?=$|[^\p{Script=Han}]|[要有是参负承配牵里当的都也全])/gu,
    ),
  ].map((m) => unitMark({ start: m.index, end: m.index + m[0].length, text: m[0] }, units))
}

/** 三大运营商, 运营商要做什么: the branches of them, under one name; 四大 has one more. */
function carriers(text: string, { rows }: Lexicon): Marked[] {
  const units = rows.units.filter(({ name, short }) =>
    [name, short].some((own) => /^中国(?:电信|移动|联通)/.test(own)),
  )
  if (units.length === 0) return []
  return [...text.matchAll(/(?<!四大)(?:[三3几][大家])?(?<!四大)(?:通信|电信)?运营商/g)]
    .filter((m) => !/四大(?:通信|电信)?$/.test(text.slice(0, m.index)))

    .map((m) => {
      const mark = unitMark({ start: m.index, end: m.index + m[0].length, text: m[0] }, units)
      return mark.value.kind === 'unit' ? { ...mark, value: { ...mark.value, called: '三大运营商' } } : mark
    })
}

/** A leader's own: 分管领导 without 我 is a word of the documents. */
function overseen(text: string): Marked[] {
  const pattern =
    /(?:我们?|本人)(?:所)?(?:分管|主管)(?:的?(?:这些|几个|哪些)?(?:单位|部门|委办局|局|领域|口子?))?/g
  return [...text.matchAll(pattern)].map((m) => ({
    value: { kind: 'overseen' },
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
    rule: UNDER_ME,
  }))
}

/** 周怀远分管单位, 周怀远副市长分管的部门: of a leader we know, by name. */
function underLeader(text: string, lexicon: Lexicon): Marked[] {
  return (lexicon.rows.leaders ?? []).flatMap(({ name, unitIds }) => {
    const at = text.indexOf(name)
    const rest = at < 0 ? null : LED.exec(text.slice(at + name.length))
    if (rest === null) return []
    const end = at + name.length + rest[0].length
    return [
      {
        value: { kind: 'underLeader', name, unitIds },
        ...{ start: at, end, text: text.slice(at, end), rule: 'units under a leader: 周怀远分管的单位' },
      },
    ]
  })
}

const LED =
  /^(?:同志|副?市长|副?区长|副?秘书长|副?主任|领导)?(?:所|直接)?(?:分管|主管)(?:的?(?:这些|几个|哪些)?(?:单位|部门|委办局|局|口子?))/

function mine(text: string): Marked[] {
  const pattern =
    /(?:我们|咱们?|本|我)(?:单位|局|委|区|部门|办|集团|公司|这边)|(?:我们|咱们)(?=(?:今年|明年|\d{4}年)?(?:牵头|负责|有|要|还|配合))/g
  return [...text.matchAll(pattern)].map((m) => ({
    value: { kind: 'mine' },
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
    rule: 'my unit: 我们单位, 我局, 本委',
  }))
}
