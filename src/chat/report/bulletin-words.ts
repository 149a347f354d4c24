import type { Question } from '../deps.ts'
import { mayPublish } from './bulletin.ts'
import { spreadReply } from './bulletin-doers.ts'
import type { ReportTurn } from './turn.ts'

/** 通报发给了谁, 通报谁看了, 谁收到了通报, 撤回通报, 通报送达情况. A question of documents (通报多久一次) is none. */
const OF_LAST =
  /通报(?:都)?(?:发给|发到)了?(?:谁|哪)|通报(?:有)?(?:谁|哪些人|多少人|几个人)(?:看|收到|打开|点开)|(?:谁|哪些人|多少人|几个人)(?:看|收到|打开|点开)(?:过|了)?[^，。]{0,6}通报|通报(?:的)?(?:送达|阅读|接收|打开)情况|撤回(?:这份|刚才的?|上一?份|最近的?)?[^，。]{0,6}通报|通报(?:要|得|给我)?撤回/

/** A supervisor's words about what was published last: who got it, who opened it, and the button that withdraws it. */
export async function onBulletinWords(text: string, { event }: Question, at: ReportTurn): Promise<boolean> {
  if (!OF_LAST.test(text) || event.chat.type === 'group' || !mayPublish(at.viewer)) return false
  const last = await at.r.publications.latest()
  if (last === null) return false
  await at.deps.channel.reply(event, await spreadReply(last, at))
  return true
}
