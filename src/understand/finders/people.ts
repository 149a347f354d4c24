import { findNames } from '../../text/names.ts'
import type { Marked } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'

const POST =
  /(?<=谁是.{0,8})(?:副?市长|副?局长|副?主任|副?区长|书记|副?部长|副?秘书长)|(?:副?市长|副?局长|副?主任|副?区长|书记|副?部长|副?秘书长)(?=(?:是|叫|姓)(?:谁|什么|啥|哪))|(?:副?市长|副?秘书长|副?主任)(?=在[^，。？?]{0,16}(?:小组|专班))|(?:[一二三四]级)?(?:巡视员|调研员)(?=是|叫|有)|总(?:工程师|经济师|规划师|会计师|经理)(?=是|叫)|副组长|副手|组长|(?:副)?召集人|成员(?:名单|单位)?|办公室主任|联系人|联络[员人](?=(?:名单|姓名|分别|各自|都)*(?:是谁|叫|姓|的?名字|的?姓名|有谁))/g

/** People of the leading groups by name, and the posts they hold. */
export function findPeople(text: string, lexicon: Lexicon): Marked[] {
  const people = findNames(text, lexicon.people).map(
    (found): Marked => ({
      ...found,
      value: { kind: 'person', name: found.text },
      rule: `person: ${found.text}`,
    }),
  )
  const posts = [...text.matchAll(POST)].map(
    (m): Marked => ({
      value: { kind: 'post', post: m[0].replace(/名单|单位/, '').replace('副手', '副组长') },
      start: m.index,
      end: m.index + m[0].length,
      text: m[0],
      rule: 'post: 组长, 副组长, 成员',
    }),
  )
  return [...people, ...posts, ...bothHeads(text)]
}

/** 正副组长: both of them. */
const bothHeads = (text: string): Marked[] =>
  [...text.matchAll(/正(?=、?副组长)/g)].map((m) => ({
    value: { kind: 'post', post: '组长' },
    start: m.index,
    end: m.index + 1,
    text: m[0],
    rule: 'post: 正副组长',
  }))

export function findStages(text: string, lexicon: Lexicon): Marked[] {
  return findNames(text, lexicon.stages).map((found) => ({
    value: { kind: 'stage', name: found.values[0] ?? found.text },
    start: found.start,
    end: found.end,
    text: found.text,
    rule: `stage: ${found.text}`,
  }))
}
