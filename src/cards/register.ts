import type { Block, Message } from '../domain/message.ts'
import type { AdmitVerdict, Application, Leaver, OwnRole } from '../domain/registration.ts'

export const ROLE_NAMES: Readonly<Record<OwnRole, string>> = {
  liaison: '联络员',
  official: '工作人员',
  leader: '领导',
}

/** The form in which one says who one is. `name`: as the address book has it. */
export function registerForm(name: string): Message {
  const options = Object.entries(ROLE_NAMES).map(([value, words]) => ({ text: words, value }))
  const form: Block = {
    kind: 'form',
    name: 'register',
    fields: [
      { kind: 'input', name: 'name', label: '姓名', required: true, ...(name && { value: name }) },
      { kind: 'input', name: 'unit', label: '单位', required: true, hint: '如：市交通运输局' },
      { kind: 'input', name: 'title', label: '职务' },
      { kind: 'input', name: 'mobile', label: '手机号', hint: '11 位手机号' },
      { kind: 'select', name: 'role', label: '身份', options, value: 'liaison', required: true },
    ],
    submit: { text: '提交', style: 'primary', action: { do: 'register' } },
  }
  return say('登记身份', 'plain', [
    text('请填写下面几项，提交后由督查室确认。确认后我就能按您的单位回答和提醒。'),
    form,
  ])
}

export function registerReceived(application: Application): Message {
  return say('已提交登记', 'plain', [text(`${words(application)}。督查室确认后我会告诉您。`)])
}

export const registerInPrivate = (): Message =>
  say('请私聊登记', 'plain', [text('登记要填手机号，请在和我的私聊里发“登记”。')])

export const registerKnown = (name: string, unit: string | null): Message =>
  say('您已登记', 'good', [
    text(`您登记的是${name}${unit ? `（${unit}）` : ''}。要变更单位或身份，请联系督查室。`),
  ])

/** To every supervisor: who asks, and two buttons. */
export function registerAsked(id: number, application: Application): Message {
  const admit = (verdict: AdmitVerdict) => ({ do: 'admit', registration: id, verdict }) as const
  const buttons: Block = {
    kind: 'buttons',
    buttons: [
      { text: '同意', style: 'primary', action: admit('approved') },
      { text: '不同意', style: 'plain', action: admit('refused'), confirm: '确定不同意这项登记？' },
    ],
  }
  return say('有人申请登记身份', 'plain', [
    text(words(application)),
    text('请核对是否本人、是否该单位人员。'),
    buttons,
  ])
}

export function registerDecided(application: Application, verdict: AdmitVerdict, by: string): Message {
  const done = verdict === 'approved' ? '已同意' : '未同意'
  return say(`登记${done}`, verdict === 'approved' ? 'good' : 'warn', [
    text(words(application)),
    { kind: 'note', text: `${by || '督查室'}${done}` },
  ])
}

export function registerResult({ name, unit, role }: Application, verdict: AdmitVerdict): Message {
  if (verdict === 'refused')
    return say('登记没有通过', 'warn', [
      text('督查室没有同意这次登记。信息有误请重新发“登记”，有疑问请联系督查室。'),
    ])
  const next = role === 'liaison' ? '以后的报送提醒会直接发给您。' : '现在可以问“我们单位有哪些任务”了。'
  return {
    ...say('登记已通过', 'good', [text(`${name}，您已登记为${unit}的${ROLE_NAMES[role]}。${next}`)]),
    suggestions: ['我们单位有哪些任务'],
  }
}

/** To supervisors: someone left the organisation. */
export function personLeft({ name, unit, liaison }: Leaver): Message {
  const who = unit ? `${name}（${unit}）` : name
  const next = liaison ? '这个单位的报送暂时没有联络员，请指定新的联络员。' : '如有经办事项，请安排移交。'
  return say('人员离职', 'warn', [text(`${who}已离职或不在通讯录中，账号已停用。${next}`)])
}

export const REGISTER_TOASTS = {
  unit: '名录里对不上这个单位，请写全称，如：市交通运输局。',
  name: '请填写姓名。',
  mobile: '手机号应为 11 位。',
  open: '您已提交过，正在等督查室确认。',
  nobody: '还没有登记督查室人员，请联系管理员。',
  sent: '已提交，等督查室确认。',
  notAllowed: '这项登记由督查室确认。',
  gone: '这项登记已不存在。',
  off: '这里不办理登记。',
} as const

function words({ name, unit, title, mobile, role }: Application): string {
  const more = [title, mobile && `手机 ${mobile}`].filter(Boolean).join('，')
  return `${name}，${unit}，${ROLE_NAMES[role]}${more ? `（${more}）` : ''}`
}

function say(title: string, tone: Message['tone'], blocks: readonly Block[]): Message {
  return { title, tone, blocks, sources: [], assumptions: [], suggestions: [] }
}

function text(content: string): Block {
  return { kind: 'text', text: content }
}
