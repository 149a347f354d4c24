import type { Round } from './carry.ts'
import type { RemindDeps } from './deps.ts'

/**
 * Marks urgent what a supervisor approved, once the card has arrived. Taken before it is done: a process killed in between
 * leaves it undone rather than done twice. Where the channel cannot, the approval stays on record.
 */
export async function urgeApproved({ input }: Round, deps: RemindDeps): Promise<void> {
  for (const ask of input.asks) {
    if (!ask.rung.startsWith('urgent:') || ask.reason !== 'approved' || ask.askedOn !== input.today) continue
    const [record] = await deps.store.sends([ask.sendKey ?? ''])
    if (record?.messageId == null || record.to.kind !== 'person') continue
    const urge = deps.channels[record.to.channel]?.urge
    if (urge === undefined || !(await deps.store.claimUrge(ask))) continue
    await urge(record.messageId, record.to.account).catch((err: unknown) =>
      deps.log.warn({ err, key: ask.sendKey }, 'a reminder could not be marked urgent'),
    )
  }
}
