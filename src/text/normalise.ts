import { Converter } from 'opencc-js/t2cn'
import { type Mapped, replace, retext } from './mapped.ts'

/** Kangxi look-alikes that NFKC leaves alone (⻅ ⻓ ⺠), each followed by the character meant. */
const RADICALS =
  '⺁厂⺄乙⺈刀⺝月⺟母⺠民⺥爪⺧牛⺨犬⺩王⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺼肉⺽臼⻁虎⻃西⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻒長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻳龟'

/** Small and vertical forms, and a relic of older simplification, each followed by the form meant. */
const FORMS = '馀余﹒.﹕：﹔；﹐，﹙（﹚）﹝〔﹞〕﹟#﹪%︰：･·・·•·∶：﹣-－-﹑、'

const STAYS_WIDE = new Set('（），：；！？')
const ONE_TO_ONE = pairs(RADICALS + FORMS)
const ODD =
  /[\u9980\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff\u2022\u2236\u2e80-\u2fdf\u30fb\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffef]/g

function pairs(list: string): ReadonlyMap<string, string> {
  const chars = [...list]
  return new Map(chars.flatMap((c, i) => (i % 2 === 0 ? [[c, chars[i + 1] ?? c] as const] : [])))
}

/** One character, half-width where a printer would only have used the wide form for looks. Length stays 1. */
function folded(c: string): string {
  const listed = ONE_TO_ONE.get(c)
  if (listed !== undefined) return listed
  if (STAYS_WIDE.has(c)) return c
  const code = c.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (/\s|\u200b|\ufeff/.test(c)) return ' '
  const flat = c.normalize('NFKC')
  return flat.length === 1 ? flat : c
}

/** ＡＢ１２％ → AB12%, Kangxi radicals → characters, odd spaces → ' '. Places do not move. */
export function foldForms(m: Mapped): Mapped {
  return retext(m, m.text.replace(ODD, folded))
}

const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' }

/** ( ) , : ; → （ ） ， ： ；, save between digits (1,000  8:30) and in addresses of the web. */
export function widenMarks(m: Mapped): Mapped {
  return retext(
    m,
    m.text.replace(/[()]|;|(?<!\d),|,(?!\d)|(?<!\d):(?!\/\/)|:(?![\d/])/g, (c) => WIDE[c] ?? c),
  )
}

type Simplifier = (text: string) => string
let simplifier: Simplifier | null = null

/** Above this share of traditional characters a text is traditional; below, a few stray ones are mended singly. */
const TRADITIONAL = 0.03

/** Traditional → simplified by OpenCC, character for character. Simplified phrases are never touched (剩余, 瞭望). */
export function simplify(m: Mapped): Mapped {
  const convert: Simplifier = simplifier ?? Converter({ from: 't', to: 'cn' })
  simplifier = convert
  const singly = (c: string) => (STAYS.has(c) || convert(c).length !== 1 ? c : convert(c))
  const text = m.text.replace(/[\u3400-\u9fff]/g, memo(singly))
  const changed = countChanges(m.text, text)
  if (changed === 0) return m
  const whole = changed > text.length * TRADITIONAL ? convert(m.text).replace(ZHE, '着') : text
  return retext(m, whole.length === m.text.length ? whole : text)
}

/** 著力 → 着力, but 显著, 著名. OpenCC leaves both. */
const ZHE = /(?<![显名原编专论巨土遗拙译合撰卓昭])著(?![作名述书者录称])/g

/** Good in simplified text as they are. */
const STAYS = new Set('乾瞭於著薹')

function memo(f: (c: string) => string): (c: string) => string {
  const known = new Map<string, string>()
  return (c) => {
    const seen = known.get(c)
    if (seen !== undefined) return seen
    const made = f(c)
    known.set(c, made)
    return made
  }
}

function countChanges(a: string, b: string): number {
  let n = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) n++
  return n
}

const HAN = '\\u3400-\\u9fff'
const CLOSE = '，。、；：！？（）《》〈〉〔〕“”‘’【】—…·%'

/** A space that only the typesetter meant: at least one neighbour is Chinese or a Chinese mark. */
const STRAY = new RegExp(`(?<=[${HAN}${CLOSE}]) +| +(?=[${HAN}${CLOSE}])`, 'g')

/** No spaces within Chinese, nor in numbers (5. 5 米, 1 000); one space between Latin words. */
export function tighten(m: Mapped): Mapped {
  const plain = replace(replace(m, /[\s\u0000-\u001f]+/g, ' '), STRAY, '')
  return replace(
    plain,
    /(?<=\d) ?\. (?=\d)|(?<=\d) (?=\d{3}(?!\d)|%)|(?<=\w) (?=[+×/] ?\w)|(?<=[+×/]) (?=\w)/g,
    (x) => (x[0].includes('.') ? '.' : ''),
  )
}
