import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import type { DayChoice, Days } from '../web/deps.ts'
import type { Clock } from './clock.ts'

export interface DaysDeps {
  readonly clock: Clock
  readonly dayOf: (at: Date) => Day
  /** The next day after `today` on which anybody is asked for anything; null: none in sight. */
  readonly nextAsk: (today: Day) => Promise<Day | null>
  /** Does at once what fell due. */
  readonly settle: () => Promise<void>
}

/** The day of the sample city, moved on by whoever looks at it: a reporting period is lived through in a minute. */
export function createDays({ clock, dayOf, nextAsk, settle }: DaysDeps): Days {
  const today = (): Day => dayOf(clock.now())
  let offered: { readonly on: Day; readonly choices: Promise<readonly DayChoice[]> } | null = null
  return {
    today,
    choices() {
      const on = today()
      if (offered?.on !== on) offered = { on, choices: choicesFrom(on, nextAsk) }
      return offered.choices
    },
    async moveTo(day) {
      await clock.moveTo(day)
      offered = null
      await settle()
    },
  }
}

async function choicesFrom(today: Day, nextAsk: DaysDeps['nextAsk']): Promise<readonly DayChoice[]> {
  const tomorrow = addDays(today, 1)
  const ask = await nextAsk(today)
  const next = { text: '下一天', to: tomorrow }
  return ask === null || ask === tomorrow ? [next] : [next, { text: '到下次提醒', to: ask }]
}
