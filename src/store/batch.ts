interface Waiting<I, O> {
  readonly item: I
  readonly result: PromiseWithResolvers<O>
}

export interface BatchWork<I, O> {
  /** Does all of them in one statement; gives back what became of each, in their order. */
  readonly run: (items: readonly I[]) => Promise<readonly O[]>
  /** Items that share a mark do not go together: of two alike the second must see the first. None unless given. */
  readonly marks?: (item: I) => readonly string[]
}

/** More would make one statement long; they follow in the next. */
const MOST = 50

/**
 * What comes while a statement is on its way goes into the next one together: a busy database has few long statements to do
 * instead of many short ones, an idle one does each at once. One statement at a time, in the order of asking. One that cannot be
 * done does not take the others with it.
 */
export function createBatch<I, O>({ run, marks = () => [] }: BatchWork<I, O>): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  let busy = false

  const settle = async (batch: readonly Waiting<I, O>[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ item }) => item))
      batch.forEach(({ result }, i) => void result.resolve(results[i] as O))
    } catch (error) {
      if (batch.length === 1) batch[0]?.result.reject(error)
      else for (const one of batch) await settle([one])
    }
  }
  const pump = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (waiting.length > 0) {
      const { now, later } = partOf(waiting, marks)
      waiting = later
      await settle(now)
    }
    busy = false
  }
  return (item) => {
    const result = Promise.withResolvers<O>()
    waiting.push({ item, result })
    void pump()
    return result.promise
  }
}

function partOf<I, O>(waiting: readonly Waiting<I, O>[], marks: (item: I) => readonly string[]) {
  const taken = new Set<string>()
  const now: Waiting<I, O>[] = []
  const later: Waiting<I, O>[] = []
  for (const one of waiting) {
    const own = marks(one.item)
    const fits = now.length < MOST && own.every((mark) => !taken.has(mark))
    for (const mark of own) taken.add(mark)
    if (fits) now.push(one)
    else later.push(one)
  }
  return { now, later }
}
