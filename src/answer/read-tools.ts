import { messageText } from '../cards/text.ts'
import type { Query } from '../domain/query.ts'
import type { Evidence, ReadTools } from '../llm/model.ts'
import { withoutOrders } from '../text/orders.ts'
import { answerQuery } from './answer.ts'
import type { AskContext } from './deps.ts'
import type { Finder } from './find-tasks.ts'

/** So much of one find is handed to a model; longer lists are for cards. */
const LONGEST = 6000

/**
 * What a model may look at: the same answers as anyone in that chat would be shown, in the asker's name. What may not be
 * said in the group is not in them, so it cannot leak through a model either.
 */
export function readTools(context: AskContext, finder: Finder): ReadTools {
  const look = async (query: Query): Promise<Evidence> => {
    const found = await answerQuery({ query, assumptions: [], trace: [] }, context, finder)
    return { text: withoutOrders(messageText(found.message)).slice(0, LONGEST), sources: found.citations }
  }
  return { query: look, search: (text) => look({ kind: 'passages', text }) }
}
