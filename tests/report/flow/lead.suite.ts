import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noModel, type Wording } from '../../../src/llm/model.ts'
import { findUnsupported } from '../../../src/text/evidence/check.ts'
import { findUngrounded } from '../../../src/text/evidence/grounded.ts'
import { reportQuarter } from './quarter.ts'
import { type Desk, openDesk, personAt } from './stage.ts'

describe('first paragraphs', () => {
  /** A model whose words pass the gate that `createModel` puts before every one of them. */
  const say = { text: null as string | null, asked: [] as Wording[] }
  const model = {
    ...noModel,
    name: 'scripted',
    word: async (asked: Wording) => {
      say.asked.push(asked)
      if (say.text === null) return null
      const faults = [
        ...findUnsupported(say.text, { evidence: asked.facts, year: 2026 }),
        ...findUngrounded(say.text, asked.facts),
      ]
      return faults.length === 0 ? say.text : null
    },
  }

  let desk: Desk
  let flows: Awaited<ReturnType<Desk['start']>>['flows']
  const bulletin = async (): Promise<string> =>
    (await personAt(desk, '李敏', flows).say('给我一份三季度通报')).at(-1)?.text ?? ''

  beforeAll(async () => {
    desk = await openDesk(model)
    await reportQuarter(desk.db)
    flows = (await desk.start()).flows
  })
  afterAll(() => desk.close())

  describe('the first paragraph', () => {
    test('by a model from the same facts, marked as such', async () => {
      say.text = '纳入督办的任务共6项，已完成1项，达到序时进度1项。'
      const text = await bulletin()
      expect(text).toContain(say.text)
      expect(text).toMatch(/机器起草|大模型/)
      expect(say.asked[0]?.facts.join()).toContain('关于2026年第三季度重点任务办理情况的通报')
    })

    test.each(['已完成60项，成效显著。', '市应急局已全部完成任务，受到表扬。'])(
      'a word that no row says is not sent: %s',
      async (words) => {
        say.text = words
        const text = await bulletin()
        expect(text).not.toContain(words)
        expect(text).toContain('纳入督办的任务共6项')
        expect(text).not.toMatch(/机器起草/)
      },
    )

    test('a silent model changes nothing', async () => {
      say.text = null
      expect(await bulletin()).toContain('纳入督办的任务共6项')
    })
  })
})
