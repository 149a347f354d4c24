import { cardOf } from '../cards/print.ts'
import { messageText } from '../cards/text.ts'
import type { Config } from '../config.ts'
import type { Source } from '../domain/message.ts'
import { AppError } from '../errors.ts'
import { createFeishu, type Feishu } from '../feishu/feishu.ts'
import type { FeishuSettings } from '../feishu/settings.ts'
import type { Log } from '../log.ts'
import { sourcePath } from '../web/talk.ts'

/** Feishu as the settings say; null when it is off. Throws `config` when half of the settings are there. */
export async function openFeishu(config: Config, log: Log): Promise<Feishu | null> {
  const settings = settingsOf(config)
  if (settings === null) return null
  const base = (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '')
  const links = (source: Source): string => `${base}${sourcePath(source)}`
  return createFeishu({
    settings,
    log,
    now: () => new Date(),
    printer: { card: (reply) => cardOf(reply, links), text: (reply) => messageText(reply.message) },
  })
}

function settingsOf(config: Config): FeishuSettings | null {
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
