/** The tokeniser of BERT models: characters of Chinese stand alone, other words are cut into known pieces. */
export interface WordPiece {
  readonly vocab: ReadonlyMap<string, number>
  readonly lowercase: boolean
}

const LONGEST_WORD = 100

/** Token numbers with [CLS] before and [SEP] behind, at most `limit` of them. */
export function encode(text: string, { vocab, lowercase }: WordPiece, limit: number): number[] {
  const folded = lowercase
    ? text
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
    : text
  const pieces = (folded.match(WORDS) ?? []).flatMap((word) => piecesOf(word, vocab))
  const id = (token: string) => vocab.get(token) ?? 0
  return [id('[CLS]'), ...pieces.slice(0, limit - 2).map(id), id('[SEP]')]
}

/** One Han character, one mark, or a run of anything else that is not a space. */
const WORDS = /\p{Script=Han}|[\p{P}\p{S}]|[^\s\p{Script=Han}\p{P}\p{S}\p{C}]+/gu

/** Longest known piece first; a word with an unknown piece is unknown as a whole. */
function piecesOf(word: string, vocab: ReadonlyMap<string, number>): string[] {
  if (word.length > LONGEST_WORD) return ['[UNK]']
  const pieces: string[] = []
  let from = 0
  while (from < word.length) {
    const piece = longestFrom(word, from, vocab)
    if (piece === null) return ['[UNK]']
    pieces.push(from === 0 ? piece : `##${piece}`)
    from += piece.length
  }
  return pieces
}

function longestFrom(word: string, from: number, vocab: ReadonlyMap<string, number>): string | null {
  for (let to = word.length; to > from; to--) {
    const piece = word.slice(from, to)
    if (vocab.has(from === 0 ? piece : `##${piece}`)) return piece
  }
  return null
}
