import type { ChatTone } from '../../domain/query.ts'

/** What is said where nothing of the work was asked. */
export const TALK: Readonly<Record<ChatTone, string>> = {
  greeting: '您好，我是督办助手。要查任务、牵头单位、指标、时限或报送要求，直接问我就行。',
  thanks: '不客气，有需要随时问我。',
  later: '好的，什么时候都可以来问，要报的也可以直接发我。',
  abuse: '抱歉没能帮上忙。您可以换个说法告诉我要查什么任务或指标，我再查一遍。',
  foreign: '我只会用中文回答工作任务方面的问题，请用中文再问一次。',
  empty: '没有看到文字内容。请告诉我要查的任务、单位或指标。',
  long: '内容太长了，我看不过来。请用一两句话说明要查什么。',
  table: '这像是一张表，我还不能在聊天里读表。要收进任务库请联系督查室导入；要查其中哪一项，请用一句话问我。',
  unsafe: '这类指令我不能执行。我只回答文件里的任务、单位、指标和时限，请直接说要查什么。',
  other: '这个我帮不上忙。我只回答已入库文件里的任务、单位、指标和时限。',
}
