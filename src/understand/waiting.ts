import type { Viewer } from '../domain/person.ts'
import type { Query } from '../domain/query.ts'

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
