import type { RecordAsked } from '../../domain/record.ts'

interface Rule {
  readonly of: RecordAsked
  /** The phrases it reads. */
  readonly name: string
  readonly pattern: RegExp
}

/** Questions about the doings of reporting, which no document answers. First match wins. */
const RULES: readonly Rule[] = [
  {
    of: 'asked',
    name: 'how often it was pressed: 催了几次, 提醒过多少次, 催过吗, 催办记录',
    pattern:
      /(?:催(?:办|报)?|提醒)(?:了|过)?(?:几|多少)(?:次|回|遍)|催(?:办)?过(?:吗|没有?|了吗)|催办(?:记录|情况)/,
  },
  {
    of: 'judged',
    name: 'who passed it: 谁批的, 谁审核的, 审核通过了吗, 为什么退回, 谁退的',
    pattern:
      /谁(?:给)?(?:批|审核|审批|审|确认|退回|退)(?:准|过|通过)?(?:的|了)|(?:审核|审批)(?:人|结果|意见|情况)|(?:审核|审批|审)(?:通过)?(?:了|过)(?:吗|没有?)|(?:为什么|为何|为啥|怎么|什么原因)(?:被|又)?退回|退回(?:的)?(?:原因|理由)/,
  },
  {
    of: 'evidence',
    name: 'files: 有没有佐证, 传过哪些佐证, 第41项的佐证',
    pattern:
      /(?:有没有|有无|有哪些|有什么|传(?:过|了)?(?:哪些|什么|几份)|附(?:了)?(?:哪些|什么))[^，。]{0,4}(?:佐证|证明材料|附件)|^[^，。；]*(?:项|条|的)(?:佐证|证明材料)(?:材料)?(?:有哪些|有吗|是什么|传了吗|呢)?[？?。]*$|^[^，。；]*(?:佐证|证明材料)(?:材料)?(?:有哪些|有吗|是什么|传了吗)[？?。]*$/,
  },
  {
    of: 'told',
    name: 'who told what last: 上次怎么报的, 上期报的什么, 谁报的, 什么时候报的',
    pattern:
      /上(?:一)?(?:次|期|回|个?季度?|个?月)(?:是)?(?:怎么|咋|如何)(?:报|填|说)的?|上(?:一)?(?:次|期|回)(?:报|填)(?:的|了)(?:什么|啥|多少)|(?:是)?谁(?:报|填|上报|报送)(?:的|上来的)|(?:什么时候|哪天|几号)(?:报|填|上报|报送)的/,
  },
]

/** Null: asks for nothing of the kind. */
export function recordAsked(text: string): RecordAsked | null {
  return RULES.find(({ pattern }) => pattern.test(text))?.of ?? null
}

/** 历次报送, 报送记录: answered like other questions, never a report of anything. */
export const HISTORY =
  /历次|报送(?:的)?(?:记录|历史|经过)|上报(?:的)?记录|(?:以往|往期|历史)(?:的)?(?:报送|进展|填报)/
