/**
 * A process of its own that does one round at a given instant, to be killed amid it. It writes a dot for each statement it
 * begins. Arguments: database, instant.
 */
import { createReminding } from '../../src/app/reminding.ts'
import { connect } from '../../src/store/db.ts'
import { heard } from './mortal.ts'
import { CONFIG } from './quarter.ts'

const [url = '', instant = ''] = process.argv.slice(2)
const base = connect(url)
const db = heard(base, () => process.stdout.write('.'))
const now = (): Date => new Date(instant)
const log = { warn: () => {}, error: () => {} }
await createReminding({ db, config: CONFIG, now, log, channels: {} }).tick()
await base.close()
