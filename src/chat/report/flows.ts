import type { ReportFlows } from '../deps.ts'
import type { ReportDeps } from './deps.ts'
import { onReportAction } from './doers.ts'
import { onReportWords } from './words.ts'

/** Reports in conversation, over what `src/app` hands in. */
export const createReportFlows = (r: ReportDeps): ReportFlows => ({
  words: (question, viewer, deps) => onReportWords(question, viewer, { r, deps }),
  act: (action, event, deps) => onReportAction(action, event, { r, deps }),
})
