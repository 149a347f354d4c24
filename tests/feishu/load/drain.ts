import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Send } from '../../../src/domain/send.ts'
import { createOutbox } from '../../../src/store/outbox.ts'
import { message } from '../stage.ts'
import { openWorld } from './world.ts'

/**
 * node tests/feishu/load/drain.ts [--count 10000]
 * So many reminders to as many people, planned at once and drained under the platform's limits, the bot killed in the
 * middle. Prints one line of JSON; exit 1 unless each arrived exactly once and less than 1 % of the calls were refused.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } })
const count = Number(values.count)
const CHUNK = 1_000

const world = await openWorld()
const { loopback } = world
const outbox = createOutbox(world.db)
const sends = Array.from({ length: count }, (_, i): Send => {
  const { openId } = loopback.person(`联络员${i}`)
  const reply = { message: message('本季度进展报送', ['单位有3项任务']), turn: null, page: 0 }
  return { key: `remind:2025Q2:${i}`, to: { kind: 'person', channel: 'feishu', account: openId }, reply }
})
const planning = performance.now()
for (let i = 0; i < count; i += CHUNK) await outbox.plan(sends.slice(i, i + CHUNK), new Date())
const planned = performance.now()

await world.startBot()
await loopback.state.until(() => loopback.state.sent.length >= count / 2)
await world.killBot()
const atKill = loopback.state.sent.length
await world.startBot()
await loopback.state.until(() => loopback.state.sent.length >= count)
const seconds = (performance.now() - planned) / 1000
await new Promise((done) => setTimeout(done, 3_000))

const reached = new Set(loopback.state.sent.map((s) => s.to)).size
const posts = loopback.state.requests.filter((r) => r.path.endsWith('/messages'))
const refused = posts.filter((r) => r.status === 400 || r.status === 429).length
const result = {
  ...{ planned: count, sent: loopback.state.sent.length, reached, atKill, calls: posts.length, refused },
  planMs: Math.round(planned - planning),
  seconds: Math.round(seconds),
  perMinute: Math.round((count / seconds) * 60),
  loadAverage: loadavg()[0],
}
console.log(JSON.stringify(result))
await world.close()
process.exit(reached === count && result.sent === count && refused < posts.length / 100 ? 0 : 1)
