import type { LexiconDocument } from '../lexicon.ts'

/** The ways people call a document: its number in several writings, the name it gives itself, its case number. */
export function documentNames(document: LexiconDocument): string[] {
  const names = [...numberNames(document.number), ...caseNames(document), ...selfNames(document.about)]
  return [...new Set([...names, plainTitle(document.title)])].filter((name) => name.length >= 2)
}

/** 武政办〔2022〕41号 → 武政办〔2022〕41号, 〔2022〕41号, 2022年41号, 41号文, 41号. */
function numberNames(number: string | null): string[] {
  const parts = /^(?<prefix>.*)〔(?<year>\d{4})〕(?<n>\d+)号$/.exec(number ?? '')?.groups
  if (parts === undefined) return number === null ? [] : [number]
  const { prefix, year, n } = parts
  const bare = [
    `${prefix}〔${year}〕${n}号`,
    `〔${year}〕${n}号`,
    `${prefix}${year}${n}号`,
    `${prefix}${n}号`,
  ]
  return [...bare, `${year}年${n}号`, `${n}号`].flatMap((name) => [`${name}文件`, `${name}文`, name])
}

/** 市十五届人大一次会议1号议案办理工作方案 → 一次会议1号议案, 人大一次会议1号议案, 1号议案, 1号. */
function caseNames({ title }: LexiconDocument): string[] {
  const found = /(?<session>[一二三四五六七八九十]+次会议)?(?<n>\d+)号(?<sort>议案|建议案|提案)/.exec(
    title,
  )?.groups
  if (found === undefined) return []
  const name = `${found.n}号${found.sort}`
  const body = /人大|政协/.exec(title)?.[0] ?? ''
  const session =
    found.session === undefined ? [] : [`${found.session}${name}`, `${body}${found.session}${name}`]
  return [...session, name, `${found.n}号案`, `${found.n}号`]
}

/** （以下称1号议案）、（以下简称《规划》): names of documents only, not of groups and bodies. */
function selfNames(about: string): string[] {
  return [...about.matchAll(/以下简?称[“《]?(?<name>[^”》）)、，。]{2,16})[”》]?[）)]/g)]
    .map((m) => m.groups?.name ?? '')
    .filter((name) => /(案|规划|计划|方案|通知|报告)$/.test(name))
}

/** The title without the city in front, the years behind, and quotation marks. */
export function plainTitle(title: string): string {
  return title
    .replace(/[（(]\d{4}.*?[）)]$/, '')
    .replace(/^(\p{Script=Han}{2,3}市|\p{Script=Han}{2,8}省)(?=\p{Script=Han}{6})/u, '')
    .replace(/[“”‘’《》〈〉（）()\s]/g, '')
}

/** How an answer calls it: the number, or the title where there is none. */
export const documentLabel = (document: { readonly number: string | null; readonly title: string }): string =>
  document.number ?? `《${document.title}》`

/** The years a document speaks for: its period, else its year of issue. */
export function documentYears(document: LexiconDocument): { readonly from: number; readonly to: number } {
  const issued = yearOf(document.issuedOn) ?? yearOf(/\d{4}/.exec(document.title)?.[0] ?? null) ?? 0
  return { from: yearOf(document.periodStart) ?? issued, to: yearOf(document.periodEnd) ?? issued }
}

export const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** A word this many times in the opening is what the document is about. */
const OFTEN = 5

/** The title says the word, or the motion it carries out (《关于…的议案》), or the opening speaks of little else. */
export const isAbout = (document: LexiconDocument, word: string): boolean =>
  isEntitled(document, word) || document.about.toLowerCase().split(word).length - 1 >= OFTEN

/** The words stand in the title or in that of the motion the document carries out. */
export function isEntitled({ title, about }: LexiconDocument, word: string): boolean {
  const motion = /《关于(?<matter>[^》]+)》/.exec(about.slice(0, 400))?.groups?.matter ?? ''
  const said = `${plainTitle(title)}${motion}`.toLowerCase()
  return said.includes(word.toLowerCase())
}
