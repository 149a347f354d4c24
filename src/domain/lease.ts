/** A right that one process of several has at a time, kept by the database's clock. */
export interface Lease {
  /** Takes or renews it; false: another process has it. */
  claim(name: string, holder: string, seconds: number): Promise<boolean>
  /** Gives it back at once, so that nobody waits for it to run out. */
  release(name: string, holder: string): Promise<void>
}
