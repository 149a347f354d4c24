import { askedLine } from '../cards/asked.ts'
import { cardOf } from '../cards/print.ts'
import { messageText } from '../cards/text.ts'
import { PANEL } from '../chat/commands.ts'
import type { Config } from '../config.ts'
import type { Source } from '../domain/message.ts'
import { createFeishu, type Feishu } from '../feishu/feishu.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import { createLease } from '../store/lease.ts'
import { createOutbox } from '../store/outbox.ts'
import { createSlots } from '../store/slots.ts'
import { sourcePath } from '../web/talk.ts'
import { feishuSettings } from './settings.ts'

/** Feishu as the settings say; null when it is off. Throws `config` when half of the settings are there. */
export async function openFeishu(config: Config, log: Log, db: Db): Promise<Feishu | null> {
  const settings = feishuSettings(config)
  if (settings === null) return null
  const base = (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '')
  const links = (source: Source): string => `${base}${sourcePath(source)}`
  return createFeishu({
    settings,
    log,
    now: () => new Date(),
    outbox: createOutbox(db),
    slots: createSlots(db),
    lease: createLease(db),
    commands: PANEL,
    printer: {
      card: (reply) => cardOf(reply, links),
      text: (reply) => `${askedLine(reply.asked)}${messageText(reply.message)}`,
    },
  })
}
