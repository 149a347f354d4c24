/**
 * Which document a label's id means. 2022-41 is the document whose number is 〔2022〕41号; other ids are free words: a
 * labelled title tells, else the one id and the one document of a question's files that are left over belong together.
 */
export interface NamedDocument {
  readonly number: string | null
  readonly title: string
}

/** The documents of one group of questions and the ids their labels use. */
export interface IdGroup {
  readonly documents: readonly NamedDocument[]
  readonly ids: readonly string[]
}

/** Number, else title, of a document → id. */
export type DocumentIds = ReadonlyMap<string, string>

const NUMBER = /[〔[(（【](\d{4})[〕\])）】]\s*(\d+)\s*号/u

export function idOfNumber(number: string | null): string | null {
  const [, year, place] = NUMBER.exec((number ?? '').normalize('NFKC')) ?? []
  return year === undefined ? null : `${year}-${place}`
}

export const nameOf = (document: NamedDocument): string => document.number ?? document.title

/** Groups with fewer documents to tell apart are settled first; what they teach helps the others. */
export function nameDocuments(groups: readonly IdGroup[], titles: ReadonlyMap<string, string>): DocumentIds {
  const known = new Map<string, string>()
  for (const { documents } of groups) {
    for (const document of documents) {
      const id = idOfNumber(document.number) ?? titles.get(document.title)
      if (id !== undefined) known.set(nameOf(document), id)
    }
  }
  for (const group of [...groups].sort((a, b) => open(a, known).length - open(b, known).length)) {
    const [document, ...others] = open(group, known)
    const taken = new Set(known.values())
    const [id, ...moreIds] = new Set(group.ids.filter((name) => !taken.has(name)))
    if (document && id && others.length === 0 && moreIds.length === 0) known.set(nameOf(document), id)
  }
  return known
}

const open = (group: IdGroup, known: DocumentIds): NamedDocument[] =>
  group.documents.filter((document) => !known.has(nameOf(document)))
