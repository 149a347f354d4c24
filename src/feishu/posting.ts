import { z } from 'zod'
import { ask, type Call, idOf } from './ask.ts'
import type { FeishuClient, Outgoing } from './client.ts'
import type { Hedge } from './hedge.ts'
import type { Line, Pace, Wish } from './pace.ts'
import { type RetryPlan, withRetry } from './retry.ts'
import type { SdkClient } from './sdk.ts'

export interface PostingDeps {
  readonly sdk: SdkClient
  readonly retry: RetryPlan
  readonly pace: Pace
  readonly hedge: Hedge
}

export const UNHEDGED: Hedge = (work) => work({ second: false, wanted: () => true })

const SENT = z.looseObject({ data: z.looseObject({ message_id: z.string().min(1) }) })

/** One call that makes a message. */
interface Making {
  readonly line: Line
  readonly path: string
  readonly request: Call
}

/** Messages out, within the limits: each by the line it belongs to, a quote by the other one where its own is full. */
export function createPosting(deps: PostingDeps): Pick<FeishuClient, 'reply' | 'send'> {
  return {
    async reply(messageId, out, inThread) {
      const data = { msg_type: out.type, content: out.content, uuid: out.uuid, reply_in_thread: inThread }
      const quoting: Making = {
        line: 'reply',
        path: `/im/v1/messages/${idOf(messageId)}/reply`,
        request: { method: 'POST', data },
      }
      const { instead, ...plain } = out
      if (!instead) return make(quoting, out, deps)
      const turn = await deps.pace.turn({ ...wishOf(quoting, out), other: 'create' })
      if (turn !== 'create') return make(quoting, out, deps, true)
      const said = { ...plain, content: await instead.content() }
      return make(saying({ type: 'chat_id', id: instead.chat }, said), said, deps, true)
    },
    send: (to, out) => make(saying(to, out), out, deps),
  }
}

function saying(to: Parameters<FeishuClient['send']>[0], out: Outgoing): Making {
  const data = { receive_id: to.id, msg_type: out.type, content: out.content, uuid: out.uuid }
  const request: Call = { method: 'POST', params: { receive_id_type: to.type }, data }
  return { line: 'create', path: '/im/v1/messages', request }
}

function wishOf({ line }: Making, { place, bulk }: Outgoing): Wish {
  return { line, place, bulk: bulk ?? false }
}

/**
 * Every try takes a turn: one made later without would arrive among more than the platform takes in a second. `turned`:
 * the first has its turn.
 */
function make(making: Making, out: Outgoing, deps: PostingDeps, turned = false): Promise<string> {
  const { sdk, retry, pace, hedge } = deps
  const { line, path, request } = making
  let waits = !turned
  const attempt = async (): Promise<string> => {
    if (waits) await pace.turn(wishOf(making, out))
    waits = true
    return hedge(async ({ second, wanted }) => {
      if (second && (await pace.turn({ ...wishOf(making, out), wanted })) === null) return never()
      try {
        return (await ask(sdk, SENT, path, request)).data.message_id
      } catch (error) {
        await pace.refused(error, { place: out.place, line })
        throw error
      }
    })
  }
  return withRetry(attempt, retry, sdk)
}

/** The other of two has brought the result. */
const never = (): Promise<never> => new Promise(() => {})
