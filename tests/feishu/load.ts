import { parseArgs } from 'node:util'
import { freshDatabase } from '../database.ts'
import { setStage } from './stage.ts'

/**
 * node tests/feishu/load.ts [--count 1000] [--rate 40] [--chats 20]
 * Group messages at a steady rate through the whole way, with 5 % duplicates, 5 % platform 502, 2 % answers lost on the
 * way and two forced cuts, under the platform's limits. Prints one line of JSON; exit 1 unless each was answered exactly once.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '40' },
    chats: { type: 'string', default: '20' },
  },
})
const [count, rate, rooms] = [values.count, values.rate, values.chats].map(Number) as [number, number, number]

const database = await freshDatabase()
const options = { redeliverMs: [3_000, 10_000], perChat: 5, perApp: 50 }
const stage = await setStage({ db: database.db, options, paced: true })
const { loopback } = stage
const from = loopback.person('李敏')
const chats = Array.from({ length: rooms }, () => loopback.chat('group'))

const begun = performance.now()
const asked: { readonly id: string; readonly at: number; readonly ack: Promise<number> }[] = []
for (let i = 0; i < count; i++) {
  await until(begun + (i * 1000) / rate)
  if (i % 20 === 3) loopback.fault({ path: /reply$/, status: 502 })
  if (i % 50 === 7) loopback.fault({ path: /reply$/, lost: true })
  const said = loopback.say({ from, chat: chats[i % rooms] ?? '', text: `问${i}`, mention: true })
  const at = performance.now()
  asked.push({ id: said.messageId, at, ack: said.ack.then(() => performance.now() - at) })
  if (i % 20 === 0) void loopback.push(said.event)
  if (i === Math.floor(count / 3) || i === Math.floor((2 * count) / 3)) loopback.drop()
}
const acks = await Promise.all(asked.map((a) => a.ack))
await stage.intake.stop()

const replies = new Map(loopback.state.sent.map((s) => [s.to, s]))
const took = asked.flatMap((a) => (replies.get(a.id)?.at ?? Number.NaN) - a.at).filter(Number.isFinite)
const times = asked.map((a) => loopback.state.sent.filter((s) => s.to === a.id).length)
const result = {
  asked: count,
  once: times.filter((n) => n === 1).length,
  never: times.filter((n) => n === 0).length,
  more: times.filter((n) => n > 1).length,
  replyMs: { p50: quantile(took, 0.5), p95: quantile(took, 0.95), max: quantile(took, 1) },
  ackMs: { p50: quantile(acks, 0.5), p95: quantile(acks, 0.95), max: quantile(acks, 1) },
  refused: loopback.state.requests.filter((r) => r.status === 400 || r.status === 429).length,
}
console.log(JSON.stringify(result))
await stage.close()
await database.close()
process.exit(result.once === count ? 0 : 1)

async function until(moment: number): Promise<void> {
  const ms = moment - performance.now()
  if (ms > 0) await new Promise((done) => setTimeout(done, ms))
}

function quantile(ms: readonly number[], q: number): number {
  const sorted = [...ms].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0)
}
