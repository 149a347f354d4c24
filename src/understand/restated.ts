import { intentOf } from './intents.ts'

/** 六千亿，不对，五千八百亿是哪条说的: taken back before the sentence goes on; 这数不对吧 asks. */
const TAKEN_BACK =
  /^.{1,24}?[，,。.…—～~、\s]*(?:哦|噢|呃|啊|哎)?[，,]?(?:不对|(?:我)?(?:说|打|写|记|输)错了?|错了)(?:[，,。！!：:、\s]+|了[，,]?|(?=[\d一二三四五六七八九十]|是))(?:应该|其实)?(?:我(?:是)?(?:说|问)的?(?:是)?|改成|换成|(?<=应该|其实)是)?(?<meant>.{4,})$/

/** What is asked in the end, where the first words are taken back; the text itself where they are not. */
export function restated(text: string): string {
  const meant = TAKEN_BACK.exec(text)?.groups?.meant
  return meant !== undefined && intentOf(meant) !== null ? meant : text
}
