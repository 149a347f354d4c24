/** What a person answers to the confirmation card in words, where it is no change of it. */
export type DraftReply = 'confirm' | 'cancel'

const CONFIRM =
  /^(?:(?:对的?|是的?|嗯+|好(?:的|了|嘞)?|行|可以|没错|没问题|无误|正确|ok|OK|确认(?:报送|无误|提交)?|提交|报送?吧?|就(?:这样|这么)(?:报|写)?|报上去|发出去|准确|属实|没毛病|同意)(?:吧|了|啦|哈|啊|呀)?[，。！～ ]*)+$/
const CANCEL =
  /^(?:算了|不报了|先不报了?|取消(?:吧|了|报送)?|都?不要了|撤回|作废|全部?(?:撤回|取消|作废)|放弃|重(?:新)?(?:来|报|填)(?:吧)?|都?不对)[，。！吧了 ]*$/
/** What was sent a moment ago, and the taking back of it: 撤回刚才报的, 请把前面那条删了. */
const THAT = '(?:刚才|刚刚|前面|上面)?[那这]?[条个些次]?[报发填说写]?的?'
const WITHDRAWN = new RegExp(
  `^(?:请|麻烦|帮我|先|把)*${THAT}(?:都|全部?|先)?(?:撤[回销掉了]|作废|不算|取消|删[掉了]|收回)${THAT}[吧了哈，。！]*$`,
)

/** 确认, 对的，没问题 → confirm; 算了, 先不报了 → cancel; null: a change, or something else altogether. */
export function draftReply(said: string): DraftReply | null {
  const text = said.trim().replace(/[!]/g, '！').replace(/[,]/g, '，')
  if (CANCEL.test(text) || WITHDRAWN.test(text)) return 'cancel'
  return CONFIRM.test(text) ? 'confirm' : null
}
