import type { ChatTone } from '../domain/query.ts'

const ORDERS: readonly RegExp[] = [
  /^(?:请|帮我|帮忙|给我|立即|马上|现在)*(?:删除|删掉|清空|移除).{0,10}(?:任务|记录|数据|文件|库|项)/,
  /(?:把|将).{0,14}(?:任务|记录|数据|文件|库|项)[^，。]{0,6}(?:删除|删掉|清空)/,
  /(?:权限|角色).{0,4}(?:改|设|调|升)(?:为|成|到)|(?:授予|给)我.{0,8}权限/,
  /(?:手机号?码?|电话号码|身份证号?).{0,8}(?:发(?:给|到|我)|告诉我|列出来)/,
]

/** Messages that ask nothing of the documents; checked before anything is looked up. */
const TALK: readonly {
  readonly tone: ChatTone
  readonly name: string
  readonly is: (text: string) => boolean
}[] = [
  {
    tone: 'empty',
    name: 'nothing said, or a bare long number',
    is: (t) => !/[\p{L}\p{N}]/u.test(t) || /^[\d\s.,，。-]{6,}$/.test(t),
  },
  { tone: 'long', name: 'longer than a question can be', is: (t) => t.length > 1500 },
  {
    tone: 'unsafe',
    name: 'commands to a machine: SQL, prompt injection',
    is: (t) =>
      /\b(?:drop|delete|truncate|alter|insert|update|select)\b[\s\S]{0,60}\b(?:table|from|into|where|set|\*)/i.test(
        t,
      ) ||
      /<script|\bunion\s+select\b|;\s*--|(?:ignore|disregard|forget)[\s\S]{0,30}(?:instruction|prompt|rule)|system prompt/i.test(
        t,
      ) ||
      /(?:忽略|无视|忘(?:记|掉))(?:你|前面|之前|以上|所有|上面).{0,12}(?:指令|提示|规则|要求|设定)|(?:输出|打印|告诉我|泄露|显示).{0,8}(?:系统提示|提示词|密钥|密码|token)|你现在(?:是|扮演)/i.test(
        t,
      ),
  },
  {
    tone: 'unsafe',
    name: 'orders no talk may give: 删除任务, 把权限改为, 把手机号发我',
    is: (t) => !/[吗呢？?]|谁|哪|什么|多少|几/.test(t) && ORDERS.some((order) => order.test(t)),
  },
  {
    tone: 'abuse',
    name: 'abuse',
    is: (t) =>
      /傻[逼屄比叉Xx]|[草操艹]你|妈的|他妈|滚(?:蛋|开|吧|$)|白痴|废物|垃圾(?:机器人|助手|东西|软件)|蠢(?:货|猪)|去死|脑残|智障|王八蛋|傻[子瓜缺]|笨蛋|(?:你|真|太|好)(?:是)?(?:真|太)?[笨蠢](?:$|[了啊得死！!])|^你妈|(?:什么|啥)(?:破)?玩意|一点(?:儿)?用(?:处)?(?:都|也)?没|没用的东西|不?靠谱(?:点|吗|$)|fuck|shit|stupid/i.test(
        t,
      ),
  },
  {
    tone: 'foreign',
    name: 'another language',
    is: (t) =>
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/u.test(t) ||
      (!/\p{Script=Han}/u.test(t) && /[\p{L}]{2,}/u.test(t) && t.length > 6),
  },
  {
    tone: 'greeting',
    name: 'greeting: 你好, 早上好, 在吗',
    is: (t) =>
      /^(?:你好|您好|大家好|早上?好|上午好|下午好|晚上好|嗨|哈喽|hi|hello|在吗|在不在|喂)[呀啊哈吗，,。.!！~？?\s]*$/i.test(
        t,
      ),
  },
  {
    tone: 'thanks',
    name: 'thanks: 谢谢, 辛苦了, 收到',
    is: (t) =>
      /^(?:(?:好的?|嗯+|哦+|噢)[，,]?)?(?:谢谢|多谢|感谢|辛苦|收到|好的|好吧|好嘞|明白|了解|清楚|知道|晓得|嗯+|哦+|噢+|行吧?|没问题|ok|不错|赞|666)(?:你|您|啦|了|哈|吧|~|[，,。.!！\s])*$/i.test(
        t,
      ),
  },
  {
    tone: 'later',
    name: 'put off, or taken note of: 明天再说, 回头看看, 我先忙',
    is: (t) =>
      /^(?:(?:那|我|先|就)*(?:明天|后天|下午|晚上|回头|改天|等会儿?|待会儿?|晚点|过会儿?|有空|下次|以后)(?:再|来|就)?(?:说|看|聊|弄|来|问|看看|说吧)|(?:我)?(?:再|先|随便)看看|(?:我)?先忙(?:了|着)?|先这样|就这样|没事了?|不用了|没什么了?|再见|拜拜)[吧了啊哈，,。.!！~\s]*$/.test(
        t,
      ),
  },
  {
    tone: 'other',
    name: 'talk that is not our business: 天气, 股票, 讲个笑话',
    is: (t) =>
      /天气|笑话|写(?:首|一首)诗|唱(?:首|个)歌|股票|彩票|星座|吃什么|点外卖|几点了|今天(?:几号|星期几)|你(?:多大|叫什么|结婚|几岁)/.test(
        t,
      ),
  },
]

/** Three lines of two cells and more: pasted out of a sheet. */
export const isPastedTable = (text: string): boolean =>
  text.split('\n').filter((line) => /\S[ ]*(?:\t|\|)[ ]*\S/.test(line)).length >= 3

export function smallTalk(text: string): { readonly tone: ChatTone; readonly rule: string } | null {
  const found = TALK.find((talk) => talk.is(text))
  return found === undefined ? null : { tone: found.tone, rule: `talk: ${found.name}` }
}
