/** What a press came to, or would come to. */
export interface PressResult {
  readonly asked: readonly { readonly unit: string; readonly person: string; readonly items: number }[]
  /** Spared, and why. `reminded`: had a card today, which may still be marked urgent. */
  readonly spared: readonly {
    readonly unit: string
    readonly reason: string
    readonly reminded?: boolean
  }[]
}
