import type { Block, Button, Field, Message } from '../../domain/message.ts'
import type { CopyStanding, Publication } from '../../domain/publication.ts'
import type { Report } from '../../domain/report.ts'
import { reportMessage } from '../report/report-message.ts'

export interface Target {
  readonly text: string
  readonly value: string
}

/** Whom a bulletin can go to at once. */
export const PEOPLE: readonly Target[] = [
  { text: '不发给个人', value: 'none' },
  { text: '有任务的牵头单位联络员', value: 'leads' },
  { text: '全体联络员', value: 'liaisons' },
  { text: '全体联络员和领导', value: 'all' },
]

export interface Drafted {
  readonly publication: Publication
  readonly lead: string
  readonly groups: readonly Target[]
}

/** The bulletin as it will be, with forms to change it and to send it. */
export function draftMessage({ publication, lead, groups }: Drafted): Message {
  const { id, report, wish } = publication
  const shown = reportMessage(report)
  const note = '这是草稿，只有您能看到；只用已审核的进展。群里发的是群内版（不含困难和需协调事项）。'
  return {
    ...shown,
    title: `通报草稿：${report.title}`,
    blocks: [
      { kind: 'note', text: note },
      { kind: 'form', name: `edit${id}`, fields: editFields(report, lead, wish.named), submit: SAVE(id) },
      { kind: 'form', name: `send${id}`, fields: sendFields(groups), submit: PUBLISH(id, report.title) },
      ...shown.blocks,
    ],
  }
}

const SAVE = (publication: number): Button => ({
  text: '保存并预览',
  action: { do: 'saveBulletin', publication },
})

/** The title as it was saved: what was typed above and not saved would not go out. */
const PUBLISH = (publication: number, title: string): Button => ({
  text: '发布',
  style: 'primary',
  confirm: `将以“${title}”为题发布（上面改了还没保存的不算）。发布后内容固定、编号生效，立即发出。确定吗？`,
  action: { do: 'publishBulletin', publication },
})

const editFields = (report: Report, lead: string, named: boolean): readonly Field[] => [
  { kind: 'input', name: 'title', label: '标题', value: report.title, required: true },
  { kind: 'input', name: 'lead', label: '开头一段', value: lead, lines: 5, required: true },
  {
    kind: 'select',
    name: 'named',
    label: '滞后和未报单位',
    options: [
      { text: '不点名', value: 'no' },
      { text: '点名', value: 'yes' },
    ],
    value: named ? 'yes' : 'no',
  },
]

const sendFields = (groups: readonly Target[]): readonly Field[] => [
  {
    kind: 'select',
    name: 'group',
    label: '发到群',
    options: [{ text: '不发到群', value: 'none' }, ...groups],
    value: 'none',
  },
  { kind: 'select', name: 'people', label: '发给', options: PEOPLE, value: 'none' },
  { kind: 'input', name: 'names', label: '另发给（姓名，用顿号分开）', hint: '如 李敏、顾长河' },
]

/** What everybody who gets it sees: its head and first words, and a button that opens the whole. */
export function copyMessage({ id, number }: Publication, report: Report): Message {
  const { blocks, ...shown } = reportMessage(report)
  const first = blocks.findIndex((block) => block.kind === 'text')
  return {
    ...shown,
    title: `${number ?? ''} ${report.title}`.trim(),
    blocks: first === -1 ? [] : blocks.slice(0, first + 1),
    sources: [],
    buttons: [
      { text: '打开全文', style: 'primary', action: { do: 'openBulletin', publication: id, form: 'card' } },
      { text: 'Word 文档', action: { do: 'openBulletin', publication: id, form: 'docx' } },
    ],
  }
}

/** The whole, opened. */
export const openedMessage = ({ number }: Publication, report: Report): Message => {
  const shown = reportMessage(report)
  return { ...shown, title: `${number ?? ''} ${report.title}`.trim() }
}

