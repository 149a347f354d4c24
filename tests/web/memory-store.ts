import type { TalkMessage, TalkStore } from '../../src/web/deps.ts'

/** A TalkStore in memory; `broken` makes it fail as a database that is down does. */
export function memoryStore(): TalkStore & {
  broken: Error | null
  readonly saved: Map<string, TalkMessage>
} {
  const saved = new Map<string, TalkMessage>()
  const store = {
    broken: null as Error | null,
    saved,
    async recent(chat: string, limit: number) {
      if (store.broken) throw store.broken
      return [...saved.values()].filter((m) => m.chat === chat).slice(-limit)
    },
    async find(id: string) {
      return saved.get(id) ?? null
    },
    async save(message: TalkMessage) {
      if (store.broken) throw store.broken
      saved.set(message.id, message)
    },
  }
  return store
}
