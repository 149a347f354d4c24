import type { Message } from '../../domain/message.ts'
import { note } from './say.ts'

/** The card of a draft nobody answered, once more. */
export const forgottenCard = (face: Message): Message => ({
  ...face,
  title: '还有一份没有确认',
  blocks: [note('刚才这份还没有写入。要报就点确认，不用报就点“不报了”，之后不再提醒。'), ...face.blocks],
})
