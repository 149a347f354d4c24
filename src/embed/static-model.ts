import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Embedder, normalise } from './embedder.ts'

const CONFIG = z.object({ dim: z.int().positive(), size: z.int().positive() })

interface Table {
  readonly dim: number
  readonly rows: ReadonlyMap<string, number>
  /** Row r is vectors[r·dim …] × scales[r]. */
  readonly vectors: Int8Array
  readonly scales: Float32Array
}

/**
 * Word vectors in a folder: config.json {dim, size}, vocab.txt (a word a line), vectors.i8 (size × dim), scales.f32.
 * A text is the sum of its words' rows. Throws `config` when the files do not fit each other.
 */
export function openStaticModel(folder: string): Embedder {
  const table = readTable(folder)
  const jieba = Jieba.withDict(dict)
  return {
    model: basename(resolve(folder)),
    dimensions: table.dim,
    embed: async (texts) => texts.map((text) => sumOf(wordsOf(text, jieba), table)),
  }
}

function readTable(folder: string): Table {
  try {
    const { dim, size } = CONFIG.parse(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')))
    const words = readFileSync(join(folder, 'vocab.txt'), 'utf8').split('\n').slice(0, size)
    const vectors = new Int8Array(bytes(folder, 'vectors.i8', size * dim))
    const scales = new Float32Array(bytes(folder, 'scales.f32', size * 4))
    return { dim, rows: new Map(words.map((word, row) => [word, row])), vectors, scales }
  } catch (cause) {
    throw new AppError('config', `EMBEDDING_MODEL_DIR 指向的词向量文件夹读不了：${folder}。`, { cause })
  }
}

/** A copy of the file in memory of its own: a Float32Array must start at a multiple of four. */
function bytes(folder: string, name: string, length: number): ArrayBuffer {
  const read = readFileSync(join(folder, name))
  if (read.length !== length) throw new Error(`${name}: ${read.length} bytes, expected ${length}`)
  return new Uint8Array(read).buffer
}

/** Words as the table was made from: folded, cut by jieba's own dictionary, numbers as one word. */
function wordsOf(text: string, jieba: Jieba): string[] {
  const words = jieba.cut(text.normalize('NFKC').toLowerCase(), true)
  return words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (/^[0-9.,%]+$/.test(word) ? '<num>' : word))
}

function sumOf(words: readonly string[], table: Table): Float32Array {
  const sum = new Float32Array(table.dim)
  for (const word of words) {
    const row = table.rows.get(word)
    if (row !== undefined) add(sum, row, table)
    // A word it has never seen is the sum of its characters.
    else for (const c of word) add(sum, table.rows.get(c), table)
  }
  return normalise(sum)
}

function add(sum: Float32Array, row: number | undefined, { dim, vectors, scales }: Table): void {
  if (row === undefined) return
  const scale = scales[row] ?? 0
  for (let i = 0, at = row * dim; i < dim; i++, at++) sum[i] = (sum[i] ?? 0) + (vectors[at] ?? 0) * scale
}
