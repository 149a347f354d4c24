import { type Mark, type Marked, marksOf } from './marks.ts'
import type { Slots } from './slots.ts'

type RoleMark = Extract<Mark, { kind: 'role' }>

/** 除了牵头的，还当责任单位的: parts other than the lead. */
const BESIDES_LEAD =
  /除(?:了|去|开)?[^，。？?]{0,6}(?:牵头|主责)|(?:不是|不当|非)(?:牵头|主责)[^。？?]{0,6}(?:责任|配合|参与)/
const BESIDES = ['supporting', 'responsible'] as const
/** 牵头还是参与: which part is asked, none is given. */
const WHICH_PART = /牵头(?:单位)?还是|还是(?:牵头|主责)/
/** 市文旅局一个都没牵头吗: whether the unit leads any, not tasks without a lead. */
const LEADS_NONE = /没(?:有)?牵(?:过)?头(?:吗|么|呢|过|吧|[？?]?$)/

/** The parts a question asks of, those that must be empty, and whether only written ones count. */
export function rolesOf(
  text: string,
  marks: readonly Marked[],
): Pick<Slots, 'roles' | 'missing' | 'writtenOnly'> {
  const ofUnit = marks.some((m) => m.value.kind === 'unit') && LEADS_NONE.test(text)
  const asked = (role: RoleMark): RoleMark => (ofUnit ? { ...role, missing: false } : role)
  const said = WHICH_PART.test(text) ? [] : marksOf(marks, 'role').map(asked)
  const roles = said.filter((r) => !r.missing).flatMap((r) => r.roles)
  const besides = BESIDES_LEAD.test(text) && (roles.length > 1 || /还|另外|也/.test(text))
  // 牵头的列一下，还有配合的: both parts are wanted, not the last one said.
  const both = roles.includes('lead') && roles.includes('supporting')
  return {
    roles: [...new Set(besides ? BESIDES : both ? [] : roles)],
    missing: [...new Set(said.filter((r) => r.missing).flatMap((r) => r.roles))],
    writtenOnly: marksOf(marks, 'written').length > 0,
  }
}
