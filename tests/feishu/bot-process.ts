import { keepDraining } from '../../src/chat/drain.ts'
import { connect } from '../../src/store/db.ts'
import { createIntake } from '../../src/store/intake.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { answerTo, makeBot, silentLog } from './stage.ts'

/**
 * A bot in a process of its own, to be killed: node bot-process.ts PLATFORM APP_ID SECRET DATABASE [MINUTES_AHEAD|paced] [product]
 * `paced`: by the real clock, with the pauses of the product, catching up every second and draining the outbox. `product`:
 * leads on the product's terms, else on short ones.
 */
const [url = '', appId = '', appSecret = '', database = '', how = '0', terms = ''] = process.argv.slice(2)
const paced = how === 'paced'
const ahead = paced ? 0 : Number(how) * 60_000
const now = () => new Date(Date.now() + ahead)
const CATCH_UP_MS = terms === 'product' ? 5_000 : 500

const db = connect(database)
const own = terms === 'product' ? { leading: null } : { deps: { intake: createIntake(db, undefined, 2) } }
const bot = await makeBot(
  { url, appId, appSecret },
  {
    db,
    paced,
    ...own,
    deps: { now, ...own.deps },
    answer: async (asked) => answerTo({ ...asked, history: [] }),
  },
)
await bot.flows.catchUp()
if (paced) {
  keepDraining({ outbox: createOutbox(db), courier: bot.feishu.courier, now, log: silentLog })
  setInterval(() => void bot.flows.catchUp(), CATCH_UP_MS)
}
await bot.intake.start()
