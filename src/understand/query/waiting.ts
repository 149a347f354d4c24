import type { Viewer } from '../../domain/person.ts'
import type { Query } from '../../domain/query.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'

/** 待办, 今天有什么要处理的, 要我办的: all that waits for one, whatever it is. */
const WAITING =
  /^(?:我的?|今天|现在)?(?:有(?:什么|啥|哪些)?)?(?:待办(?:事项)?|(?:事(?:情)?)?要(?:我)?(?:处理|审核|办|审)的?(?:事(?:情)?)?|事(?:情)?|待处理的?)(?:有(?:什么|啥|哪些)|清单)?[？?吗呢]*$/

/** What waits for a supervisor: reports to review, then units that owe; null where nothing of the kind is asked. */
export function waitingAsked(text: string, viewer: Viewer): Query | null {
  if (!viewer.roles.includes('supervisor') || !WAITING.test(text)) return null
  return {
    kind: 'several',
    queries: [
      { kind: 'progress', filter: { states: ['pending'] } },
      { kind: 'progress', filter: {}, of: 'reporting' },
    ],
  }
}

/** 今天有什么要报的, 我们有哪些任务要报: what one's own unit still owes. Of a document named it is the duty (1号议案要报什么). */
const OWED =
  /^(?:请问)?(?:(?:我们|我|本|咱们?)(?:单位|局|委|区)?|今天|今日|现在|目前|最近|[这本]个?[周月]|还)*有?(?:没有)?(?:什么|啥|哪些)(?:任务|进展|事项|东西)?(?:是)?(?:我们?)?(?:要|需要?|该|应该?|得)(?:我们?)?(?:上报|报送|填报|报|交)的?(?:吗|呢)?[？?。]*$/

/** Tasks of the asker's unit with an open request; who reports for it, where the asker does not. Null where nothing of the kind is asked. */
export function owedAsked(text: string, { roles, unitId, unit }: Viewer): Query | null {
  if (!OWED.test(text)) return null
  if (roles.includes('supervisor')) return { kind: 'progress', filter: {}, of: 'reporting' }
  if (unitId === null || unit === null) return null
  const own: UnitSlot = { ids: [unitId], name: unit, said: null }
  const owed: Query = { kind: 'progress', filter: { units: [own], states: ['unreported'] } }
  return roles.includes('liaison')
    ? owed
    : { kind: 'several', queries: [owed, { kind: 'staff', of: 'liaison', unit: own }] }
}
