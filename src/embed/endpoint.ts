import type OpenAI from 'openai'
import { AppError } from '../errors.ts'
import { type Embedder, normalise, prefixOf, type TextUse } from './embedder.ts'

export interface EmbeddingEndpoint {
  readonly baseUrl: string | null
  readonly apiKey: string | null
  readonly model: string
  /** 0: as many as the model gives. */
  readonly dimensions: number
  /** Milliseconds for one batch. */
  readonly timeout?: number
}

/** Texts per request: what the strictest of the common servers takes. */
const BATCH = 32
const TIMEOUT_MS = 15_000

/** Embeddings of any OpenAI-compatible server. */
export function endpointEmbedder(endpoint: EmbeddingEndpoint): Embedder {
  let client: Promise<OpenAI> | null = null
  let dimensions = endpoint.dimensions
  const check = (vectors: readonly Float32Array[]) => {
    for (const vector of vectors) {
      if (dimensions === 0) dimensions = vector.length
      if (vector.length !== dimensions)
        throw failure(`返回 ${vector.length} 维，应为 ${dimensions} 维，请检查 EMBEDDING_DIMENSIONS`)
    }
    return vectors
  }
  return {
    model: endpoint.model,
    get dimensions() {
      return dimensions
    },
    async embed(texts, as = 'passage') {
      client ??= connect(endpoint)
      const ready = await client
      const found: Float32Array[] = []
      for (const batch of batches(texts)) found.push(...check(await request(ready, endpoint, { batch, as })))
      return found
    },
  }
}

async function connect({ baseUrl, apiKey }: EmbeddingEndpoint): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  return new Client({ baseURL: baseUrl ?? undefined, apiKey: apiKey ?? 'none', maxRetries: 1 })
}

interface Batch {
  readonly batch: readonly string[]
  readonly as: TextUse
}

async function request(client: OpenAI, endpoint: EmbeddingEndpoint, { batch, as }: Batch) {
  const prefix = prefixOf(endpoint.model, as)
  const body = {
    model: endpoint.model,
    input: batch.map((text) => prefix + text),
    encoding_format: 'float' as const,
    ...(endpoint.dimensions > 0 ? { dimensions: endpoint.dimensions } : {}),
  }
  const answer = await client.embeddings
    .create(body, { timeout: endpoint.timeout ?? TIMEOUT_MS })
    .catch((cause: unknown) => {
      throw failure('没有响应或拒绝了请求', cause)
    })
  return vectorsOf(answer, batch.length)
}

/** In the order asked: servers may answer out of order. */
function vectorsOf(answer: OpenAI.CreateEmbeddingResponse, count: number): Float32Array[] {
  const rows = [...(answer.data ?? [])].sort((a, b) => a.index - b.index)
  const isWhole = rows.length === count && rows.every((r) => r.embedding.every((x) => Number.isFinite(x)))
  if (!isWhole) throw failure(`应返回 ${count} 条向量，实得 ${rows.length} 条或内容有误`)
  return rows.map((row) => normalise(Float32Array.from(row.embedding)))
}

const failure = (what: string, cause?: unknown) => new AppError('model', `向量服务${what}。`, { cause })

function batches(texts: readonly string[]): string[][] {
  const count = Math.ceil(texts.length / BATCH)
  return Array.from({ length: count }, (_, i) => texts.slice(i * BATCH, (i + 1) * BATCH))
}
