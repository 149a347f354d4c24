import type { Role } from '../../domain/person.ts'
import type { WebPerson } from '../deps.ts'
import { type Content, type Html, html } from '../html.ts'
import { avatar } from './chat-parts.ts'
import { page, topBar } from './layout.ts'

/** Each role as people call it, and what such a person does here; in the order one would try them. */
export const ROLE_WORDS: readonly (readonly [Role, string, string])[] = [
  ['official', '工作人员', '在群里问任务、指标、时限和责任单位'],
  ['liaison', '联络员', '替本单位报送进展，也能查本单位任务'],
  ['leader', '领导', '看分管单位的进展和滞后情况'],
  ['supervisor', '督查室', '管文件、看报送、催办和审核'],
  ['operator', '运维', '安装、配置和监控'],
]

export const roleWord = (role: Role): string => ROLE_WORDS.find(([r]) => r === role)?.[1] ?? role

/** What a person of several roles is known for. */
const mainRole = (p: WebPerson): Role =>
  (['supervisor', 'leader', 'liaison', 'operator'] as const).find((r) => p.roles.includes(r)) ?? 'official'

/** Pick who one is. Persons stand once, under the role they are known for. */
export function peoplePage(people: readonly WebPerson[], groupId: string): Html {
  const groups = ROLE_WORDS.map(([role, word, does]) => {
    const those = people.filter((p) => mainRole(p) === role)
    return those.length === 0
      ? null
      : roleGroup(
          word,
          does,
          those.map((p) => personCard(p, groupId)),
        )
  })
  const none = html`<p class="empty">还没有可选的人员。请先导入人员名单，或打开示例数据（SAMPLES=on）后重新启动。</p>`
  const body = html`${topBar('people')}
    <main class="plain-page">
      <h1>您想以谁的身份试用？</h1>
      <p class="lead">这是模拟的群聊和私聊。选一位人员进入，之后可以随时换人；同一个群里，每个人看到的是同样的消息。</p>
      ${people.length === 0 ? none : groups}
    </main>`
  return page({ title: '选择身份', look: 'people', styles: ['page.css'], body })
}

const roleGroup = (word: string, does: string, cards: Content) =>
  html`<section class="role-group"><h2>${word}<small class="role-does">${does}</small></h2><div class="people-grid">${cards}</div></section>`

function personCard(p: WebPerson, groupId: string): Html {
  const query = new URLSearchParams({ as: p.account, in: groupId })
  return html`<a class="person-card" href="/?${query.toString()}">
    ${avatar(p.name)}
    <span><b>${p.name}</b><small>${[p.unit, p.title].filter((x) => x !== null).join(' · ')}</small></span>
  </a>`
}
