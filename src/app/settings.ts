import type { Config } from '../config.ts'
import type { EmbeddingSettings } from '../embed/open-embedder.ts'
import { AppError } from '../errors.ts'
import type { FeishuSettings } from '../feishu/settings.ts'
import type { ModelSettings } from '../llm/create-model.ts'

/** What each adapter needs of the settings. */
export const modelSettings = (config: Config): ModelSettings => ({
  baseUrl: config.OPENAI_BASE_URL,
  apiKey: config.OPENAI_API_KEY,
  model: config.OPENAI_MODEL,
})

export const embeddingSettings = (config: Config): EmbeddingSettings => ({
  baseUrl: config.EMBEDDING_BASE_URL,
  apiKey: config.EMBEDDING_API_KEY,
  model: config.EMBEDDING_MODEL,
  dimensions: config.EMBEDDING_DIMENSIONS,
  modelDir: config.EMBEDDING_MODEL_DIR,
})

/** null: Feishu is off. Throws `config` when half of the settings are there. */
export function feishuSettings(config: Config): FeishuSettings | null {
  if (config.FEISHU_APP_ID === null) return null
  if (config.FEISHU_APP_SECRET === null)
    throw new AppError('config', '设置了 FEISHU_APP_ID，还缺 FEISHU_APP_SECRET。请在 .env 里补上。')
  return {
    appId: config.FEISHU_APP_ID,
    appSecret: config.FEISHU_APP_SECRET,
    domain: config.FEISHU_DOMAIN.replace(/\/+$/, ''),
    mode: config.FEISHU_MODE,
    encryptKey: config.FEISHU_ENCRYPT_KEY,
    verificationToken: config.FEISHU_VERIFICATION_TOKEN,
  }
}
