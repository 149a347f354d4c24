import type { Query } from '../../domain/query.ts'
import type { Slots } from '../slots.ts'

/** 有没有武汉警备区的, 有高校的人吗: is there anyone of such a body. */
const ANYONE =
  /(?:有没有|有无|有(?=\p{Script=Han}{2,12}[吗么][？?]?$))(?<body>\p{Script=Han}{2,12}?)(?:的(?:人|领导|同志)?)?[吗么]?[？?]?$/u
/** 督查室主任是谁: the body whose head is asked for, known to the registry or not. */
const HEADED =
  /(?<body>\p{Script=Han}{2,12}?)的?(?:局长|主任|书记|区长|部长|处长|秘书长|总经理|董事长|校长|院长)(?:是(?:谁|哪)|叫|姓)/u
/** The group itself, or nothing but words of asking. */
const NO_BODY = /小组|专班|办公室$|建议案|议案|方案|成员|组长|谁|哪|几|多少|什么|啥/
/** 组长叫什么名字, 姓什么. */
const BY_NAME = /叫(?:什么|啥)|名字|姓(?:名|什么|啥)/

/** 两个小组里都有的人, 同时在两个小组的. */
const IN_EVERY =
  /(?:两|这几|几)个?(?:领导)?(?:小组|名单)(?:里|中|上)?(?:面|头)?都(?:有|在|参加|出现|进)|(?:都|同时|一直)在(?:这)?两个?(?:领导)?(?:小组|名单)|(?:重复|重叠|重合)的(?:人|成员)/

/** 是组长还是副组长: one of them, not both. */
const EITHER = /还是/

type PeopleAsked = Omit<Extract<Query, { readonly kind: 'people' }>, 'kind' | 'documents' | 'office'>

/** Who of a leading group is asked for: by name, post, unit, or a body the registry does not know. */
export function peopleOf({ people, posts, units, text }: Slots): PeopleAsked {
  const [name, post, unit] = [people[0], posts[0], units[0]]
  const also = [...new Set(people)].filter((other) => other !== name)
  const posted = EITHER.test(text) ? [] : [...new Set(posts)].filter((other) => other !== post)
  const surname = /姓(?<name>(?!什|啥|名|谁)\p{Script=Han})(?:的|氏)/u.exec(text)?.groups?.name
  const body = unit === undefined && name === undefined ? bodyIn(text) : null
  return {
    ...(name === undefined ? {} : { name }),
    ...(also.length === 0 ? {} : { also }),
    ...(post === undefined ? {} : { role: post }),
    ...(posted.length === 0 ? {} : { alsoRoles: posted }),
    ...(surname === undefined ? {} : { surname }),
    ...(IN_EVERY.test(text) && name === undefined && unit === undefined ? { inEvery: true } : {}),
    ...(BY_NAME.test(text) ? { byName: true } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(body === null ? {} : { body }),
  }
}

function bodyIn(text: string): string | null {
  const body = (ANYONE.exec(text) ?? HEADED.exec(text))?.groups?.body
  return body === undefined || NO_BODY.test(body) ? null : body
}

/** 职务, 在哪些领导小组任职: what a roster tells. */
const IN_GROUP = /在(?:哪些|哪个|哪几个|几个)(?:领导)?小组|(?:什么|的|啥)职务/

/** Of a person what no roster of a leading group holds: how to reach them, how old they are. */
const PERSONAL =
  /电话|手机|联系方式|邮箱|微信|传真|年龄|多大|几岁|岁数|学历|籍贯|哪里人|简历|履历|工资|生日|住(?:在)?哪|性别|秘书(?!长)|司机|家人|爱人|哪一?年|什么时候|何时|任职|上任|当上|以前|之前|调(?:到|去|走)|卸任/

export const asksPersonal = (text: string): boolean => PERSONAL.test(text) && !IN_GROUP.test(text)
