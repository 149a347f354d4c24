import type { TaskUpdate } from '../../domain/heard.ts'

/** Words of a message that say nothing beside what the fields of a report hold: its number, 无变化, 说错了, 等下. */
const FORMAL =
  /第?[\d一二三四五六七八九十百]+(?:项|号|条任务)|无变化|没(?:有)?(?:什么|啥)?变化|没变|同上(?:个?[季月期]度?)?|老样子|照旧|不变|维持(?:不变|原样|现状)?|(?:与|和|跟|同)?上(?:季度?|月|期|次)(?:一样|相同|一致|持平)?|(?:刚才|前面)?(?:说|报|写|填|打)错了?|更正(?:一下|为)?|应该?(?:是|为)|改(?:成|为)|等(?:一)?下|不对|其实|刚刚|刚才|目前|现在|累计|已经?|完成(?:了)?|达到?|开了|建了|都|还是|暂时?|仍|也|的|了|是|有|共|约/g
const FIGURE =
  /[\d.]+(?:%|[万亿千百]*[\p{Script=Han}]?)|[〇零一二两三四五六七八九十百千万亿]{1,9}(?=[个家条项人名座处件套辆场次%所台公里亩米吨元])./gu
/** 52项， in front of what is said of it. */
const NUMBER = /^第?[\d一二三四五六七八九十百]+项(?:任务)?[，：、的]?(?=.)/
/** So many characters left tell something. */
const TELLING = 4

/**
 * What a report's words add to its figures and fields: 还在等用地批复 of 52项商业8条，还在等用地批复; '' where they add nothing.
 * Words of a task without figures are its whole report and stay as they are.
 */
export function tellingWords(update: TaskUpdate): string {
  if (update.readings.length === 0 && !update.noChange) return ownWords(update)
  const names = update.readings.map((r) => r.metric).join('')
  const kept = update.text.split(/[，。；！\n]+/).filter((clause) => tells(clause, names))
  return kept.join('，')
}

/** 都没变化, 同上季度: nothing is named. */
export const saysNothingElse = (text: string): boolean =>
  text.replace(FORMAL, '').replace(/这个|本季度?|本月|本期|什么|进展|没有?|我们|单位|[\s，。；！]/g, '') ===
  ''

/** 完成率50%: the word for what the asked number is. */
const SHARE = /完成率|(?:完成)?进度|比例|约占?/g

/** No more than that the task was spoken of: no figure, no state, nothing asked for. */
export const isBare = ({
  readings,
  noChange,
  state,
  expectedFinish,
  difficulty,
  help,
}: TaskUpdate): boolean =>
  readings.length === 0 &&
  !noChange &&
  (state === null || state === 'ongoing') &&
  [expectedFinish, difficulty, help].every((field) => field === null)

/** What a report's words tell beside those that are asked about: clauses that hold none of them; '' where none tells anything. */
export const wordsBeside = (text: string, asked: readonly string[]): string => {
  const kept = text
    .split(/[，。；！\n]+/)
    .filter(
      (clause) => !asked.some((words) => words !== '' && (clause.includes(words) || words.includes(clause))),
    )
    .filter((clause) => !saysNothingElse(clause.replace(SHARE, '').replace(FIGURE, '')))
  return kept.join('，')
}

/** 完成了 is the state and no more. */
function ownWords({ text, state }: TaskUpdate): string {
  const words = text.replace(NUMBER, '')
  const rest = words.replace(FORMAL, '').replace(/[\s，。；！]/g, '')
  return state !== null && rest === '' ? '' : words
}

function tells(clause: string, names: string): boolean {
  const rest = [...clause.replace(FORMAL, '').replace(FIGURE, '')]
  const named = (i: number): boolean =>
    [rest.slice(i - 1, i + 1), rest.slice(i, i + 2)].some(
      (pair) => pair.length === 2 && names.includes(pair.join('')),
    )
  return rest.filter((c, i) => /[\p{L}\p{N}]/u.test(c) && !named(i)).length >= TELLING
}
