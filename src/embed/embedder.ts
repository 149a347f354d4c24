/** Texts → vectors of one length, each of length 1 (or all zero where a text holds nothing the model knows). */
export interface Embedder {
  /** Stored beside each vector: vectors of different models never meet. */
  readonly model: string
  /** 0 until it is known: an endpoint tells by its first answer. */
  readonly dimensions: number
  /** Throws `model` when the endpoint or folder fails; the caller then searches by words alone. */
  embed(texts: readonly string[], as?: TextUse): Promise<readonly Float32Array[]>
}

/** Some models want to be told which side of a search a text stands on. */
export type TextUse = 'query' | 'passage'

/** What the makers of a model family ask to be put before a text. */
export function prefixOf(model: string, as: TextUse): string {
  if (/(?:^|[-_/])e5(?:[-_/]|$)/i.test(model)) return as === 'query' ? 'query: ' : 'passage: '
  if (/bge-.*zh/i.test(model) && as === 'query') return '为这个句子生成表示以用于检索相关文章：'
  return ''
}

/** In place: length 1, so that a dot product is the cosine. */
export function normalise(vector: Float32Array): Float32Array {
  let sum = 0
  for (const x of vector) sum += x * x
  if (sum > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / Math.sqrt(sum)
  return vector
}