/** In place of a copy of what was withdrawn. */
export const withdrawnMessage = ({ number, reason }: Publication, title: string): Message => ({
  title: `${number ?? ''} 已撤回`.trim(),
  tone: 'warn',
  blocks: [{ kind: 'text', text: `《${title}》已由督查室撤回${reason ? `：${reason}` : ''}。请勿引用。` }],
  sources: [],
  assumptions: [],
  suggestions: [],
})

export interface Spread {
  readonly publication: Publication
  readonly copies: readonly CopyStanding[]
  /** Accounts that tapped 打开全文; a group counts by its members who did. */
  readonly openings: number
  readonly at: string
}

/** 共发60份，平台已接收58份，未送达2份；31人点开过全文. Nothing is guessed: opened means tapped. */
export function spreadMessage({ publication, copies, openings, at }: Spread): Message {
  const { id, number, report, state, reason } = publication
  const sorts = sortsOf(copies, state)
  const accepted = copies.filter((copy) => copy.messageId !== null).length
  const rest = sorts.filter(([name, list]) => !ACCEPTED.includes(name) && list.length > 0)
  const parts = [
    `共发${copies.length}份，平台已接收${accepted}份`,
    ...rest.map(([name, list]) => `${name}${list.length}份`),
    `${openings}人点开过全文`,
  ]
  const gone: readonly Block[] =
    state === 'withdrawn' ? [{ kind: 'note', text: `已撤回${reason ? `：${reason}` : ''}` }] : []
  return {
    title: `${number ?? ''} ${state === 'withdrawn' ? '已撤回' : '已发布'}`.trim(),
    subtitle: report.title,
    tone: state === 'withdrawn' ? 'warn' : 'good',
    blocks: [
      ...gone,
      { kind: 'text', text: `${parts.join('，')}（${at}）。` },
      ...sorts.flatMap(([name, list]) => namesBlock(name, list)),
      ...(state === 'published' ? [withdrawForm(id)] : []),
    ],
    sources: [],
    assumptions: [],
    suggestions: [],
    buttons: [{ text: '刷新', action: { do: 'bulletin', publication: id } }],
  }
}

/** Of what the outbox no longer knows. */
const UNSENT: Readonly<Record<Publication['state'], string>> = {
  draft: '',
  published: '发送记录已过期',
  withdrawn: '撤回前没有发出',
}

const ACCEPTED: readonly string[] = ['群里已收到', '已点开', '收到未点开']

type Sort = readonly [name: string, copies: readonly CopyStanding[]]

/** Each copy in one sort. Of a group it is not known who of it looked. */
function sortsOf(copies: readonly CopyStanding[], state: Publication['state']): readonly Sort[] {
  const sortOf = ({ messageId, dead, unknown, opened, address }: CopyStanding): string => {
    if (unknown) return UNSENT[state]
    if (dead) return '未送达'
    if (messageId === null) return '正在发送'
    if (address.kind !== 'person') return '群里已收到'
    return opened ? '已点开' : '收到未点开'
  }
  return [...Map.groupBy(copies, sortOf)]
}

const MOST_NAMES = 80

function namesBlock(name: string, copies: readonly CopyStanding[]): readonly Block[] {
  const names = [...new Set(copies.map((copy) => copy.name))]
  const shown = names.slice(0, MOST_NAMES).join('、')
  const more = names.length > MOST_NAMES ? `等${names.length}个` : ''
  return [{ kind: 'text', text: `**${name}**（${copies.length}）：${shown}${more}` }]
}

const withdrawForm = (publication: number): Block => ({
  kind: 'form',
  name: `withdraw${publication}`,
  fields: [{ kind: 'input', name: 'reason', label: '撤回原因', required: true }],
  submit: {
    text: '撤回',
    style: 'danger',
    confirm: '撤回后，已发出的卡片会改为“已撤回”。确定撤回吗？',
    action: { do: 'withdrawBulletin', publication },
  },
})
