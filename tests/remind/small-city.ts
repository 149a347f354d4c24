import { ingest } from '../../ingest/ingest.ts'
import { createReminding, remindDeps } from '../../src/app/reminding.ts'
import type { Reply } from '../../src/domain/chat.ts'
import type { Duty } from '../../src/domain/document.ts'
import type { Request } from '../../src/domain/request.ts'
import { explain } from '../../src/remind/what-if.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import type { Db } from '../../src/store/db.ts'
import { addPerson } from '../../src/store/people.ts'
import { requestReads } from '../../src/store/requests.ts'
import { loadRegistry, readUnitRegistry } from '../../src/store/units.ts'
import { makeDocument, makeTask, makeUnits } from '../make-document.ts'
import { at, CONFIG, deliver, type World } from './quarter.ts'

const source = { start: 0, end: 10 }
export const quarterlyDuty: Duty = {
  ...{
    who: '各牵头单位',
    to: '督查室',
    what: '上一季度进展情况',
    due: null,
    recurrence: 'quarterly',
    source,
  },
  timing: { from: null, until: null, month: 1, day: 20 },
  text: '各牵头单位于每季度第1个月20日前报上一季度进展情况。',
}

/** One document of three tasks, two units, a liaison each and a supervisor. */
export async function openSmallCity(db: Db, duties: readonly Duty[]) {
  await db.query('truncate file, unit, person, outbox, duty_change, calendar_day restart identity cascade')
  const units = ['市水务局', '市商务局'].map((name) => ({
    name,
    short: name,
    kind: 'department' as const,
    aliases: [],
    note: null,
  }))
  await loadRegistry(db, { place: '云川市', units, groups: [] })
  const task = (no: number, lead: string) =>
    makeTask({ no, path: [`${no}`], text: `第${no}件事按计划推进到位。`, lead: makeUnits(lead) })
  const document = makeDocument({
    issuedOn: '2026-01-10',
    period: { start: '2026-01-01', end: '2026-12-31', certainty: 'stated' },
    tasks: [task(1, '市水务局'), task(2, '市水务局'), task(3, '市商务局')],
    duties,
  })
  const result = await ingest(
    { name: 'a.txt', bytes: new TextEncoder().encode('a') },
    {
      db,
      read: async ({ name }) => ({ name, format: 'txt', text: 'a', tables: [], drop: [], warnings: [] }),
      extract: () => [document],
    },
    { now: at('2026-02-01', '09:00'), by: null, allowInternal: false, mode: 'live' },
  )
  const registry = await readUnitRegistry(db)
  const unitId = (name: string): number => registry.units.find((unit) => unit.name === name)?.id ?? 0
  const accounts = createAccounts(db)
  const person = async (name: string, unit: string, role: 'liaison' | 'supervisor') => {
    const id = await addPerson(db, { name, title: null, unitId: unitId(unit), roles: [role], oversees: [] })
    await accounts.link('web', `person:${id}`, id)
    return id
  }
  const people = {
    jiang: await person('江小波', '市水务局', 'liaison'),
    miao: await person('苗秀英', '市商务局', 'liaison'),
    li: await person('李敏', '市商务局', 'supervisor'),
  }
  return {
    document: result.documents[0]?.id ?? 0,
    water: unitId('市水务局'),
    trade: unitId('市商务局'),
    ...people,
  }
}

/** A bot whose clock is set by hand; `updates` are cards changed in place. */
export function openBot(db: Db) {
  const world: World = { db, safe: db, delivered: [], deaths: [], day: '' }
  const updates: { id: string; reply: Reply }[] = []
  const urged: string[] = []
  let now = at('2026-07-01', '09:00')
  const update = async (id: string, reply: Reply): Promise<void> => void updates.push({ id, reply })
  const urge = async (id: string, account: string): Promise<void> => void urged.push(`${account} ${id}`)
  const log = { warn: () => {}, error: () => {} }
  const given = { db, config: CONFIG, now: () => now, log, channels: { web: { update, urge } } }
  const reminding = createReminding(given)
  return {
    ...{ world, updates, urged, reminding },
    /** What a day would bring, asked on another. */
    explain: (day: string) => explain({ now: at(day, '09:00'), real: '2026-02-01' }, remindDeps(given)),
    /** A round on a day, and the platform takes what it planned. */
    async tick(day: string, time = '09:00') {
      now = at(day, time)
      await reminding.tick()
      await deliver(world, now)
    },
    requests: (day: string): Promise<readonly Request[]> => requestReads(db).unreported(day),
  }
}
