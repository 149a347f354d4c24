import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { embedClauses, searchClauses } from '../../src/app/eval/search.ts'
import { loadConfig } from '../../src/config.ts'
import { openEmbedder } from '../../src/embed/open-embedder.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { openBench } from './databases.ts'
import { questions } from './questions.ts'
import { timeEach } from './times.ts'

/**
 * Our search beside LangChain's own PGVector retriever: the same clauses, the same vectors, an embedded database each.
 *   EMBEDDING_MODEL_DIR=… node tests/bench/langchain.ts
 * @langchain/community wants another major version of openai beside it, so it cannot be a dependency: it has a lock file and a
 * folder of its own, tests/bench/retriever, installed the first time this runs. Without a network its line is left out.
 * Measured warm on the five plans, 94 questions, a machine of 2 cores at load 13, ms p50 / p95: ours by words 6 / 47, ours by
 * words and vectors 10 / 45, LangChain's retriever 1.5 / 8; on a quiet one ours by words takes 2 ms. Theirs is one exact scan over
 * bare texts; ours ranks by BM25 over bigrams and dictionary words, reads 40 clauses with heading paths and versions in place of
 * 10 bare ones, and weighs what their best sentences say.
 */
const LIMIT = 10

interface Store {
  addVectors(vectors: readonly number[][], documents: readonly object[]): Promise<void>
  asRetriever(k: number): { invoke(question: string): Promise<readonly object[]> }
  /** Gives back its connection and ends the pool, which would wait for it for ever. */
  end(): Promise<void>
}
interface PgVector {
  readonly PGVectorStore: { initialize(embeddings: object, options: object): Promise<Store> }
}

/** null where the package is not installed and cannot be. */
async function langchain(): Promise<PgVector | null> {
  const folder = join(import.meta.dirname, 'retriever')
  if (!existsSync(join(folder, 'node_modules'))) {
    console.log("installing LangChain's retriever into tests/bench/retriever …")
    spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' })
  }
  try {
    const found = createRequire(join(folder, 'package.json')).resolve(
      '@langchain/community/vectorstores/pgvector',
    )
    return (await import(pathToFileURL(found).href)) as PgVector
  } catch {
    return null
  }
}

const modelDir =
  loadConfig().EMBEDDING_MODEL_DIR ?? resolve(import.meta.dirname, '../../../shared/models/zh-static-128')
const off = { baseUrl: null, apiKey: null, model: null, dimensions: 0 }
const embedder = await openEmbedder({ ...off, modelDir })
const session = await openBench(0)
const rows: object[] = []
if (embedder !== null) {
  await embedClauses(session, embedder)
  const asked = questions()
  for (const text of asked) await searchClauses(session, text, embedder)
  rows.push({ what: 'ours, words', ...(await timeEach(asked, (q) => searchClauses(session, q, null))) })
  rows.push({
    what: 'ours, words + vectors',
    ...(await timeEach(asked, (q) => searchClauses(session, q, embedder))),
  })
  const theirs = await langchain()
  if (theirs === null)
    console.log("LangChain's PGVector retriever could not be installed: its line is left out")
  else rows.push({ what: 'LangChain PGVector retriever', ...(await timeTheirs(theirs, asked)) })
}
await session.close()
console.table(rows)

async function timeTheirs({ PGVectorStore }: PgVector, asked: readonly string[]) {
  const vectorsOf = async (texts: readonly string[]) =>
    ((await embedder?.embed(texts)) ?? []).map((vector) => [...vector])
  const embeddings = {
    embedDocuments: vectorsOf,
    embedQuery: async (text: string) => (await vectorsOf([text]))[0],
  }
  const folder = join(session.config.DATA_DIR, 'langchain')
  const database = await startEmbedded({ dataDir: folder })
  const pool = new pg.Pool({ connectionString: database.url })
  const store = await PGVectorStore.initialize(embeddings, {
    pool,
    tableName: `langchain_${Date.now()}`,
    distanceStrategy: 'cosine',
  })
  try {
    const clauses = await session.db.query<{ body: string }>('select body from chunk order by id')
    const texts = clauses.map(({ body }) => body)
    await store.addVectors(
      await vectorsOf(texts),
      texts.map((pageContent) => ({ pageContent, metadata: {} })),
    )
    const retriever = store.asRetriever(LIMIT)
    for (const text of asked) await retriever.invoke(text)
    return await timeEach(asked, (text) => retriever.invoke(text))
  } finally {
    await store.end()
    await database.close()
  }
}
