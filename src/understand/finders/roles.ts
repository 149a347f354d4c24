import { findAll, type Rule } from '../../text/rule.ts'
import type { Mark, Marked } from '../marks.ts'

const role = (
  roles: Extract<Mark, { kind: 'role' }>['roles'],
  more: { missing?: boolean; only?: boolean } = {},
): Mark => ({
  kind: 'role',
  roles,
  missing: more.missing ?? false,
  only: more.only ?? false,
})

/** The part a unit plays, said or denied. */
const RULES: readonly Rule<Mark>[] = [
  {
    name: 'any part: 牵头或参与的, 牵头的、配合的都列一下, 牵头的加上配合的; 分别 asks for one list a part',
    pattern:
      /(?:牵头|主责)(?:单位)?(?:的(?:任务|事项|工作)?)?(?:或者?|还是|以及|加上?|连同|还有|带上?|[和与及、])(?:者|当|做|作为|是)?(?:参与|参加|配合|负责|责任|协办)(?:单位|部门)?的?(?![^，。？?]{0,8}(?:分别|各自?))/g,
    read: () => role([]),
  },
  {
    name: 'no lead: 没写牵头单位, 无牵头单位的, 牵头单位空着',
    pattern:
      /(?:(?<!有)没有?写?(?:明|有)?|无|缺|未(?:写|列|明确)?)(?:明确)?(?:的)?牵头(?:单位|部门)?(?:的)?(?![^，。；]{0,4}(?:也算|算上|也要|在内|一起|一并))|牵头单位(?:是)?(?:空(?:着|的)?|没写)/g,
    read: () => role(['lead'], { missing: true }),
  },
  {
    name: 'no responsible unit: 没有责任单位, 没写责任单位',
    pattern:
      /(?:(?<!有)没有?写?(?:明|有)?|无|缺|未(?:写|列|明确)?)(?:明确)?(?:的)?责任(?:单位|部门)?(?:的)?|责任单位(?:是)?(?:空(?:着|的)?|没写|都?(?:写|列|标)(?:明|出)?了?没有?$)/g,
    read: () => role(['responsible'], { missing: true }),
  },
  {
    name: 'no unit at all: 没写单位, 没有明确单位',
    pattern: /(?:(?<!有)没有?写?(?:明|有)?|无|未(?:写|列|明确))(?:明确)?(?:的)?(?:任何)?单位(?:的)?/g,
    read: () => role(['lead', 'responsible', 'supporting'], { missing: true }),
  },
  {
    name: 'written leads only: 只看明文写了牵头单位的, 按写明的牵头单位算, 明文牵头的',
    pattern:
      /(?:(?:只|光|单|仅)(?:看|算|数|统计)|按)?(?<![没未]有?)(?:明(?:文|确)(?:写)?|写明|标明|注明|列明)(?:了|明|着|的)*[“"]?牵头(?:单位)?[”"]?(?:的|来?算)?|(?:只|光|单|仅)(?:看|算|数|统计)(?:写|标|列)(?:了|有|着)?牵头(?:单位)?的?|(?<![没无未])(?:写(?:了|有|着)|有)牵头单位的(?=任务|事项|工作|有?几|有?多少)/g,
    read: () => ({ kind: 'written' }),
  },
  {
    name: 'lead: 牵头, 牵头单位, 主抓, 为主, 牵的头, 牵了几个头',
    pattern:
      /只?(?:有)?(?:由谁)?(?:负责)?(?:牵头|挑头|领头|主责|牵(?:了|的|着|过)(?:几|多少)?个?头|牵(?:了|着|的)?(?=是?(?:几|多少|哪)))(?:单位|部门|的)?(?:是)?/g,
    read: ({ text }) => role(['lead'], { only: text.startsWith('只') }),
  },
  {
    name: 'supporting: 配合单位, 配合别人, 协助, 协办, 当配角',
    pattern:
      /(?:(?:配合|协助|协办)(?:单位|部门|别人|其他单位|的)?|协同(?:单位|部门|别人|的))|[当做打是]配[角合]的?|当助手的?/g,
    read: () => role(['supporting', 'responsible']),
  },
  {
    name: 'responsible: 责任单位, 当责任单位, 责任部门',
    pattern: /(?:当|作为|是|列为)?责任(?:单位|部门)(?:的)?/g,
    read: () => role(['responsible']),
  },
]

export const findRoles = (text: string): Marked[] => findAll(text, RULES, undefined)
