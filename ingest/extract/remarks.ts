import type { Warning } from '../../src/domain/document.ts'
import type { Task } from '../../src/domain/task.ts'

/** What a clerk would ask about after reading the tasks: numbers that are skipped, items that name nobody. */
export function taskRemarks(tasks: readonly Task[]): Warning[] {
  return [...skippedNumbers(tasks), ...unnamed(tasks)].sort((a, b) => a.at - b.at)
}

/** Running numbers count on; a gap may be an item that could not be read. */
function skippedNumbers(tasks: readonly Task[]): Warning[] {
  return tasks.flatMap((task, i) => {
    const before = tasks[i - 1]?.no ?? null
    if (task.no === null || before === null || task.no <= before + 1) return []
    const gap = task.no - before === 2 ? `第${before + 1}项` : `第${before + 1}—${task.no - 1}项`
    return [{ at: task.source.start, message: `序号不连续，${gap}没有读出，请核对原文` }]
  })
}

/** Most tasks name units and this one does not: the clause may be missing in the file or may not have been read. */
function unnamed(tasks: readonly Task[]): Warning[] {
  const without = tasks.filter((t) => t.lead.length + t.responsible.length + t.supporting.length === 0)
  if (without.length === 0 || without.length * 2 > tasks.length) return []
  return without.map((t) => ({
    at: t.source.start,
    message: `“${t.text.slice(0, 16)}”一项没有读到责任单位，请核对原文`,
  }))
}
