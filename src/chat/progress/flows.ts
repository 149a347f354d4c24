import type { ProgressFlows } from '../deps.ts'
import type { ProgressDeps } from './deps.ts'
import { onProgressAction } from './doers.ts'
import { remindForgotten } from './forgotten.ts'
import { onWords } from './words.ts'

/** Reporting in conversation, over what `src/app` hands in. */
export const createProgressFlows = (p: ProgressDeps): ProgressFlows => ({
  words: (question, viewer, deps) => onWords(question, viewer, { p, deps }),
  act: (action, event, deps) => onProgressAction(action, event, { p, deps }),
  remind: (channel, deps) => remindForgotten({ p, deps, channel }),
})
