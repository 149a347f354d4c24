import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from './errors.ts'

const text = z.string().trim()
const optional = text
  .transform((v) => (v === '' ? null : v))
  .nullable()
  .default(null)
const clock = (fallback: string) => text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM').default(fallback)
const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback)

/** Every setting, with its unit and default. `.env.example` explains each; a test compares the two. */
const SETTINGS = z.object({
  DATABASE_URL: optional,
  DATA_DIR: text.default('./data'),
  PORT: count(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: optional,
  SAMPLES: z.enum(['on', 'off']).default('on'),
  INGEST_MODE: z.enum(['live', 'draft']).default('live'),
  INTERNAL_FILES: z.enum(['ask', 'keep']).default('ask'),
  TZ_NAME: text.default('Asia/Shanghai'),
  FEISHU_APP_ID: optional,
  FEISHU_APP_SECRET: optional,
  FEISHU_DOMAIN: text.default('https://open.feishu.cn'),
  FEISHU_MODE: z.enum(['websocket', 'webhook']).default('websocket'),
  FEISHU_ENCRYPT_KEY: optional,
  FEISHU_VERIFICATION_TOKEN: optional,
  OPENAI_BASE_URL: optional,
  OPENAI_API_KEY: optional,
  OPENAI_MODEL: optional,
  EMBEDDING_BASE_URL: optional,
  EMBEDDING_API_KEY: optional,
  EMBEDDING_MODEL: optional,
  EMBEDDING_DIMENSIONS: count(0),
  EMBEDDING_MODEL_DIR: optional,
  REMIND: z.enum(['on', 'off']).default('on'),
  REMIND_BEFORE: text.regex(/^\d+(\s*,\s*\d+)*$/, '应为逗号分隔的天数').default('7,3,1'),
  REMIND_FROM: clock('09:00'),
  REMIND_UNTIL: clock('18:00'),
  REMIND_HOLIDAY: z.enum(['earlier', 'later']).default('earlier'),
  REMIND_LEADER_AFTER: count(3),
  REMIND_LIST_AFTER: count(5),
  REMIND_PER_DAY: count(1),
  REMIND_PER_REQUEST: count(9),
  REMIND_RETURN_DAYS: count(3),
  PERIOD_CLOSE_AFTER: count(10),
  DRAFT_REMIND_HOURS: count(2),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = Readonly<z.infer<typeof SETTINGS>>
export const SETTING_NAMES = Object.keys(SETTINGS.shape)

/** Reads `.env` beside the project, then the environment, once. Throws `config` naming each wrong setting. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, file = resolve('.env')): Config {
  if (existsSync(file)) process.loadEnvFile(file)
  const present = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''))
  const read = SETTINGS.safeParse(present)
  if (read.success) return read.data
  const wrong = read.error.issues.map(
    (i) => `${i.path.join('.')}（现值“${env[String(i.path[0])] ?? ''}”：${i.message}）`,
  )
  throw new AppError('config', `设置有误：${wrong.join('；')}。请对照 .env.example 修改 .env。`)
}
