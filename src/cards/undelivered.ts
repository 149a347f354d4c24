import type { Address, SendFailure, SendRecord } from '../domain/send.ts'

/** Why a message did not arrive and what to do, by the platform's code where that says more than its kind. */
const BY_CODE: Readonly<Record<number, string>> = {
  230002: '机器人已不在这个群里，请重新拉入群后再发',
  230011: '对方已撤回原消息，不用再发',
  230110: '原消息已删除，不用再发',
  230013: '对方不在应用可用范围内（或已离职），请管理员在开放平台调整可用范围',
  230029: '对方已离职，请更换联络员',
  230053: '对方停用了机器人，请当面或电话联系',
  232009: '这个群已解散',
  230018: '群主设置了禁止机器人发言',
  230035: '机器人在群里被禁言',
  230022: '内容被平台判为敏感，请改写后另发',
  230028: '内容触发了单位的防泄密规则，请改写后另发',
  230006: '应用没有开启机器人能力，请管理员开启',
  99991672: '应用缺少发消息的权限，请管理员开通并发布新版本',
  99991401: '本机地址不在平台白名单里，请管理员添加',
  99991403: '本月调用额度已用完，请管理员扩容',
  41050: '对方不在应用的通讯录范围内，请管理员调整',
}

const BY_VERDICT: Readonly<Record<string, string>> = {
  unsure: '发出后没有等到平台回执，可能已经送达，请先向对方核实',
  gone: '对方或会话已不可用，请核实后再发',
  admin: '缺少权限或设置，请管理员处理后再发',
  wait: '平台一直没有接收，已停止自动重发',
  expired: '原卡片超过 14 天，不能再更新',
  bug: '平台没有接受这条消息的内容，请联系维护人员',
}

function undeliveredReason({ code, verdict }: Pick<SendFailure, 'code' | 'verdict'>): string {
  const words = BY_CODE[code] ?? BY_VERDICT[verdict] ?? '平台没有接受'
  return code === 0 ? words : `${words}（代码 ${code}）`
}

/** One line a message: to whom, how often tried, why it failed. */
export function undeliveredLine(record: SendRecord): string {
  const why = record.failure === null ? '' : undeliveredReason(record.failure)
  return `${record.key}\t${addressWords(record.to)}\t试过 ${record.tries} 次\t${why}`
}

function addressWords(to: Address): string {
  if (to.kind === 'person') return `发给个人 ${to.account}`
  return to.kind === 'chat' ? `发到群 ${to.chat}` : `回复 ${to.chat} 里的消息`
}
