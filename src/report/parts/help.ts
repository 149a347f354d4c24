import type { ReportPart } from '../../domain/report.ts'
import { order } from '../classes.ts'
import { type Context, placeRun } from '../context.ts'
import { count, listed, paragraph, strong, words } from '../runs.ts'
import { answering, shortened, taskName, unended, unitNames } from '../words.ts'

const helpLength = ({ wish }: Context): number => (wish.kind === 'onePage' ? 80 : 160)

/** 需协调事项, in the units' own words. None: a sentence says so. */
export function helpParts(context: Context, most = 20): readonly ReportPart[] {
  const asked = context.now.tasks.filter((task) => helpOf(task) !== '' && task.state !== 'closed').sort(order)
  if (asked.length === 0) return [paragraph(words`没有提请协调的事项。`)]
  const items = asked.slice(0, most).map((task) => {
    const place = placeRun(task, context)
    return words`${strong(taskName(task))}（${place}，${unitNames(answering(task))}）：${unended(shortened(helpOf(task), helpLength(context)))}。`
  })
  return [paragraph(words`提请协调的事项共${count(asked)}件。`), ...listed(items)]
}

export const helpOf = ({ report }: { readonly report: { readonly help: string | null } | null }): string =>
  report?.help?.trim() ?? ''
