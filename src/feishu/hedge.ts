/** Does the work; where it takes unusually long, once more beside it. `again` is told which of the two it is. */
export type Hedge = <T>(work: (again: Again) => Promise<T>) => Promise<T>

export interface Again {
  /** True for the second of two. */
  readonly second: boolean
  /** False once the other has brought the result. */
  readonly wanted: () => boolean
}

export interface HedgeDeps {
  readonly clock: () => number
  /** Calls `work` after so many ms; returns how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void
}

/** Four times what a call took lately, in these bounds: a platform that is slow all over is not asked twice as much. */
const LEAST_MS = 500
const MOST_MS = 5_000
/** At most one call in ten is a second one, over ten to begin with. */
const SHARE = 0.1
const SAVED = 10

/**
 * For calls that may be made twice without harm: a message of the same uuid is sent once. An answer that never comes then
 * costs its chat as long as an answer usually takes, and not the whole time-out, for those behind it wait.
 */
export function createHedge({ clock, after }: HedgeDeps): Hedge {
  let usual = LEAST_MS / 4
  let saved = SAVED
  const patience = () => Math.min(MOST_MS, Math.max(LEAST_MS, 4 * usual))
  const learn = (ms: number): void => {
    usual += (ms - usual) / 10
    saved = Math.min(SAVED, saved + SHARE)
  }
  return <T>(work: (again: Again) => Promise<T>): Promise<T> => {
    let done = false
    const wanted = () => !done
    const began = clock()
    const first = work({ second: false, wanted }).then((value) => {
      learn(clock() - began)
      return value
    })
    const other = Promise.withResolvers<T>()
    let callOff = (): void => {}
    const again = (): void => {
      if (done) return
      callOff = after(patience(), () => {
        if (saved < 1) return
        saved -= 1
        // One that fails is followed by another: what becomes of the first may take the whole time-out.
        work({ second: true, wanted }).then(other.resolve, again)
      })
    }
    again()
    return Promise.race([first, other.promise]).finally(() => {
      done = true
      callOff()
    })
  }
}
