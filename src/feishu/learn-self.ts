import type { FeishuClient } from './client.ts'
import type { Self } from './events/envelope.ts'
import type { FeishuLog } from './settings.ts'

const SELF_AGAIN_MS = 10_000

/** Without it no mention could be told from talk, and every question in a group would be dropped. */
export async function learnSelf(
  client: Pick<FeishuClient, 'self'>,
  log: FeishuLog,
  stopping: AbortSignal,
): Promise<Self> {
  while (!stopping.aborted) {
    try {
      const { openId, name } = await client.self()
      log.info({ name }, 'feishu knows the bot')
      return { openId }
    } catch (err) {
      log.error({ err }, 'feishu does not answer who the bot is; trying again')
      await pause(SELF_AGAIN_MS, stopping)
    }
  }
  return { openId: null }
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    stopping.addEventListener('abort', () => done(clearTimeout(timer)), { once: true })
  })
}
