import { addDutyForm } from '../../cards/progress/duty-form.ts'
import type { AddedDuty } from '../../domain/duty-change.ts'
import type { DutyOrder } from '../../domain/order.ts'
import type { Turn } from './deps.ts'
import type { FoundChanges } from './duties.ts'
import { newDate } from './duty-match.ts'
import { tasksAbout, topicOf } from './duty-tasks.ts'

/** 新增：市经信局每月5日前报低空经济进展. What is not said is asked for by the form. */
export async function addedDuty(turn: Turn, order: DutyOrder): Promise<FoundChanges> {
  const who = order.units.map(({ name }) => name).join('、') || order.who
  const date = order.date && newDate(order.date, null)
  if (who === null || date === null || order.what === '')
    return { message: addDutyForm({ who: who ?? '', what: order.what, when: '' }, null) }
  const { tasks: ledger } = await turn.p.ear.ground()
  const about = tasksAbout(order, ledger)
  const origins = await turn.p.origins((about ?? []).map((task) => task.id))
  const several = (order.documents?.ids.length ?? 0) > 1
  const body: AddedDuty = {
    documentId: several ? null : (order.documents?.ids[0] ?? null),
    ...{ who, what: order.what, kind: order.kind ?? 'progress', date },
    ...{ from: order.from, until: order.until },
    ...(about === null ? {} : { tasks: about.flatMap((task) => origins.get(task.id) ?? []) }),
  }
  return { changes: [{ change: 'added', body }], notes: about === null ? unplaced(order) : [] }
}

/** The topic that no task writes: all of the unit's tasks are asked for, and the card says so. */
const unplaced = ({ what, kind }: DutyOrder): string[] => {
  const topic = topicOf(what)
  return topic === '' || kind === 'contacts'
    ? []
    : [`没有哪一项任务单独写着“${topic}”，按名下任务全部要。要缩小范围，请写任务里的原词。`]
}
