import iconv from 'iconv-lite'

/**
 * Old office PDFs name their Chinese fonts and do not carry them; their codes are to be looked up in tables Adobe
 * defined, which the PDF library leaves out. We need words and not glyphs, so a character's number is taken to be
 * its Unicode: codes that are Unicode already stay, GBK codes are converted, and the way back from number to
 * Unicode is the identity. Fonts embedded without any table would come out as other scripts, which `isGarbled` tells.
 */
const UNICODE = /^Uni(?:GB|CNS|JIS|KS)-(?:UCS2|UTF16)-(?:HW-)?[HV]$/
const GBK = /^(?:GBK|GBKp|GBpc|GB)-EUC-[HV]$|^GBK2K-[HV]$/
const TO_UNICODE = /^Adobe-\w+-UCS2$/

/** What pdf.js asks for data it does not hold; only the tables of character codes are there. */
export class CharacterTables {
  readonly cMapUrl = 'tables/'

  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? tableNamed(filename) : null
    if (table === null) throw new Error(`no ${kind} ${filename}`)
    return new TextEncoder().encode(table)
  }
}

const known = new Map<string, string>()

function tableNamed(name: string): string | null {
  const kind = UNICODE.test(name) ? 'unicode' : GBK.test(name) ? 'gbk' : TO_UNICODE.test(name) ? 'back' : null
  if (kind === null) return null
  const table = known.get(kind) ?? { unicode: unicodeTable, gbk: gbkTable, back: backTable }[kind]()
  known.set(kind, table)
  return table
}

const hex = (n: number, width = 4): string => `<${n.toString(16).padStart(width, '0')}>`
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

function table(spaces: readonly string[], body: readonly string[]): string {
  return [
    'begincmap',
    `${spaces.length} begincodespacerange`,
    ...spaces,
    'endcodespacerange',
    ...body,
    'endcmap',
  ].join('\n')
}

const unicodeTable = (): string =>
  table(['<0000> <ffff>'], ['1 begincidrange', '<0000> <ffff> 0', 'endcidrange'])

/** A row for each high byte: a range may count up in its last byte only. */
function backTable(): string {
  const rows = range(256).map((high) => `${hex(high << 8)} ${hex((high << 8) | 255)} ${hex(high << 8)}`)
  return table(['<0000> <ffff>'], [`${rows.length} beginbfrange`, ...rows, 'endbfrange'])
}

function gbkTable(): string {
  const rows = range(0xfe - 0x81 + 1).flatMap((i) => gbkRow(0x81 + i))
  const single = ['1 begincidrange', '<00> <80> 0', 'endcidrange']
  return table(
    ['<00> <80>', '<8140> <fefe>'],
    [...single, `${rows.length} begincidchar`, ...rows, 'endcidchar'],
  )
}

function gbkRow(high: number): string[] {
  return range(0xfe - 0x40 + 1).flatMap((i) => {
    const char = iconv.decode(Buffer.from([high, 0x40 + i]), 'gbk')
    return char.length === 1 && char !== '\ufffd'
      ? [`${hex((high << 8) | (0x40 + i))} ${char.charCodeAt(0)}`]
      : []
  })
}

/** Scripts a Chinese office does not write in, beyond a stray sign: a font whose codes nothing explains. */
const FOREIGN = /[\u0250-\u036f\u0400-\u1fff\ua000-\uabff\ue000-\uf8ff]/g
const GARBLED_SHARE = 0.2

export function isGarbled(text: string): boolean {
  const solid = text.replace(/\s/g, '').length
  return solid > 0 && (text.match(FOREIGN)?.length ?? 0) / solid > GARBLED_SHARE
}
