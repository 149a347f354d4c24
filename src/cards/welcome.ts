import type { Chat } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import type { Role, Viewer } from '../domain/person.ts'

/** How one begins: what to say to the bot, and first questions as buttons. */
interface Start {
  readonly how: string
  readonly ask: readonly string[]
}

const ASK = ['年底前到期的任务有哪些', '哪些任务没有写牵头单位', '帮助']
const PLAIN = '直接把问题发给我就行，一句话说清哪个单位、哪件事。'

const IN_GROUP: Start = { how: '在群里 **@我** 再写问题就行；不 @ 我，我不会插话。', ask: ASK }
const STRANGER: Start = {
  how: `${PLAIN}第一次用请发“登记”，以后我就按您的单位回答和提醒。`,
  ask: ASK,
}

/** Of several roles the first counts. */
const STARTS: readonly (readonly [Role, (unit: string) => Start])[] = [
  [
    'supervisor',
    () => ({
      how: '问“还有谁没报”“待审核”，说“催办市水务局”“第12项销号”就能办，办之前都先给您核对。文件直接发给我，就读进任务库。',
      ask: ['还有谁没报', '待审核', '帮助'],
    }),
  ],
  [
    'leader',
    () => ({
      how: '问一件事或一个单位的进展就行；要材料说“给我一页纸”，要定时看说“每月1号早上发我月调度”。',
      ask: ['有哪些滞后的任务', '给我一页纸', '帮助'],
    }),
  ],
  [
    'liaison',
    (unit) => ({
      how: `您是${unit}的联络员。到了报送期，我把要报的任务合成一张卡片发给您，回一句话就能报，例如“第3项完成12家，年底前能完成”；给您核对、您确认了才写入。`,
      ask: ['今天有什么要报的', '我们单位牵头哪些任务', '帮助'],
    }),
  ],
]

/** Said once, when the bot joins a group or a private chat is first opened. */
export function welcome(type: Chat['type'], viewer: Viewer): Message {
  const { how, ask } = type === 'group' ? IN_GROUP : startOf(viewer)
  const words = [
    '我读过入库的工作方案、任务分解和指标表。**能查**：哪个单位牵头哪些任务、某一项谁负责、目标数和各区分解、时限、报送要求、领导小组名单和原文。',
    how,
    '每个数都附出处，点“原文”就能看到那一句。文件里没有写的，我会直说没有，不猜。',
  ]
  return {
    title: '您好，我是督办助手',
    tone: 'plain',
    blocks: words.map((text) => ({ kind: 'text', text })),
    sources: [],
    assumptions: [],
    suggestions: ask,
  }
}

function startOf({ personId, roles, unit }: Viewer): Start {
  if (personId === null) return STRANGER
  const start = STARTS.find(([role]) => roles.includes(role))?.[1]
  return start?.(unit ?? '贵单位') ?? { how: PLAIN, ask: ASK }
}
