import type { HeardKind } from '../../../domain/heard.ts'

/** What words make a message more than a report. Tried in order. */
export interface KindRule {
  readonly kind: HeardKind
  readonly name: string
  readonly pattern: RegExp
  readonly unless?: RegExp
}

/** The first rule of the list that the words fit. */
export const firstKind = (list: readonly KindRule[], text: string): KindRule | null =>
  list.find((rule) => rule.pattern.test(text) && !(rule.unless?.test(text) ?? false)) ?? null

/** A rule of many ways of saying one thing: each a short pattern in which ~ stands for a few words of the same clause. */
export function kindRule(kind: HeardKind, name: string, ways: readonly string[], unless?: RegExp): KindRule {
  const source = ways.map((way) => way.replaceAll('~~', '[^，。；]{0,12}').replaceAll('~', '[^，。；]{0,5}'))
  const pattern = new RegExp(source.join('|'), 'u')
  return unless === undefined ? { kind, name, pattern } : { kind, name, pattern, unless }
}
