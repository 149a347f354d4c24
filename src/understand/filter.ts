import type { TaskFilter } from '../domain/query.ts'
import type { Slots } from './slots.ts'

/** 一起参与, 既有…又有…, 都有份: every unit takes part. */
const TOGETHER = /一起的|(?:一起|共同|都|同时)(?:参与|负责|有|在|牵头|涉及|承担)|既[^，。？]{0,16}又/
/** 被点名, 单独点到: the unit itself, not the group it belongs to. */
const BY_NAME = /点(?:了|到|过)?名|点到|名字(?:出现|在)|单独(?:提|写|列|给|安排)|直接(?:提|写)到?/

/** What the question narrows the tasks to; what it leaves open stays absent. */
export function filterOf(slots: Slots): TaskFilter {
  return {
    ...(slots.documents === null ? {} : { documents: slots.documents }),
    ...(slots.gazette ? { gazette: true } : {}),
    ...(slots.units.length === 0 ? {} : { units: slots.units }),
    ...(withoutUnits(slots) ? { unitsJoin: 'none' as const } : {}),
    ...(slots.units.length > 1 && TOGETHER.test(slots.text) ? { unitsJoin: 'all' as const } : {}),
    ...(slots.units.length > 0 && BY_NAME.test(slots.text) ? { byName: true } : {}),
    ...(slots.roles.length === 0 ? {} : { roles: slots.roles }),
    ...(slots.writtenOnly ? { writtenOnly: true, roles: ['lead' as const] } : {}),
    ...(slots.missing.length === 0 ? {} : { missing: slots.missing }),
    ...(slots.numbers.length === 0 ? {} : { numbers: slots.numbers }),
    ...(slots.part === null ? {} : { part: slots.part }),
    ...(slots.path.length === 0 ? {} : { path: slots.path }),
    ...(slots.section === null ? {} : { section: slots.section }),
    ...(slots.topics.length === 0 ? {} : { topics: slots.topics }),
    ...(slots.topics.length > 0 && /提(?:到|及|过)|写(?:到|了|明|进)|讲到|说到|出现/.test(slots.text)
      ? { mentioned: true }
      : {}),
    ...(slots.dueFrom === null ? {} : { dueFrom: slots.dueFrom }),
    ...(slots.dueTo === null ? {} : { dueTo: slots.dueTo }),
    ...(slots.states.length === 0 ? {} : { states: slots.states }),
    ...(slots.among.length === 0 ? {} : { among: slots.among }),
    ...(slots.withMetric === null ? {} : { withMetric: slots.withMetric }),
  }
}

/** 没有市经信局参与的任务, 市经信局不牵头的: tasks the unit named has no such part in. */
const withoutUnits = ({ units, text }: Slots): boolean =>
  units.some((unit) => {
    const name = unit.said ?? unit.name
    const at = text.indexOf(name)
    if (at < 0) return false
    const [before, behind] = [text.slice(0, at), text.slice(at + name.length)]
    return (
      (/(?:没有?|不(?:是|由|归|需要?|用))$/.test(before) &&
        /^(?:来)?(?:参与|牵头|负责|参加|配合|承担|的)/.test(behind)) ||
      /^(?:没有?|不)(?:参与|牵头|负责|参加|配合|承担)(?!的?(?:单位|部门))/.test(behind)
    )
  })
