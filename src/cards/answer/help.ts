import type { Role } from '../../domain/person.ts'
import type { Part } from './blocks.ts'

const ASK = [
  '读过的工作方案、任务分解和指标表都能问，每个数都附出处；文件里没有写的，我会直说没有。',
  '**查任务**　经信局今年牵头哪些任务；第52项谁负责；年底前到期的有哪些',
  '**查数**　数字经济占比目标多少；候车亭各区多少；两个单位谁牵头的多',
  '**查规矩**　1号议案的简报什么时候报；有哪些阶段；领导小组办公室设在哪',
]
const GO_ON = '可以接着问“那责任单位的呢”“第二个什么时候完成”，不用重说一遍。'

/** What a role may have done, in the words that do it. */
const DOINGS: readonly (readonly [Role, string])[] = [
  [
    'liaison',
    '**报进展**　今天有什么要报的；52项商业航线开了6条，年底前能完成；刚才说错了，是7条；其余无变化；这个不归我们；后面找王芳',
  ],
  [
    'leader',
    '**要材料**　低空经济怎么样了；有哪些滞后的任务；给我一页纸；三季度通报；每月1号早上8点发我月调度',
  ],
  [
    'supervisor',
    '**督办**　还有谁没报；待审核；催办市水务局；退回第41项，没有佐证；第92项销号；给我一份三季度通报',
  ],
]

/** What can be asked and said; whoever may do more is told how. */
export function helpPart(roles: readonly Role[]): Part {
  const doings = DOINGS.flatMap(([role, words]) => (roles.includes(role) ? [words] : []))
  return {
    title: doings.length === 0 ? '我能帮您查' : '我能帮您查、帮您办',
    blocks: [...ASK, ...doings, GO_ON].map((text) => ({ kind: 'text', text })),
  }
}
