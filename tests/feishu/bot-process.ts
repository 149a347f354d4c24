import { connect } from '../../src/store/db.ts'
import { answerTo, makeBot } from './stage.ts'

/** A bot in a process of its own, to be killed: node bot-process.ts PLATFORM APP_ID SECRET DATABASE MINUTES_AHEAD */
const [url = '', appId = '', appSecret = '', database = '', ahead = '0'] = process.argv.slice(2)

const bot = await makeBot(
  { url, appId, appSecret },
  {
    db: connect(database),
    deps: { now: () => new Date(Date.now() + Number(ahead) * 60_000) },
    answer: async (asked) => answerTo({ ...asked, history: [] }),
  },
)
await bot.flows.catchUp()
await bot.intake.start()
