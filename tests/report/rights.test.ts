import { describe, expect, test } from 'vitest'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import { audienceOf, snapshotFor } from '../../src/report/audience.ts'
import { buildReport } from '../../src/report/report.ts'
import { reportText } from '../../src/report/text.ts'
import { city, wishOf } from './city.ts'

const WATER = 115
const person = (roles: Viewer['roles'], more: Partial<Viewer> = {}): Viewer => ({
  ...STRANGER,
  roles,
  ...more,
})
const supervisor = person(['supervisor', 'official'])
const leader = person(['leader'], { oversees: [WATER, 101] })
const liaison = person(['liaison'], { unitId: WATER, unit: '市水务局' })
const official = person(['official'], { unitId: WATER, unit: '市水务局' })

describe('for whose eyes', () => {
  test.each([
    [supervisor, 'private', { kind: 'all' }],
    [leader, 'private', { kind: 'units', unitIds: [WATER, 101], name: '分管单位', narrow: true }],
    [liaison, 'private', { kind: 'units', unitIds: [WATER], name: '市水务局', narrow: true }],
    [official, 'private', { kind: 'groupSafe' }],
    [STRANGER, 'private', { kind: 'groupSafe' }],
    [person(['leader']), 'private', { kind: 'groupSafe' }],
    [supervisor, 'group', { kind: 'groupSafe' }],
    [leader, 'group', { kind: 'groupSafe' }],
  ] as const)('%j %s', (viewer, chat, audience) => {
    expect(audienceOf(viewer, chat)).toEqual(audience)
  })
})

describe('what they get', () => {
  const of = (viewer: Viewer, chat: 'group' | 'private' = 'private') =>
    snapshotFor(city(), audienceOf(viewer, chat))

  test('a supervisor: everything', () => {
    expect(of(supervisor)).toEqual(city())
  })

  test('a leader: tasks their units lead or answer for, and what those owe', () => {
    const { tasks, owing, asks } = of(leader)
    const ids = new Set([WATER, 101])
    expect(tasks.length).toBeGreaterThan(0)
    for (const { leads, responsible } of tasks)
      expect([...leads, ...responsible].some((u) => ids.has(u.id ?? 0))).toBe(true)
    expect(owing.map((o) => o.unitId).sort()).toEqual([101, WATER])
    expect(asks.sent).toBe(0)
  })

  test('who only takes part does not see the lead’s difficulties', () => {
    const [task] = of(person(['liaison'], { unitId: 141, unit: '临港区人民政府' })).tasks.filter(
      (t) => t.leads.every((u) => u.id !== 141) && t.report !== null,
    )
    expect(task?.report).toMatchObject({ difficulty: null, help: null })
  })

  test('a group: confirmed progress alone, nobody’s difficulties or silence', () => {
    const { tasks, owing } = of(supervisor, 'group')
    expect(tasks).toHaveLength(city().tasks.length)
    expect(owing).toEqual([])
    for (const { report, metrics, state, reason } of tasks) {
      if (report === null) expect(metrics.every((m) => m.last === null)).toBe(true)
      else expect(report).toMatchObject({ review: 'confirmed', difficulty: null, help: null })
      expect(state).not.toBe('blocked')
      expect(['reportLate', 'reportDue', 'blocked']).not.toContain(reason.kind)
    }
  })

  test('no kind tells a group of difficulties, of help, or of who is silent', () => {
    for (const kind of [
      'monthly',
      'quarterly',
      'halfYear',
      'annual',
      'onePage',
      'topic',
      'ledger',
      'forms',
      'difference',
      'task',
    ] as const) {
      const audience = { kind: 'groupSafe' } as const
      const history = city().tasks.flatMap((t) => t.report ?? [])
      const report = buildReport(wishOf({ kind, audience }), { now: city(), before: city('before'), history })
      expect(reportText(report)).not.toMatch(/征收|调剂|垫付|产权单位|逾期未报|已提醒|困难：|未报送/)
    }
  })
})
