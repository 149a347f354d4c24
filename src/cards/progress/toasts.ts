/** What is said beside a tap. */
export const TOASTS = {
  written: '已报送。',
  dropped: '好，不报了。',
  undone: '好，不办了。',
  saved: '已记下，还没有写入。',
  newer: '内容有更新，请再核对一遍。',
  open: '还有数要您先确认。',
  gone: '这张卡片已经失效，请重新发给我。',
  notYours: '这张卡片是别人的，请用您自己的。',
  owesNothing: '目前没有要报的任务。',
  reason: '请写明原因。',
  day: '请选一个日子。',
  unread: '没看懂，请照样子写。',
  person: '请选接手的人。',
  done: '已办。',
  attached: '已附上。',
} as const
