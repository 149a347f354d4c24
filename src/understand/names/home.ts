import { leadingPlace } from '../../domain/place.ts'
import type { LexiconDocument } from '../lexicon.ts'

/** The places the documents speak for, in full and as people say them: 武汉市, 武汉; 湖北省, 湖北. The longest first. */
export function homesOf(
  documents: readonly Pick<LexiconDocument, 'issuer' | 'noticeTitle' | 'title'>[],
): string[] {
  const said = documents.flatMap(({ issuer, noticeTitle, title }) =>
    [issuer, noticeTitle, title].flatMap((text) => (text ? (leadingPlace(text) ?? []) : [])),
  )
  const names = said
    .flatMap((place) => [place, place.replace(/[省市]$/, '')])
    .filter((name) => name.length > 1)
  return [...new Set(names)].sort((a, b) => b.length - a.length)
}
