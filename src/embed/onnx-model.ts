import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Embedder, normalise, prefixOf, type TextUse } from './embedder.ts'
import { encode, type WordPiece } from './wordpiece.ts'

/** As much of onnxruntime-node as is used. It is large and optional: whoever wants it installs it. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(file: string): Promise<Session> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown
}

interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Output>>>
}

interface Output {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

const MODEL_FILES = [
  'model.onnx',
  'model_quantized.onnx',
  'onnx/model.onnx',
  'onnx/model_quantized.onnx',
] as const
const LIMIT = 512

export const findOnnxFile = (folder: string): string | null =>
  MODEL_FILES.map((name) => join(folder, name)).find((file) => existsSync(file)) ?? null

/**
 * A BERT model folder as published: model.onnx, tokenizer.json, 1_Pooling/config.json. Throws `config` when the
 * runtime is not installed or the tokeniser is of another kind.
 */
export async function openOnnxModel(
  folder: string,
  load: () => Promise<OnnxRuntime> = runtime,
): Promise<Embedder> {
  const words = readWordPiece(folder)
  const { InferenceSession, Tensor } = await load()
  const session = await InferenceSession.create(findOnnxFile(folder) ?? '')
  const model = basename(resolve(folder))
  const isFirst = poolsFirst(folder, model)
  const one = async (text: string, as: TextUse) => {
    const ids = encode(prefixOf(model, as) + text, words, LIMIT)
    const feeds = feedsOf(ids, session.inputNames, Tensor)
    const output = (await session.run(feeds))[session.outputNames[0] ?? '']
    if (output === undefined) throw new AppError('model', '向量模型没有输出。')
    return pooled(output, isFirst)
  }
  const { length: dimensions } = await one('督办', 'passage')
  return {
    model,
    dimensions,
    async embed(texts, as = 'passage') {
      const found: Float32Array[] = []
      for (const text of texts) found.push(await one(text, as))
      return found
    },
  }
}

/** The name stands apart from the call so that the type checker does not look for a package that may be absent. */
async function runtime(): Promise<OnnxRuntime> {
  const name = 'onnxruntime-node'
  try {
    return (await import(name)) as OnnxRuntime
  } catch (cause) {
    const how =
      '请先运行 npm install --no-save --ignore-scripts onnxruntime-node，或改用词向量文件夹、EMBEDDING_BASE_URL'
    throw new AppError('config', `EMBEDDING_MODEL_DIR 是 ONNX 模型，但没有安装 onnxruntime-node。${how}。`, {
      cause,
    })
  }
}

const TOKENIZER = z.object({
  normalizer: z.object({ lowercase: z.boolean().nullish() }).nullish(),
  model: z.object({ type: z.literal('WordPiece').nullish(), vocab: z.record(z.string(), z.int()) }),
})

function readWordPiece(folder: string): WordPiece {
  try {
    const read = TOKENIZER.parse(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')))
    return { vocab: new Map(Object.entries(read.model.vocab)), lowercase: read.normalizer?.lowercase ?? true }
  } catch (cause) {
    throw new AppError('config', `${folder} 里没有可用的 tokenizer.json（只支持 BERT 的 WordPiece 分词）。`, {
      cause,
    })
  }
}

/** bge takes the first token's vector, most others the mean; the folder's own word counts. */
function poolsFirst(folder: string, model: string): boolean {
  const file = join(folder, '1_Pooling/config.json')
  if (!existsSync(file)) return /bge/i.test(model)
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return z.object({ pooling_mode_cls_token: z.literal(true) }).safeParse(read).success
}

function feedsOf(ids: readonly number[], names: readonly string[], Tensor: OnnxRuntime['Tensor']) {
  const tensor = (values: readonly number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
  const all: Readonly<Record<string, readonly number[]>> = {
    input_ids: ids,
    attention_mask: ids.map(() => 1),
    token_type_ids: ids.map(() => 0),
  }
  return Object.fromEntries(names.map((name) => [name, tensor(all[name] ?? ids.map(() => 0))]))
}

/** Output [1, tokens, width], or [1, width] where the model pools by itself. */
function pooled({ data, dims }: Output, isFirst: boolean): Float32Array {
  const width = dims.at(-1) ?? 0
  const tokens = dims.length === 3 && !isFirst ? (dims[1] ?? 1) : 1
  const sum = new Float32Array(width)
  for (let i = 0; i < tokens * width; i++) sum[i % width] = (sum[i % width] ?? 0) + (data[i] ?? 0)
  return normalise(sum)
}
