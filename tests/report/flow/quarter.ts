import type { NewProgress } from '../../../src/domain/progress.ts'
import type { Db } from '../../../src/store/db.ts'
import { createProgressBook } from '../../../src/store/progress.ts'

/** Third-quarter reports of the town: 52 confirmed and on pace, 35 far behind with a difficulty, 69 done. 48 and 36 say nothing. */
export async function reportQuarter(db: Db): Promise<void> {
  const book = createProgressBook(db)
  const tasks = await db.query<{ id: number; no: number; unitId: number }>(`
    select t.id, t.no, u.unit_id as "unitId" from task t
    join task_unit u on u.task_id = t.id and u.role = 'lead' where t.no is not null`)
  const write = async (
    no: number,
    period: string,
    on: string,
    said: Partial<NewProgress>,
  ): Promise<number> => {
    const task = tasks.find((t) => t.no === no)!
    const at = new Date(`${on}T02:00:00Z`)
    const report: NewProgress = { ...PLAIN, taskId: task.id, unitId: task.unitId, period, ...said }
    const [row] = await book.write([report], {
      personId: null,
      at,
      today: on,
      messageKey: `test:${no}:${period}`,
    })
    return row!.id
  }
  const confirm = (id: number, on: string) =>
    book.review(
      id,
      { review: 'confirmed', note: null },
      { personId: null, at: new Date(`${on}T03:00:00Z`), today: on, messageKey: `ok:${id}` },
    )
  const value = (metric: string, n: number, unit: string) => ({ metric, value: n, unit, doubts: [] })
  const [spring, autumn] = ['2026-07-10', '2026-10-12']
  await confirm(await write(52, '2026Q2', spring, { readings: [value('商业航线', 6, '条')] }), spring)
  const low = [value('商业航线', 8, '条'), value('治理类航线', 905, '条')]
  await confirm(await write(52, '2026Q3', autumn, { readings: low, text: '航线按计划开通' }), autumn)
  await write(35, '2026Q3', autumn, {
    readings: [value('供水管网', 40, '公里')],
    difficulty: '两条主干道占道许可没有批下来',
    help: '请市公安局协调占道施工时间',
  })
  await confirm(
    await write(69, '2026Q3', autumn, {
      state: 'done',
      readings: [value('数字孪生平台', 1, '个')],
      text: '平台通过验收',
    }),
    autumn,
  )
}

const PLAIN: Omit<NewProgress, 'taskId' | 'unitId' | 'period'> = {
  capacity: 'lead',
  state: 'ongoing',
  text: '正在推进',
  readings: [],
  unchanged: false,
  expectedFinish: null,
  difficulty: null,
  help: null,
  insisted: null,
  adoptedFrom: null,
}
