import type { ActOrder } from '../../domain/order.ts'

export interface ActRule {
  readonly do: ActOrder['do']
  /** The phrases it reads. */
  readonly name: string
  readonly pattern: RegExp
  readonly unless?: RegExp
}

/** What a supervisor does to tasks and units. Tried in order. */
export const ACTS: readonly ActRule[] = [
  {
    do: 'reopen',
    name: 'opened again: 重新打开第52项, 恢复督办, 撤销销号',
    pattern: /重新?(?:打开|启用|督办|激活)|恢复(?:督办|办理|跟踪|报送)|(?:撤销|取消|撤回)销号|重开|再打开/,
    unless: /表单|卡片|链接/,
  },
  {
    do: 'return',
    name: 'returned: 退回第52项，数据没有佐证; 打回重报',
    pattern: /退回|打回|驳回|退(?:给|还)(?!我)|(?:审核)?不(?:予)?通过|重报一?下?$/,
    unless: /退回来|为什么|被退回|为何|谁退|几次/,
  },
  {
    do: 'close',
    name: 'closed: 第52项销号, 把57项办结',
    pattern: /销号|办结|结项/,
    unless: /未(?:销号|办结)|没(?:有)?(?:销号|办结)|条件|标准|什么时候|销号率|能不能|是否|哪些|多少/,
  },
  {
    do: 'press',
    name: 'pressed: 催一下, 催办这4家, 督促没报的, 提醒市水务局抓紧报',
    pattern:
      /催(?:办|报|促|交|一催|一下|下)?|督促|(?:提醒|敦促)(?:一?下)?(?!我|一?声我)|(?:发|下)(?:一?个|一?份)?催办/,
    unless:
      /(?:别|不要|不用|莫|不必|停止)(?:再)?(?:催|提醒)|催(?:我|得|过|了(?!吧|一下|$)|什么)|催办(?:了|情况|记录|函)|几次|谁催|怎么催|每[天周月]|提醒(?:我|规则|时间)/,
  },
  {
    do: 'confirm',
    name: 'confirmed: 确认第52项, 52项审核通过, 市经信局报的同意',
    pattern:
      /^(?:请)?(?:审核)?(?:确认|同意|认可|采纳)|(?:审核|审批|予以)?通过(?:了|吧)?$|(?:予以|全部)确认|(?:没问题|可以)[，]?(?:确认|通过)|确认(?:了|吧)?$/,
    unless: /确认(?:一下)?(?:是|有没有|多少|吗)|是否|请确认|能否|通过(?:率|验收|评审)|未通过|没通过/,
  },
]

const REASON = /(?:理由|原因)(?:是|为)?[：，]?|因为|由于|，|。|；|：/

/** The words after the act that give its reason: 退回第52项，数据没有佐证. null: none. */
export function reasonIn(text: string, act: RegExp): string | null {
  const at = act.exec(text)
  if (at === null) return null
  const rest = text.slice(at.index + at[0].length)
  const cut = REASON.exec(rest)
  const behind = cut === null ? '' : rest.slice(cut.index + cut[0].length)
  const before = /^(?<why>[^，。；]{4,40})，(?:请|先|予以)?$/.exec(text.slice(0, at.index))?.groups?.why ?? ''
  const reason = tidy(behind) || tidy(before)
  return reason === '' ? null : reason
}

const tidy = (words: string): string =>
  words.replace(/^(?:理由|原因)(?:是|为)?[：，]?|^因为|^由于|^[，。；：]+|[，。；！]+$/g, '').trim()
