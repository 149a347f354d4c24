import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Sent } from '../loopback/state.ts'
import { openWorld, quantile, until } from './world.ts'

/**
 * node tests/feishu/load/talk.ts [--count 1000] [--rate 50] [--chats 20] [--kills 20]
 * Group messages at a steady rate through the whole way, with 5 % duplicates, 5 % platform 502, 2 % time-outs (a cut
 * connection, one that hangs with the message sent, one that hangs without) and two forced cuts, under the platform's limits
 * (every call counts, broken ones too; each of the two APIs by itself) and its rhythm of reconnecting; `--kills` SIGKILLs the
 * bot so often meanwhile. Prints one line of JSON; exit 1 unless each was answered exactly once and in the order of its chat.
 *
 * Why two lines are needed: 1,000 answers and 70 more tries are 1,070 calls in 20 s, 53.5 a second. Were both APIs one count of 50
 * a second and 1,000 a minute, 70 answers (7 %) would have to wait for the next minute whoever sends them: p95 about 40 s (41 s
 * measured). The platform counts by API ("每个 API、每个应用、每个租户"): 100 a second and 2,000 a minute, of which this needs 53.5.
 *
 * Measured at 50 a second on 2 cores that others were using too (1,000 take 11 s of processor in the database, 5 in the bot, 1 here).
 * p95 was below 1 s in one run of nine that began below a machine load of 5: 823 ms. Of the others the best was 1,089 ms, most were
 * 1.9–2.9 s, the worst 4.2 s; with no core left (load 14 and more) 4–9 s. At 20 a second 352 ms. Once each and in order always.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '50' },
    chats: { type: 'string', default: '20' },
    kills: { type: 'string', default: '0' },
  },
})
const [count, rate, rooms, kills] = [values.count, values.rate, values.chats, values.kills].map(Number) as [
  number,
  number,
  number,
  number,
]

const SENDING = /(?:\/messages|reply)$/
const TIMEOUTS = [{ hang: 'done' }, { hang: 'undone' }, { lost: true }] as const

const world = await openWorld()
const { loopback } = world
const from = loopback.person('李敏')
const chats = Array.from({ length: rooms }, () => loopback.chat('group'))
await world.startBot()

const begun = performance.now()
const asked: { readonly id: string; readonly chat: string; readonly at: number; ackMs: number }[] = []
const every = kills > 0 ? Math.floor(count / (kills + 1)) : 0
let killing: Promise<void> = Promise.resolve()
let killed = 0
for (let i = 0; i < count; i++) {
  await until(begun + (i * 1000) / rate)
  if (i % 20 === 3) loopback.fault({ path: SENDING, status: 502 })
  if (i % 50 === 7) loopback.fault({ path: SENDING, ...TIMEOUTS[((i - 7) / 50) % TIMEOUTS.length] })
  const chat = chats[i % rooms] ?? ''
  const said = loopback.say({ from, chat, text: `问${i}`, mention: true })
  const entry = { id: said.messageId, chat, at: performance.now(), ackMs: Number.NaN }
  asked.push(entry)
  void said.ack.then(() => {
    entry.ackMs = performance.now() - entry.at
  })
  if (i % 20 === 0) void loopback.push(said.event)
  if (i === Math.floor(count / 3) || i === Math.floor((2 * count) / 3)) loopback.drop()
  if (every > 0 && i % every === every - 1 && i < every * kills) killing = killing.then(killOnce)
}
await killing
await loopback.state.until(
  () => loopback.state.sent.length >= count && new Set(loopback.state.sent.map(answered)).size >= count,
)
const spent = performance.now() - begun
await new Promise((done) => setTimeout(done, 3_000))

const answers = Map.groupBy(loopback.state.sent, answered)
const at = (id: string) => answers.get(id)?.[0]?.at ?? Number.NaN
const took = asked.map((a) => at(a.id) - a.at)
const times = asked.map((a) => answers.get(a.id)?.length ?? 0)
const posts = loopback.state.requests.filter((r) => SENDING.test(r.path))
const result = {
  asked: count,
  kills: killed,
  once: times.filter((n) => n === 1).length,
  never: times.filter((n) => n === 0).length,
  more: times.filter((n) => n > 1).length,
  outOfOrder: chats.reduce((sum, chat) => sum + inversions(chat), 0),
  byOtherLine: loopback.state.sent.filter((s) => s.kind === 'create').length,
  overOneSecond: took.filter((ms) => !(ms <= 1000)).length,
  replyMs: { p50: quantile(took, 0.5), p95: quantile(took, 0.95), max: quantile(took, 1) },
  ackMs: ackTimes(),
  calls: posts.length,
  tooFast: posts.filter((r) => r.status === 400 || r.status === 429).length,
  seconds: Math.round(spent / 1000),
  cpuMs: { ...world.cpuMs(), platform: Math.round(process.cpuUsage().user / 1000) },
  loadAverage: loadavg()[0],
}
console.log(JSON.stringify(result))
await world.close()
process.exit(result.once === count && result.outOfOrder === 0 ? 0 : 1)

/** The message an answer is to: the one it quotes, or the one it names at its top. */
function answered({ kind, to, content }: Sent): string {
  const name = kind === 'create' ? /您问的“问(\d+)”/.exec(content)?.[1] : undefined
  return name === undefined ? to : (asked[Number(name)]?.id ?? to)
}

async function killOnce(): Promise<void> {
  await world.killBot()
  killed += 1
  await world.startBot()
}

/** Answers that came before one to an earlier question of the chat. */
function inversions(chat: string): number {
  const turns = asked.filter((a) => a.chat === chat).map((a) => at(a.id))
  return turns.filter((turn, i) => i > 0 && turn < (turns[i - 1] ?? 0)).length
}

function ackTimes() {
  const acks = asked.map((a) => a.ackMs).filter(Number.isFinite)
  return { p50: quantile(acks, 0.5), p95: quantile(acks, 0.95), max: quantile(acks, 1) }
}
