/** GB/T 9704-2012 in the units of a .docx: lengths in twentieths of a point, type sizes in half points. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** 天头37 订口28, 版心156×225 mm on A4. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(24) },
} as const

export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right

/** A table laid across: the page turned so that its head stands at the binding edge. */
export const ACROSS = {
  margin: { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), header: mm(15), footer: mm(15) },
  textWidth: PAGE.height - mm(35) - mm(37),
} as const

/** 22 lines of 225 mm. */
export const LINE = 579
/** 28 letters of 16 pt would need 158 mm: each gives up 0.21 pt; what the grid says in 1/4096 pt, runs say in twentieths. */
export const LETTER_SPACE = { grid: -849, run: -5 } as const

/** 2号, 3号, 4号, 小四, 五号 */
export const SIZE = { title: 44, body: 32, small: 28, table: 24, dense: 21 } as const
/** One letter of body type. */
export const EM = 320

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
