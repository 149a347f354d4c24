/** A number somebody says, before it is known what of. */
export interface Figure {
  readonly value: number
  /** Upper end of 二三十家, 20—30家. */
  readonly max: number | null
  /** As said; '' where none was. 万 stays for the metric to multiply out. */
  readonly unit: string
  /** 约, 左右, 300多: not exact. */
  readonly about: boolean
  /** 突破, 超: only a bound. */
  readonly bound: boolean
  /** 以上, 以内 right behind it. */
  readonly limit: boolean
  /** 10 of 8/10条: what it is said to be out of. */
  readonly of?: number
  /** 激活率83: the % was not said. */
  readonly signless?: boolean
}

/** An exact number without a unit; the rules fill in what was said. */
export const PLAIN = { value: 0, max: null, unit: '', about: false, bound: false, limit: false } as const
