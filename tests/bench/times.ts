/** Milliseconds of many runs. */
export interface Times {
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}

/** Runs the work once for each item and takes the time of each. */
export async function timeEach<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<Times> {
  const taken: number[] = []
  for (const item of items) {
    const began = performance.now()
    await work(item)
    taken.push(performance.now() - began)
  }
  return timesOf(taken)
}
