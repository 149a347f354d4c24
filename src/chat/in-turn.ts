import type { Chat } from '../domain/chat.ts'
import type { InTurn } from './deps.ts'

/** One at a time per key, in the order of asking; a failure does not stop those behind it. */
export function createInTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = tails.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    tails.set(key, mine)
    const forget = () => {
      if (tails.get(key) === mine) tails.delete(key)
    }
    mine.then(forget, forget)
    return mine
  }
}

/** Questions of one chat and thread are answered in their order, for the next may lean on the last. */
export function turnKey(chat: Chat): string {
  return [chat.channel, chat.id, chat.thread ?? ''].join('/')
}
