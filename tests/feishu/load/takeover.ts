import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { BOT, openWorld } from './world.ts'

/**
 * node tests/feishu/load/takeover.ts [--rounds 3]
 * Two processes on the product's own terms (15 s, looked at every 5 s); the one that leads is killed with SIGKILL, a question
 * is asked at once. Prints the seconds until the other one listens, and until the answer, as one line of JSON; exit 1 unless
 * every takeover is within 30 s and every question is answered once.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)

const world = await openWorld()
const { loopback } = world
const { appId, appSecret } = loopback.state
const from = loopback.person('李敏')
const chat = loopback.chat('p2p')

function startBot(): ChildProcess {
  const args = [BOT, loopback.url, appId, appSecret, world.url, 'paced', 'product']
  return spawn(process.execPath, args, { stdio: 'inherit' })
}

let leader = startBot()
await loopback.state.until(() => loopback.connected())
const listens: number[] = []
const answers: number[] = []
let eachOnce = true
for (let i = 0; i < rounds; i++) {
  const other = startBot()
  // Killed at any moment of the leader's rhythm, once the other is there to follow.
  await new Promise((done) => setTimeout(done, 6_000 + i * 1_700))
  leader.kill('SIGKILL')
  const killed = performance.now()
  await once(leader, 'exit')
  await loopback.state.until(() => !loopback.connected())
  const asked = loopback.say({ from, chat, text: `问${i}` })
  await loopback.state.until(() => loopback.connected())
  listens.push((performance.now() - killed) / 1000)
  await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
  answers.push((performance.now() - killed) / 1000)
  eachOnce &&= loopback.repliesTo(asked.messageId).length === 1
  leader = other
}
leader.kill('SIGKILL')
const one = (seconds: readonly number[]) => seconds.map((s) => Math.round(s * 10) / 10)
console.log(
  JSON.stringify({
    listensS: one(listens),
    answeredS: one(answers),
    once: eachOnce,
    loadAverage: loadavg()[0],
  }),
)
await world.close()
process.exit(eachOnce && Math.max(...answers) <= 30 ? 0 : 1)
