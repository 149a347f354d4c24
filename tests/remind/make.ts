import { type UnitKind, unitRegistry } from '../../src/domain/unit.ts'
import type { DutyDocument, ReadDuty } from '../../src/remind/duty.ts'
import { type PlanInput, planRequests } from '../../src/remind/plan-requests.ts'
import { workingDays } from '../../src/text/working-days.ts'

const unit = (id: number, short: string, kind: UnitKind) => ({
  ...{ id, short, kind, place: '云川市', name: `云川${short}` },
  ...{ aliases: [], successor: null, members: [] },
})

export const WATER = 1
export const TRADE = 2
export const DATA = 3
export const NORTH = 4
export const SOUTH = 5
export const REGISTRY = unitRegistry([
  unit(WATER, '市水务局', 'department'),
  unit(TRADE, '市商务局', 'department'),
  unit(DATA, '市数据局', 'department'),
  unit(NORTH, '江北区人民政府', 'district'),
  unit(SOUTH, '江南区人民政府', 'district'),
])

export function makeDuty(over: Partial<ReadDuty> = {}): ReadDuty {
  const base = { who: '各牵头单位', to: '市人民政府督查室', what: '进展情况', due: null, recurrence: null }
  const timing = { from: null, until: null, month: null, day: null }
  return { ...base, ...timing, text: over.what ?? '进展情况', ...over }
}

/** 水务 leads 10 with 商务 and 江北; 商务 leads 11 with 江南; nobody leads 12, 数据 answers for it. */
export function makeDutyDocument(
  duties: readonly ReadDuty[],
  over: Partial<DutyDocument> = {},
): DutyDocument {
  return {
    ...{
      id: 1,
      name: '云政办〔2026〕5号',
      series: '5',
      place: '云川市',
      issuedOn: '2026-01-28',
      addedOn: '2026-02-01',
    },
    ...{ start: '2026-01-01', end: '2026-12-31', duties },
    tasks: [
      { taskId: 10, leads: [WATER], responsible: [TRADE, NORTH], supporting: [] },
      { taskId: 11, leads: [TRADE], responsible: [SOUTH], supporting: [DATA] },
      { taskId: 12, leads: [], responsible: [DATA], supporting: [] },
    ],
    ...over,
  }
}

export function planned(documents: readonly DutyDocument[], over: Partial<PlanInput> = {}) {
  return planRequests({
    ...{ documents, changes: [], registry: REGISTRY, calendar: workingDays() },
    ...{
      window: { from: '2026-07-01', to: '2026-07-31' },
      today: '2026-07-01',
      holiday: 'earlier',
      opens: 7,
    },
    ...over,
  })
}
