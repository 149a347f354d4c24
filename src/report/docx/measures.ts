/** GB/T 9704-2012 in the units of a .docx: lengths in twentieths of a point, type sizes in half points. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** A4. */
export const PAPER = { width: mm(210), height: mm(297) } as const

/** How the upright pages of a document are set. */
export interface Layout {
  readonly margin: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
    readonly header: number
    readonly footer: number
  }
  /** Type sizes of title and body, height of a line of body, letters a title line holds. */
  readonly title: number
  readonly body: number
  readonly line: number
  readonly titleLetters: number
  /** Room given up by one letter so that a line holds its number: the grid says it in 1/4096 pt, runs in twentieths. null: no grid. */
  readonly letterSpace: { readonly grid: number; readonly run: number } | null
  /** Highest picture, in the pixels charts are drawn with. */
  readonly chart: number
  /** Blank lines over the signature. */
  readonly gap: number
}

/** 天头37 订口28, 版心156×225 mm, 22 lines of 28 letters: those of 16 pt would need 158 mm, each gives up 0.21 pt. */
export const OFFICIAL: Layout = {
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(24) },
  title: 44,
  body: 32,
  line: 579,
  titleLetters: 19,
  letterSpace: { grid: -849, run: -5 },
  chart: 760,
  gap: 2,
}

const NARROW = { top: mm(18), bottom: mm(17), left: mm(20), right: mm(20), header: mm(8), footer: mm(8) }
const onePage = (body: number, line: number): Layout => ({
  margin: NARROW,
  title: 36,
  body,
  line,
  titleLetters: 26,
  letterSpace: null,
  chart: 220,
  gap: 0,
})

/** 一页纸 is no official document: narrow margins, and the largest of 小四, 11 pt and 五号 with which a page is enough. */
export const ONE_PAGE: readonly [Layout, ...Layout[]] = [onePage(24, 360), onePage(22, 330), onePage(21, 300)]

export const textWidth = ({ margin }: Layout): number => PAPER.width - margin.left - margin.right
/** One letter of body type. */
export const em = ({ body }: Layout): number => body * 10

/** A table laid across: the page turned so that its head stands at the binding edge. */
export const ACROSS = {
  margin: { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), header: mm(15), footer: mm(15) },
  textWidth: PAPER.height - mm(35) - mm(37),
} as const

/** 4号, 小四, 五号 */
export const SIZE = { small: 28, table: 24, dense: 21 } as const

/** Latin letters and digits stand in Times New Roman everywhere. */
const LATIN = 'Times New Roman'
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia })

export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  black: font('黑体'),
  kai: font('楷体_GB2312'),
  page: { ...font('宋体'), ascii: '宋体', hAnsi: '宋体' },
} as const

/** Where a machine lacks a font: what Word and LibreOffice may take for it, the likeliest first. */
export const FALLBACKS: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK,小标宋,华文中宋,STZhongsong,Noto Serif CJK SC,宋体',
  仿宋_GB2312: '仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC',
  楷体_GB2312: '楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC',
  黑体: 'SimHei,华文黑体,STHeiti,Noto Sans CJK SC',
  宋体: 'SimSun,华文宋体,STSong,Noto Serif CJK SC',
}

export const RED = 'E60012'
