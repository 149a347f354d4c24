import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { prefixOf } from '../../src/embed/embedder.ts'
import { endpointEmbedder } from '../../src/embed/endpoint.ts'
import { type OnnxRuntime, openOnnxModel } from '../../src/embed/onnx-model.ts'
import { openEmbedder } from '../../src/embed/open-embedder.ts'
import { encode } from '../../src/embed/wordpiece.ts'
import { type Script, type ScriptedEndpoint, scriptedEndpoint } from '../llm/scripted-endpoint.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'models-'))
afterAll(() => rmSync(ROOT, { recursive: true }))

const OFF = { baseUrl: null, apiKey: null, model: null, dimensions: 0, modelDir: null }
const cosine = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  Array.from(a ?? []).reduce((sum, x, i) => sum + x * (b?.[i] ?? 0), 0)

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const at = join(ROOT, name)
  mkdirSync(at, { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(join(at, file), content)
  return at
}

/** Four words of two dimensions: 道路 (1,0), <num> (0,1), 桥 (0,−1), 梁 (1,0), each scaled by its own. */
const TINY = {
  'config.json': '{"dim":2,"size":4}',
  'vocab.txt': '道路\n<num>\n桥\n梁\n',
  'vectors.i8': Uint8Array.from(Int8Array.of(100, 0, 0, 50, 0, -50, 100, 0)),
  'scales.f32': new Uint8Array(Float32Array.of(0.01, 0.02, 0.02, 0.01).buffer),
}

describe('word vectors', () => {
  test('a text is the sum of its words, of length 1', async () => {
    const embedder = await openEmbedder({ ...OFF, modelDir: folder('tiny', TINY) })
    expect([embedder?.model, embedder?.dimensions]).toEqual(['tiny', 2])
    const vectors = await embedder?.embed(['道路', '道路，１２％', '桥梁', '。', ''])
    const half = Math.fround(Math.SQRT1_2)
    expect(vectors?.map((v) => [...v])).toEqual([
      [1, 0],
      [half, half],
      [half, -half],
      [0, 0],
      [0, 0],
    ])
  })

  test.each([
    ['vectors of another length', { ...TINY, 'vectors.i8': new Uint8Array(3) }],
    ['no config', { ...TINY, 'config.json': 'no' }],
  ])('%s', async (name, files) => {
    await expect(openEmbedder({ ...OFF, modelDir: folder(name, files) })).rejects.toThrow(
      /词向量文件夹读不了/,
    )
  })

  const SHARED = resolve(import.meta.dirname, '../../../shared/models/zh-static-128')
  test.skipIf(!existsSync(SHARED))('a real table knows what is near', async () => {
    const embedder = await openEmbedder({ ...OFF, modelDir: SHARED })
    const [road, street, fish] =
      (await embedder?.embed(['修建农村公路', '改造乡村道路', '渔业养殖补贴'])) ?? []
    expect(cosine(road, street)).toBeGreaterThan(cosine(road, fish) + 0.1)
  })
})

describe('settings', () => {
  test('nothing set: no vectors', async () => {
    expect(await openEmbedder(OFF)).toBeNull()
  })

  test('a folder without a model says what is wanted', async () => {
    await expect(openEmbedder({ ...OFF, modelDir: folder('empty', {}) })).rejects.toThrow(
      /没有模型.*model\.onnx/,
    )
  })

  test('an ONNX folder without the runtime says how to get it', async () => {
    const modelDir = folder('onnx', { 'model.onnx': '', 'tokenizer.json': '{"model":{"vocab":{"[CLS]":0}}}' })
    await expect(openEmbedder({ ...OFF, modelDir })).rejects.toThrow(/没有安装 onnxruntime-node/)
  })

  test('another kind of tokeniser is refused', async () => {
    const tokenizer = '{"model":{"type":"Unigram","vocab":[["a",0]]}}'
    const modelDir = folder('unigram', { 'model.onnx': '', 'tokenizer.json': tokenizer })
    await expect(openEmbedder({ ...OFF, modelDir })).rejects.toThrow(/WordPiece/)
  })

  test.each([
    ['multilingual-e5-small', 'query', 'query: '],
    ['intfloat/e5-base', 'passage', 'passage: '],
    ['bge-small-zh-v1.5', 'query', '为这个句子生成表示以用于检索相关文章：'],
    ['bge-small-zh-v1.5', 'passage', ''],
    ['text-embedding-3-small', 'query', ''],
  ] as const)('prefix of %s for a %s', (model, as, prefix) => {
    expect(prefixOf(model, as)).toBe(prefix)
  })
})

describe('onnx', () => {
  const VOCAB = { '[UNK]': 0, '[CLS]': 1, '[SEP]': 2, 公: 3, 路: 4, '5': 5, '##g': 6, '，': 7 }
  const words = { vocab: new Map(Object.entries(VOCAB)), lowercase: true }

  test.each([
    ['公路', [1, 3, 4, 2]],
    ['5G，公路', [1, 5, 6, 7, 3, 4, 2]],
    ['桥 xyz', [1, 0, 0, 2]],
    ['', [1, 2]],
    ['公公公公公公公公', [1, 3, 3, 3, 3, 3, 3, 2]],
  ])('pieces of %s', (text, ids) => {
    expect(encode(text, words, 8)).toEqual(ids)
  })

  /** A runtime whose token vectors are (id, 1). */
  const runtime = (): OnnxRuntime => ({
    Tensor: class {
      readonly data: BigInt64Array
      constructor(_: 'int64', data: BigInt64Array) {
        this.data = data
      }
    },
    InferenceSession: {
      create: async () => ({
        inputNames: ['input_ids', 'attention_mask'],
        outputNames: ['last_hidden_state'],
        run: async (feeds) => {
          const { data } = feeds.input_ids as { data: BigInt64Array }
          const rows = [...data].flatMap((id) => [Number(id), 1])
          return { last_hidden_state: { data: Float32Array.from(rows), dims: [1, data.length, 2] } }
        },
      }),
    },
  })

  test.each([
    ['some-model', 10, 4],
    ['bge-base', 1, 1],
  ])('%s pools its tokens', async (name, x, y) => {
    const tokenizer = JSON.stringify({ model: { type: 'WordPiece', vocab: VOCAB } })
    const embedder = await openOnnxModel(
      folder(name, { 'model.onnx': '', 'tokenizer.json': tokenizer }),
      async () => runtime(),
    )
    const [vector] = await embedder.embed(['公路'])
    expect([embedder.dimensions, vector?.[0]]).toEqual([2, Math.fround(x / Math.hypot(x, y))])
  })
})

describe('endpoint', () => {
  const open: ScriptedEndpoint[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((endpoint) => endpoint.close()))
  })
  const serve = async (script: Script, dimensions = 0) => {
    const endpoint = await scriptedEndpoint(script)
    open.push(endpoint)
    const settings = { baseUrl: endpoint.baseUrl, apiKey: null, model: 'm', dimensions, timeout: 200 }
    return { embedder: endpointEmbedder(settings), endpoint }
  }

  test('batches, order and length', async () => {
    const { embedder, endpoint } = await serve(({ body }) => ({
      vectors: (body.input ?? []).map((text) => [Number(text), 0]),
    }))
    const vectors = await embedder.embed(Array.from({ length: 40 }, (_, i) => String(i + 1)))
    expect([vectors.length, embedder.dimensions, vectors[39]?.[0]]).toEqual([40, 2, 1])
    expect(endpoint.heard.map((h) => h.body.input?.length)).toEqual([32, 8])
  })

  test('wanted dimensions are asked for', async () => {
    const { embedder, endpoint } = await serve(() => ({ vectors: [[1, 2, 2]] }), 3)
    await embedder.embed(['一'])
    expect(endpoint.heard[0]?.body.dimensions).toBe(3)
  })

  test.each<[string, Script, RegExp]>([
    ['wrong length', () => ({ vectors: [[1, 2]] }), /2 维，应为 3 维/],
    ['too few', () => ({ vectors: [] }), /应返回 1 条/],
    ['failure', () => ({ status: 401 }), /没有响应或拒绝/],
    ['silence', () => ({ silence: true }), /没有响应或拒绝/],
    ['nonsense', () => ({ raw: '{}' }), /应返回 1 条/],
  ])('%s', async (_, script, message) => {
    const { embedder } = await serve(script, 3)
    await expect(embedder.embed(['一'])).rejects.toThrow(message)
  })
})
