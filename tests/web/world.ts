import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Registry } from 'prom-client'
import type { ActionResult, ChatFlows } from '../../src/chat/deps.ts'
import type { ActionEvent, JoinEvent, MessageEvent } from '../../src/domain/chat.ts'
import type { Block } from '../../src/domain/message.ts'
import type { DocumentText, WebDeps, WebPerson } from '../../src/web/deps.ts'
import { createServer } from '../../src/web/server.ts'
import { createTalk } from '../../src/web/talk.ts'
import { EVERY_BLOCK, message, reply, rows } from '../cards/messages.ts'
import { memoryStore } from './memory-store.ts'

/** An invented city with a scripted bot: enough to show every page and every kind of block. */
export const PEOPLE: readonly WebPerson[] = [
  { account: 'zhou', name: '周敏', title: '科员', unit: '云川市经济和信息化局', roles: ['official'] },
  { account: 'hang', name: '张航', title: '综合科科长', unit: '云川市交通运输局', roles: ['liaison'] },
  { account: 'chen', name: '陈副市长', title: '副市长', unit: null, roles: ['leader'] },
  { account: 'li', name: '李敏', title: '督查一科科长', unit: '云川市政府督查室', roles: ['supervisor'] },
]

const TEXT = [
  '云川市2026年重点工作任务分解方案',
  '一、总体要求',
  '围绕全年目标，把任务分到单位、分到季度，<b>按季调度</b>。',
  '二、重点任务',
  '（一）建设智能工厂',
  '41. 新建智能工厂12家，技改投资增长15%。（牵头单位：市经信局）',
  '42. 开通低空商业航线10条以上。（牵头单位：市交通运输局）',
  '— 2 —',
  '三、工作要求',
  '每季度第1个月20日前报送进展。',
].join('\n\n')

const at = (words: string) => TEXT.indexOf(words)

const HEAD = { issuer: '云川市人民政府办公室', issuedOn: '2026-02-10', fileName: '任务分解.txt', tasks: 2 }
export const DOCUMENT: DocumentText = {
  ...HEAD,
  id: 5,
  title: '云川市2026年重点工作任务分解方案',
  number: '云政办〔2026〕5号',
  version: 2,
  replacedBy: null,
  text: TEXT,
  start: 0,
  end: TEXT.length,
  headings: [
    { heading: '一、总体要求', depth: 1, start: at('一、') },
    { heading: '二、重点任务', depth: 1, start: at('二、') },
    { heading: '（一）建设智能工厂', depth: 2, start: at('（一）') },
    { heading: '三、工作要求', depth: 1, start: at('三、') },
  ],
}
/** The second document of a file: its places do not begin at 0. */
const OLD: DocumentText = {
  ...DOCUMENT,
  id: 4,
  version: 1,
  replacedBy: 5,
  start: 1000,
  end: 1000 + TEXT.length,
  headings: [],
}

export interface World {
  readonly url: string
  readonly heard: MessageEvent[]
  readonly taps: ActionEvent[]
  readonly joined: JoinEvent[]
  readonly store: ReturnType<typeof memoryStore>
  readonly deps: WebDeps
  /** Resolves when the bot has nothing in hand. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface WorldOptions {
  readonly now?: () => Date
  readonly store?: ReturnType<typeof memoryStore>
  readonly over?: Partial<WebDeps>
  /** What the bot does with a message; by default it answers by the words. */
  readonly onMessage?: ChatFlows['message']
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const heard: MessageEvent[] = []
  const taps: ActionEvent[] = []
  const joined: JoinEvent[] = []
  const store = options.store ?? memoryStore()
  const now = options.now ?? (() => new Date('2026-11-21T01:30:00Z'))
  const talk = createTalk({ now, store })
  const working = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>) => {
    working.add(work)
    void work.finally(() => working.delete(work)).catch(() => {})
    return work
  }
  const say = options.onMessage ?? ((e: MessageEvent) => answer(e, talk.channel))
  const flows: WebDeps['flows'] = {
    message: (event) => {
      heard.push(event)
      return track(say(event))
    },
    action: async (event) => {
      taps.push(event)
      return act(event, talk.channel, track)
    },
    join: async (event) => {
      joined.push(event)
      await talk.channel.say(event.chat, { message: WELCOME, turn: null, page: 0 })
    },
  }
  const silent = () => {}
  const deps: WebDeps = {
    now,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    talk,
    flows,
    people: { list: async () => PEOPLE },
    documents: {
      list: async () => [DOCUMENT, OLD],
      find: async (id) => [DOCUMENT, OLD].find((d) => d.id === id) ?? null,
    },
    groups: [{ id: 'group:main', name: '云川市重点工作督办群' }],
    readiness: async () => [{ part: '数据库', ok: true, note: '正常' }],
    metrics: new Registry(),
    ...options.over,
  }
  const server = await listen(deps)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ heard, taps, joined, store, deps },
    settled: async () => void (await Promise.allSettled([...working])),
    close: () => new Promise((done) => server.close(() => done()) && server.closeAllConnections()),
  }
}

const listen = (deps: WebDeps): Promise<Server> =>
  new Promise((ready) => {
    const server: Server = createServer(deps).listen(0, '127.0.0.1', () => ready(server))
  })

const WELCOME = message([{ kind: 'text', text: '我是督办助手。想知道哪项任务，直接问。' }], {
  title: '您好，我是督办助手',
  subtitle: '查任务、查指标、报进展',
  sources: [],
  assumptions: [],
  suggestions: ['市经信局今年牵头哪些任务', '5G基站目标多少', '哪些逾期了'],
})

type Speak = Pick<WebDeps['talk']['channel'], 'reply' | 'tell'>

const LISTED = message([
  {
    kind: 'figures',
    figures: [
      { label: '正常', value: '7' },
      { label: '滞后', value: '3' },
      { label: '逾期', value: '1' },
    ],
  },
  { kind: 'rows', rows: rows(12), pageSize: 5 },
])

async function answer(event: MessageEvent, channel: Speak): Promise<void> {
  if (event.chat.type === 'group' && !event.mentioned) return
  if (event.text.includes('坏')) throw new Error('flow broke')
  if (event.text.includes('困难')) {
    const secret = message([{ kind: 'text', text: '困难只对本单位开放。' }], { title: '上报的困难' })
    await channel.tell(event.sender, reply(secret))
    return
  }
  const blocks: readonly Block[] = event.text.includes('全部')
    ? EVERY_BLOCK.filter((b) => b.kind !== 'rows')
    : []
  const words =
    blocks.length > 0
      ? message(blocks, { title: '各种样子', subtitle: '截至11月21日 09:30', tone: 'warn' })
      : LISTED
  await channel.reply(event, reply(words))
}

type Track = <T>(work: Promise<T>) => Promise<T>

function act(event: ActionEvent, channel: Speak, track: Track): ActionResult {
  const { action } = event
  const none = { toast: null, update: null, later: null }
  if (action.do === 'page')
    return { ...none, update: { message: LISTED, turn: action.turn, page: action.page } }
  if (action.do === 'rate') return { ...none, toast: { type: 'success', text: '谢谢您的反馈。' } }
  if (action.do !== 'ask') return none
  const asked = {
    ...event,
    kind: 'message',
    text: action.q,
    mentioned: true,
    repliesTo: null,
    form: 'text',
    files: [],
  } as const
  return {
    ...none,
    toast: { type: 'info', text: '正在查…' },
    later: () => track(answer(asked as MessageEvent, channel)),
  }
}
