import type { TaskFilter, UnitSlot } from '../../domain/task-filter.ts'
import type { Slots } from '../slots.ts'

/** 一起参与, 既有…又有…, 都有份: every unit takes part. */
const TOGETHER = /一起的|(?:一起|共同|都|同时)(?:参与|负责|有|在|牵头|涉及|承担)|既[^，。？]{0,16}又/
/** 被点名, 单独点到: the unit itself, not the group it belongs to. */
const BY_NAME =
  /点(?:了|到|过)?名|点到|列(?:了|出)?名|单列|单独的?(?:任务|事|活)|名字(?:出现|在)|单独(?:提|写|列|给|安排)|直接(?:提|写)到?/

/** 单独负责的, 独自承担: nobody else works on it. 单独点名 is about names. */
const ALONE =
  /(?:单独|独自|独立|自己|独家|(?<![哪每几同这那第两])一家(?:单位)?(?=牵头))(?:一家)?(?:负责|承担|牵头|完成|做|干|办)|(?:只有?|就|仅|光)(?:由|是|有)?(?:它|他们)?(?:自己)?\p{Script=Han}{0,12}一家(?:单位)?(?:在|来)?(?:负责|承担|做|干|办|的|管|包)|没有?(?:别的|其他|其它|第二家)(?:责任|配合|参与|协办)?单位/u

/** What the question narrows the tasks to; what it leaves open stays absent. */
export function filterOf(slots: Slots): TaskFilter {
  return {
    ...(slots.documents === null ? {} : { documents: slots.documents }),
    ...unitsOf(slots),
    ...(slots.units.length > 0 && BY_NAME.test(slots.text) ? { byName: true } : {}),
    ...(slots.units.length > 0 && ALONE.test(slots.text) ? { alone: true } : {}),
    ...(slots.roles.length === 0 ? {} : { roles: slots.roles }),
    ...(slots.writtenOnly ? { writtenOnly: true, roles: ['lead' as const] } : {}),
    ...(slots.missing.length === 0 ? {} : { missing: slots.missing }),
    ...(slots.numbers.length === 0 ? {} : { numbers: slots.numbers }),
    ...(slots.part === null ? {} : { part: slots.part }),
    ...(slots.path.length === 0 ? {} : { path: slots.path }),
    ...(slots.section === null ? {} : { section: slots.section }),
    ...(slots.topics.length === 0 ? {} : { topics: slots.topics }),
    ...leadsIn(slots),
    ...(slots.topics.length > 0 && /提(?:到|及|过)|写(?:到|了|明|进)|讲到|说到|出现/.test(slots.text)
      ? { mentioned: true }
      : {}),
    ...dueOf(slots),
    ...(slots.states.length === 0 ? {} : { states: slots.states }),
    ...(slots.among.length === 0 ? {} : { among: slots.among }),
    ...(slots.withMetric === null ? {} : { withMetric: slots.withMetric }),
  }
}

/** 两家一起牵头的, 双牵头的任务: several units lead. */
const LED_BY_SEVERAL =
  /(?:(?<n>[两双2二三3])|几|多)(?:[家个](?:单位|部门|局)?)?(?:一起|共同|联合|并列|同时|都)?牵头的/

function leadsIn({ text, units }: Slots): Pick<TaskFilter, 'leads'> {
  const said = units.length > 1 ? null : LED_BY_SEVERAL.exec(text)
  return said === null ? {} : { leads: /[三3]/.test(said.groups?.n ?? '') ? 3 : 2 }
}

/** 没写到2027年期限的: tasks without a deadline, not those that have that one. */
export const UNDATED =
  /(?<!有)(?:没有?|未)(?:写|标|注|给|定|明确)(?:明|了|出)?[^，。？?]{0,8}(?:期限|时限|年限|完成时间|截止)/

const dueOf = ({ text, dueFrom, dueTo }: Slots): Pick<TaskFilter, 'dueFrom' | 'dueTo' | 'undated'> =>
  UNDATED.test(text)
    ? { undated: true }
    : { ...(dueFrom === null ? {} : { dueFrom }), ...(dueTo === null ? {} : { dueTo }) }

/** 没有市经信局参与的任务, 市经信局不牵头的: units the tasks meant have no such part of. 有没有市经信局的 asks. */
function deniedIn({ units, text }: Slots): readonly UnitSlot[] {
  return units.filter((unit) => {
    const name = unit.said ?? unit.name
    const at = text.indexOf(name)
    if (at < 0) return false
    const [before, behind] = [text.slice(0, at), text.slice(at + name.length)]
    return (
      (/(?<!有)(?:没有?|(?<!是)不(?:是|由|归|需要?|用))$/.test(before) &&
        /^(?:来)?(?:参与|牵头|负责|参加|配合|承担|的)/.test(behind)) ||
      (WITHOUT.test(before) &&
        /^(?:参与|牵头|负责|参加|在内|以外|之外)?的?(?:任务|事项|工作|活儿?|有|[几多])/.test(behind)) ||
      (UNWRITTEN.test(before) && /^(?:的|参与的)?(?:有|[几多哪]|任务|[？?。]|$)/.test(behind)) ||
      /^(?:没有?|不)(?:参与|牵头|负责|参加|配合|承担)(?!的?(?:单位|部门))/.test(behind)
    )
  })
}

/** 不带武汉人才集团的任务, 去掉…以外的: said ahead of the unit. 除了…还有谁 asks for others beside it. */
const WITHOUT =
  /(?:不[带含]|没[带含]|不(?:包括|包含|涉及)|没(?:有)?涉及|用不着|去掉|刨去|撇开|排除|除(?:去|开|了)?)(?:有|着)?$/

/** 没有写各区政府的有几条: said ahead of the unit; 有没有写 asks. */
const UNWRITTEN = /(?<!有)(?:没(?:有)?|未)(?:写|提|点|列|出现)(?:到|上|进|明|有|着)?$/

/** All units denied: tasks without them; some denied beside others: the others' tasks without these. */
function unitsOf(slots: Slots): Pick<TaskFilter, 'units' | 'unitsJoin' | 'without'> {
  if (slots.units.length === 0) return {}
  const denied = deniedIn(slots)
  const meant = slots.units.filter((unit) => !denied.includes(unit))
  if (meant.length === 0) return { units: slots.units, unitsJoin: 'none' }
  if (denied.length > 0) return { units: meant, without: denied }
  return meant.length > 1 && TOGETHER.test(slots.text) ? { units: meant, unitsJoin: 'all' } : { units: meant }
}
