import { expect, test } from 'vitest'
import { createReminding } from '../../src/app/reminding.ts'
import { drainOnce } from '../../src/chat/drain.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { addDutyChange } from '../../src/store/duty-changes.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { requestReads } from '../../src/store/requests.ts'
import { at, CONFIG } from '../remind/quarter.ts'
import { openSmallCity, quarterlyDuty } from '../remind/small-city.ts'
import { silentLog } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()

test('a reminder reaches the liaison once, is changed in place, and marked urgent when a supervisor says so', async () => {
  const { loopback, feishu } = await stage()
  const city = await openSmallCity(db(), [quarterlyDuty])
  const jiang = loopback.person('江小波')
  await createAccounts(db()).link('feishu', jiang.openId, city.jiang)
  let now = at('2026-07-09', '09:00')
  const channels = { feishu: feishu.channel }
  const bot = createReminding({ db: db(), config: CONFIG, now: () => now, log: silentLog, channels })
  const round = async (time: string): Promise<void> => {
    now = at('2026-07-09', time)
    await bot.tick()
    await drainOnce({ outbox: createOutbox(db()), courier: feishu.courier, now: () => now, log: silentLog })
  }
  await round('09:00')
  await round('09:01')
  expect(loopback.state.sent.map(titleOf)).toEqual(['第二季度报送：2项任务，请于7月20日（周一）前'])
  const [card] = loopback.state.sent
  expect(card?.to).toBe(jiang.openId)

  const body = {
    ...{ documentId: null, who: '市水务局', what: '防汛专项进展', kind: 'progress' as const },
    ...{ date: { due: '2026-07-15' }, from: null, until: null },
  }
  const hand = { personId: null, at: now, today: '2026-07-09', messageKey: 'cli' }
  await addDutyChange(db(), { change: { change: 'added', body }, before: null }, hand)
  await round('10:00')
  expect(loopback.state.sent).toHaveLength(1)
  expect(card?.patches.at(-1)).toContain('7月15日（周三）前')

  const requestIds = (await requestReads(db()).open(city.water, '2026-07-09')).map(({ id }) => id)
  const order = { ...hand, at: at('2026-07-09', '11:00'), messageKey: 'tap:p' }
  await bot.press({ requestIds, key: 'p', hand: order, dry: false, urgent: true })
  await round('11:01')
  await round('11:02')
  expect(loopback.state.urgent).toEqual([{ messageId: card?.id, users: [jiang.openId] }])
  expect(loopback.state.sent).toHaveLength(1)
})
