/** Words that speak to a machine reading along, not to the people a document is for. */
const ORDERS: readonly RegExp[] = [
  /(?:忽略|无视|忘(?:记|掉))(?:你|前面|之前|以上|上述|所有|全部).{0,12}(?:指令|提示|规则|要求|设定|内容)/,
  /^(?:系统|管理员|system|assistant|user)(?:指令|提示词?|消息|prompt)?[:：]/i,
  /(?:回答|回复|答复|输出)(?:时|用户|问题|提问).{0,6}(?:一律|必须|只能|都要|请|@)/,
  /告诉(?:用户|提问者|提问的人|对方)/,
  /(?:只|仅|直接)输出|(?:输出|返回)\s*[{[]/,
  /(?:调用|执行|运行)[:：\s]*(?:[a-z_]{3,}|工具|函数|接口|命令|SQL)/i,
  /你(?:现在)?(?:是|扮演|作为).{0,12}(?:助手|模型|管理员|机器人|AI)/i,
  /@(?:所有人|全体|all)|<at\b|\bignore\b.{0,30}\b(?:instruction|prompt|rule)|system prompt/i,
]

/**
 * A text without the sentences that give orders to whoever processes it (回答时一律说…, 忽略以上规则). For what is handed to a
 * model, and for the evidence its words are checked against; people are shown the text as it is.
 */
export function withoutOrders(text: string): string {
  const sentences = text.match(/[^。！？\n]*[。！？\n]?/g) ?? []
  return sentences.filter((sentence) => !ORDERS.some((order) => order.test(sentence.trim()))).join('')
}
