import { z } from 'zod'
import { ask } from './ask.ts'
import { failureVerdict } from './failure.ts'
import type { SdkClient } from './sdk.ts'
import type { FeishuLog } from './settings.ts'

/** One entry of the panel that opens on typing “/”. The choice arrives as ordinary text. */
export interface SlashCommand {
  /** Without the slash. */
  readonly command: string
  readonly description: string
}

const PATH = '/application/v7/app_slash_commands'
const ITEM = z.looseObject({
  command_id: z.string(),
  command: z.string(),
  description: z.looseObject({ default_value: z.string().default('') }).nullish(),
})
const LISTED = z.looseObject({
  data: z.looseObject({
    items: z.array(ITEM).nullish(),
    has_more: z.boolean().nullish(),
    page_token: z.string().nullish(),
  }),
})
type Item = z.infer<typeof ITEM>

/**
 * Brings the platform's panel in line with ours: adds what is missing, mends descriptions, leaves foreign entries alone. Done
 * again it changes nothing. A right that is missing, or a platform without the panel, is said in the log and no more: every
 * command is understood as typed words too.
 */
export async function registerCommands(
  wanted: readonly SlashCommand[],
  { sdk, log }: { readonly sdk: SdkClient; readonly log: FeishuLog },
): Promise<void> {
  try {
    const there = new Map((await listed(sdk)).map((item) => [item.command, item]))
    const work = wanted.filter((w) => there.get(w.command)?.description?.default_value !== w.description)
    for (const command of work) await put(command, there.get(command.command), sdk)
    log.info({ registered: work.length, listed: there.size }, 'slash commands in place')
  } catch (err) {
    const how = failureVerdict(err) === 'admin' ? 'needs application:app_slash_command:read and :write' : ''
    log.warn({ err, how }, 'slash commands not registered')
  }
}

async function listed(sdk: SdkClient): Promise<readonly Item[]> {
  const items: Item[] = []
  let token = ''
  do {
    const params = { page_size: '50', ...(token && { page_token: token }) }
    const { data } = await ask(sdk, LISTED, PATH, { method: 'GET', params })
    items.push(...(data.items ?? []))
    token = data.has_more ? (data.page_token ?? '') : ''
  } while (token !== '')
  return items
}

async function put(wanted: SlashCommand, before: Item | undefined, sdk: SdkClient): Promise<void> {
  const description = { default_value: wanted.description, i18n: { zh_cn: wanted.description } }
  const data = before ? { description } : { command: wanted.command, description }
  const path = before ? `${PATH}/${before.command_id}` : PATH
  await ask(sdk, z.unknown(), path, { method: before ? 'PATCH' : 'POST', data })
}
