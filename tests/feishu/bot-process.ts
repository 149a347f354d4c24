import { keepDraining } from '../../src/chat/drain.ts'
import { connect } from '../../src/store/db.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { answerTo, makeBot, silentLog } from './stage.ts'

/**
 * A bot in a process of its own, to be killed: node bot-process.ts PLATFORM APP_ID SECRET DATABASE [MINUTES_AHEAD|paced]
 * `paced`: by the real clock, with the pauses of the product, catching up every second and draining the outbox.
 */
const [url = '', appId = '', appSecret = '', database = '', how = '0'] = process.argv.slice(2)
const paced = how === 'paced'
const ahead = paced ? 0 : Number(how) * 60_000
const now = () => new Date(Date.now() + ahead)
const CATCH_UP_MS = 1_000

const db = connect(database)
const bot = await makeBot(
  { url, appId, appSecret },
  { db, deps: { now }, paced, answer: async (asked) => answerTo({ ...asked, history: [] }) },
)
await bot.flows.catchUp()
if (paced) {
  keepDraining({ outbox: createOutbox(db), courier: bot.feishu.courier, now, log: silentLog })
  setInterval(() => void bot.flows.catchUp(), CATCH_UP_MS)
}
await bot.intake.start()
