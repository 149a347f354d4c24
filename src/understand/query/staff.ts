import type { StaffQuery } from '../../domain/staff-query.ts'
import type { Slots } from '../slots.ts'

/** 市水务局联络员是谁, 谁是我们单位的联络员. Those of a document's leading group stand in its roster. */
const LIAISON =
  /联络员(?:现在)?(?:是|叫)?(?:谁|哪位|哪个)|谁(?:现在)?(?:是|当)[^，。？?]{0,16}联络员|联络员(?:的)?(?:姓名|名字|叫什么)|^\P{P}{2,14}的?联络员呢?[？?]?$/u
const OVERSEER =
  /(?:谁|哪位(?:市?领导|副?市长)?|哪个(?:市?领导|副?市长))(?:来)?分管|(?:分管领导|分管(?:副)?市长)(?:是|叫)?(?:谁|哪位)/
const OVERSEEN =
  /^(?:请问)?(?<name>\p{Script=Han}{2,4}?)(?:副?市长|秘书长)?(?:现在)?分管(?:了|着|的)?(?:有)?(?:哪些|哪几个|几个|多少个?|什么)(?:单位|部门|局)?/u

/** Who reports for a unit, or whom it is under; null where something else is asked. */
export function staffAsked({ text, units, named, topics }: Slots): StaffQuery | null {
  const name = OVERSEEN.exec(text)?.groups?.name
  if (name !== undefined && !/谁|领导|我/.test(name)) return { kind: 'staff', of: 'overseen', name }
  const [unit, other] = units
  if (unit === undefined || other !== undefined || named || /领导小组|方案|议案/.test(text)) return null
  if (LIAISON.test(text)) return { kind: 'staff', of: 'liaison', unit }
  return OVERSEER.test(text) && topics.length === 0 ? { kind: 'staff', of: 'overseer', unit } : null
}
