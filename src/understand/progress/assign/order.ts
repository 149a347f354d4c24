import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { assumed } from '../wording.ts'
import type { Claim, Place } from './assign.ts'
import { claim } from './claim.ts'

/** 分别, and the words that count out metrics and name none of them. */
const IN_ORDER = /分别|依次|按顺序/
const COUNTED_OUT = /[一二两三四五六七八九\d]+[个项]|分别|依次|各是|指标|如下|按顺序|数据|数字/g

/**
 * 4项两个指标分别是83个和15个: as many figures as the task named has metrics, not one of them with a name, told in the order of the plan.
 * Taken so only where every unit fits, and said.
 */
export function inOrder(all: readonly Told[], placeOf: (told: Told) => Place): ReadonlyMap<Told, Claim> {
  const [first] = all
  const place = first && placeOf(first)
  const [task, ...others] = place?.tasks ?? []
  const none = new Map<Told, Claim>()
  if (
    !place?.named ||
    task === undefined ||
    others.length > 0 ||
    !(IN_ORDER.test(first?.names.join() ?? '') || isBareList(all))
  )
    return none
  if (all.length < 2 || all.length !== task.metrics.length || !all.every(isNameless)) return none
  const claims = all.flatMap((told, i) => {
    const metric = task.metrics[i]
    if (metric === undefined) return []
    const made = claim(told, { task, metric }, assumed.metric(told.figure.text, metric.name))
    return 'metric' in made ? [made] : []
  })
  return claims.length === all.length ? new Map(claims.map((c) => [c.told, c])) : none
}

/** 74：98/18/8/465: nothing but the task and its figures. */
const isBareList = (all: readonly Told[]): boolean =>
  all.every(
    ({ before, after }, i) => (i === 0 ? /^[■：、，]*$/ : /^[、，]$/).test(before) && /^[、，]?$/.test(after),
  )

const isNameless = ({ role, names }: Told): boolean =>
  role === 'value' && names.every((n) => contentOf(n.replace(COUNTED_OUT, '')) === '')
