import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerQuery } from '../../src/answer/answer.ts'
import { messageText } from '../../src/cards/text.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { ROLES, type Role, STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { addPerson } from '../../src/store/people.ts'
import { createTurns } from '../../src/store/turns.ts'
import { type Asking, openAsking } from './ask.ts'

/** Every kind of Query, asked by every role in both kinds of chat: what is shown, whispered, refused. */
let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
  const [office] = await asking.db.query<{ id: number }>(
    `insert into unit (name, short, kind) values ('云川市人民政府督查室', '市政府督查室', 'office') returning id`,
  )
  await addPerson(asking.db, {
    name: '李敏',
    title: '科长',
    unitId: office?.id ?? null,
    roles: ['supervisor'],
    oversees: [],
  })
  await remember('量子飞船要造几艘')
}, 60_000)
afterAll(() => asking.close())

async function remember(text: string): Promise<void> {
  const answer = await asking.ask(text)
  const chat = { channel: 'web', id: 'private:x', type: 'private', thread: null } as const
  const askedAt = new Date('2026-11-20T02:00:00Z')
  const turn = { chat, account: 'x', personId: null, text, answer, askedAt, key: `message:${text}` }
  await createTurns(asking.db).add(turn)
}

const low = { filter: { topics: ['低空商业航线'] } }

const CONTENT = {
  tasks: { kind: 'tasks', ...low },
  count: { kind: 'count', of: 'tasks', ...low },
  lead: { kind: 'lead', roles: [], ...low },
  detail: { kind: 'detail', of: 'names', filter: { topics: ['充电桩'] } },
  metric: { kind: 'metric', ...low },
  deadline: { kind: 'deadline', filter: { topics: ['候车亭'] } },
  stage: { kind: 'stage' },
  duty: { kind: 'duty' },
  people: { kind: 'people' },
  progress: { kind: 'progress', ...low },
  compare: { kind: 'compare', of: 'documents', ...low },
  report: { kind: 'report', report: 'monthly', period: null, ...low },
  passages: { kind: 'passages', text: '低空商业航线' },
  clarify: { kind: 'clarify', about: '您指哪份文件？', choices: ['云政办〔2026〕5号'] },
  several: {
    kind: 'several',
    queries: [
      { kind: 'tasks', ...low },
      { kind: 'lead', roles: [], ...low },
    ],
  },
  staff: { kind: 'staff', of: 'liaison', unit: { ids: [1], name: '市经信局', said: null } },
} as const satisfies Partial<Record<Query['kind'], Query>>

const HARMLESS = {
  help: { kind: 'help' },
  chat: { kind: 'chat', tone: 'greeting' },
} as const satisfies Partial<Record<Query['kind'], Query>>

const KEPT = {
  feedback: { kind: 'feedback', about: 'unanswered' },
} as const satisfies Partial<Record<Query['kind'], Query>>

/** A new kind of Query does not compile until it stands in one of the three. */
const EVERY: Record<Query['kind'], Query> = { ...CONTENT, ...HARMLESS, ...KEPT }

const viewer = (...roles: readonly Role[]): Viewer => ({ ...STRANGER, roles })

async function shown(query: Query, roles: readonly Role[], chat: 'group' | 'private') {
  const context = { viewer: viewer(...roles), chat, history: [], today: '2026-11-22' } as const
  const heard = { query, assumptions: ['按某文件回答'], trace: [] }
  const answer = await answerQuery(heard, context, {
    deps: asking.deps,
    lexicon: await asking.deps.lexicon(),
  })
  return { answer, verdict: verdictOf(answer) }
}

function verdictOf(answer: Answer): string {
  if (answer.trace.includes('refused')) return 'refused'
  return answer.privately === undefined ? 'shown' : 'whispered'
}

const CHATS = ['private', 'group'] as const
const asked = Object.keys(EVERY) as Query['kind'][]

describe.each(ROLES)('%s', (role) => {
  const content = role === 'operator' ? 'refused' : 'shown'
  const kept = {
    private: role === 'supervisor' ? 'shown' : 'refused',
    group: role === 'supervisor' ? 'whispered' : 'refused',
  }

  test.each(asked.flatMap((kind) => CHATS.map((chat) => [kind, chat] as const)))(
    '%s, %s',
    async (kind, chat) => {
      const expected = kind in HARMLESS ? 'shown' : kind in KEPT ? kept[chat] : content
      const { answer, verdict } = await shown(EVERY[kind], [role], chat)
      expect(verdict).toBe(expected)
      if (verdict !== 'refused') return
      const text = messageText(answer.message)
      expect(text).toContain('市政府督查室 李敏')
      expect([answer.tasks, answer.citations, answer.message.assumptions]).toEqual([[], [], []])
      expect(text).not.toMatch(/低空|候车亭|量子飞船|云政办/)
    },
  )
})

test('in a group the whispered part is named and not told; the asker is told it', async () => {
  const { answer } = await shown(KEPT.feedback, ['supervisor'], 'group')
  expect(messageText(answer.message)).not.toContain('量子飞船')
  expect(messageText(answer.message)).toContain('已私信发给您')
  expect(answer.privately && messageText(answer.privately)).toContain('量子飞船要造几艘')
})

test('of two questions the open one is answered in the group, the other in private', async () => {
  const both: Query = { kind: 'several', queries: [CONTENT.tasks, KEPT.feedback] }
  const { answer } = await shown(both, ['supervisor'], 'group')
  expect(messageText(answer.message)).toContain('低空商业航线')
  expect(messageText(answer.message)).not.toContain('量子飞船')
  expect(answer.tasks.map((t) => t.no)).toEqual([2])
  expect(answer.privately && messageText(answer.privately)).not.toContain('低空商业航线')
})

test('who has several roles may what any of them may', async () => {
  expect((await shown(CONTENT.tasks, ['operator', 'official'], 'private')).verdict).toBe('shown')
  expect((await shown(KEPT.feedback, ['liaison', 'supervisor'], 'private')).verdict).toBe('shown')
})
