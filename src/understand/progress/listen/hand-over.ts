import type { HandOver } from '../../../domain/heard.ts'
import type { Day } from '../../../domain/span.ts'
import { findDates } from '../../../text/dates.ts'

/** Where a successor's name stands. */
const NAMES: readonly RegExp[] = [
  /(?:换成|换为|改成|改为|变更为|调整为|更换为|转给|交给|移交给|交接给|转交给?|移给|转派给?|转接给)(?:我们?(?:局|单位|委|处)?(?:的)?|同事|\p{Script=Han}{1,4}[处科]的?)?(?<who>\p{Script=Han}{2,4}?)(?=$|[，。；！、 （(]|吧|了|哈|跟进|对接|负责|接|来|，|电话|手机|联系)/u,
  /(?:由|让|归|找|联系|发给?|问|请找|就找|起换|先给|(?<=以后|今后|后面|往后)[^，。；]{0,8}(?:是|跟|和|与))(?:我们?(?:局|单位|委|处)?(?:的)?|同事)?(?<who>(?!他|她|我|你|督查|领导)\p{Script=Han}{2,4}?)(?=$|[，。；！、 （(]|吧|了|哈|跟进|对接|担任|负责|接手|接替|接任|接|代|来|同志|报|管|填|跟|在|电话|手机|联系)/u,
  /(?:联络员|联络人|联系人|对接人|接替的|接手的|，现)(?:是|为|叫|：|变更|改|换)*(?:成|为)?(?<who>\p{Script=Han}{2,4}?)(?=$|[，。；！、 （(]|吧|了|，|电话|手机)/u,
  /，(?:现|换)(?:为|是|由|成)?(?<who>\p{Script=Han}{2,3}?)(?=$|[，。；！来]|对接|接)/u,
  /(?:任务|工作|摊事?|这块|活|，)(?:先|都|就)?(?<who>\p{Script=Han}{2,3}?)(?:代管|代报|代办|接手|顶着|负责|管)(?=$|[，。；！])/u,
  /(?<who>\p{Script=Han}{2,4})(?:接我的|接手我|接替我|替我|代我|来接)/u,
]
const NO_NAME =
  /^(?:原|要换|换人|他们?|她|别人|其他|新同事|同事|谁|我们|你们|督查室?|一下|以后|后面|另|联络员|任务|材料|数据)/

/** Who takes over, and from when: 我下周一起休产假，联络员换成李娟. */
export function handOverIn(text: string, today: Day): HandOver {
  return { to: nameIn(text), from: dayIn(text, today) }
}

function nameIn(text: string): string | null {
  for (const pattern of NAMES) {
    const who = pattern.exec(text)?.groups?.who?.replace(/同志$/, '')
    if (who && !NO_NAME.test(who)) return who
  }
  return null
}

const dayIn = (text: string, today: Day): Day | null =>
  findDates(text, { today, year: null }).find((d) => (d.value.start ?? d.value.end) >= today)?.value.start ??
  null
