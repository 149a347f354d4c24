import { correctSounds } from '../../../text/typo.ts'
import type { Told } from '../figure/context.ts'
import { assumed } from '../wording.ts'
import type { Claim, Place, Step } from './assign.ts'
import { byName } from './name.ts'

/** 便力店167家: words that name nothing, and sound like the name of a metric; said as taken for granted. */
export function bySound(told: Told, done: readonly Claim[], place: Place, how: Step): Claim | null {
  const names = told.names.map((name) => correctSounds(name, how.sounds).text)
  if (names.every((name, i) => name === told.names[i])) return null
  const found = byName({ ...told, names }, done, place, how)
  if (found === null || !('metric' in found)) return null
  return { ...found, note: found.note ?? assumed.metric(told.figure.text, found.metric.name) }
}
