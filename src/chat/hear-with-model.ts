import type { Heard } from '../domain/heard.ts'
import type { Model } from '../llm/model.ts'
import { withModelReading } from '../understand/progress/from-model.ts'
import { hear } from '../understand/progress/hear.ts'
import type { HearContext } from '../understand/progress/ledger.ts'
import { candidateLine, candidatesFor, leavesOver } from '../understand/progress/left-over.ts'

/**
 * A message read by the rules; what they leave of it by the model, where one is set, as far as the person's own words bear
 * it out. Without a model, or when it is slow, refuses or makes things up, the rules' reading stands.
 */
export async function hearWithModel(said: string, context: HearContext, model: Model): Promise<Heard> {
  const heard = hear(said, context)
  if (model.name === null || !leavesOver(heard, said, context)) return heard
  const tasks = candidatesFor(heard, context)
  if (tasks.length === 0) return heard
  const draft = await model.report({
    text: said,
    history: context.history,
    today: context.today,
    tasks: tasks.map(candidateLine),
  })
  return draft === null ? heard : withModelReading(heard, { said, draft, tasks, context })
}
