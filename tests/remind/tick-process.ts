/** A process of its own that does one round at a given instant, to be killed amid it. Arguments: database, instant. */
import { createReminding } from '../../src/app/reminding.ts'
import { connect } from '../../src/store/db.ts'
import { CONFIG } from './quarter.ts'

const [url = '', instant = ''] = process.argv.slice(2)
const db = connect(url)
const now = (): Date => new Date(instant)
const log = { warn: () => {}, error: () => {} }
process.stdout.write('begun\n')
await createReminding({ db, config: CONFIG, now, log, channels: {} }).tick()
await db.close()
