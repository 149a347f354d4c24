import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import type { Embedder } from './embedder.ts'
import { endpointEmbedder } from './endpoint.ts'
import { findOnnxFile, openOnnxModel } from './onnx-model.ts'
import { openStaticModel } from './static-model.ts'

export interface EmbeddingSettings {
  readonly baseUrl: string | null
  readonly apiKey: string | null
  readonly model: string | null
  readonly dimensions: number
  /** A folder read in this process; goes before the endpoint. */
  readonly modelDir: string | null
}

/** The embedder the settings name; null: searching goes by words alone. Throws `config` with what to do. */
export async function openEmbedder(settings: EmbeddingSettings): Promise<Embedder | null> {
  const { modelDir, model } = settings
  if (modelDir !== null) return openFolder(modelDir)
  return model === null ? null : endpointEmbedder({ ...settings, model })
}

async function openFolder(folder: string): Promise<Embedder> {
  if (existsSync(join(folder, 'vectors.i8'))) return openStaticModel(folder)
  if (findOnnxFile(folder) !== null) return openOnnxModel(folder)
  const wanted =
    '词向量（config.json、vocab.txt、vectors.i8、scales.f32）或 ONNX 模型（model.onnx、tokenizer.json）'
  throw new AppError('config', `EMBEDDING_MODEL_DIR 指向的文件夹里没有模型：${folder}。需要${wanted}。`)
}
