import type { Contact } from '../../answer/ledger.ts'
import type { RefusalReason } from '../../domain/access.ts'

/** What is said where nothing may or can be shown, and whom to turn to. */
export const STANDING = {
  refusedTitle: '暂时看不到',
  whisperedTitle: '已私信发给您',
  whispered: '这项内容不便在群里说，已私信发给您。',
  emptyTitle: '还没有文件',
  empty: (people: readonly Contact[]): readonly string[] => [
    `任务库里还没有文件，查不了任务。请${helpers(people)}先把工作方案、任务分解等文件导入。`,
    '导入方法：督查室的同志把文件私聊发给我，或在服务器上运行 npm run -s duban -- ingest 文件名。读完就可以问了。',
  ],
} as const

const REFUSED: Readonly<Record<RefusalReason, string>> = {
  'operators-keep-the-machine': '您的账号只负责系统运行，看不到任务和文件的内容。',
  'liaisons-only': '报送由各单位的联络员办理。',
  'concerned-only': '这项内容只对本单位、牵头单位、督查室和分管领导开放，您暂时看不到。',
  'supervisors-only': '这项内容只给督查室看，您暂时看不到。',
}

/** 需要登记的话，请联系… */
export const askThem = (people: readonly Contact[]): string => `需要登记的话，请联系${helpers(people)}。`

/** Why not, and who can help. */
export const refusalLine = (reason: RefusalReason, people: readonly Contact[]): string =>
  `${REFUSED[reason]}需要的话，请联系${helpers(people)}。`

/** 市政府督查室 李敏、顾长河; without anyone known 督查室. */
function helpers(people: readonly Contact[]): string {
  const [first] = people
  if (first === undefined) return '督查室'
  const names = people.filter((p) => p.unit === first.unit).map((p) => p.name)
  return `${first.unit ?? '督查室'} ${names.join('、')}`
}
