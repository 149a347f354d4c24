import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asking, openAsking } from './ask.ts'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

/** Numbers that name a place in a document, a day, or how many entries follow: they are the answer's own, not a claim. */
const BOOKKEEPING =
  /〔[^〕]*〕(?:\d+号)?|《[^》]*》|\d{4}年(?:\d+月(?:\d+日)?)?|\d+月(?:\d+日)?|第\d+项(?:第\d+部分)?|\d+号|\d+(?:项|份|条|个部分|个区|块)|· \d+个|^\d+\. |已过\d+天|“[^”]*”/gm

/** Figures an answer says that none of its citations hold. 25万 stands for 250000 too. */
function uncited({ text, citations }: Awaited<ReturnType<Asking['ask']>>): string[] {
  const quotes = citations.map((c) => c.quote.replace(/[,，\s]/g, '')).join('\n')
  const body = text.replace(/^(?:依据|说明|已查)：.*$/gm, '').replace(BOOKKEEPING, ' ')
  return (body.match(/\d+(?:\.\d+)?/g) ?? []).filter((figure) => !quotes.includes(figure))
}

test.each([
  '智能工厂要建几家',
  '智能工厂和数字化车间各多少',
  '候车亭各区怎么分的',
  '江北区要建几个候车亭',
  '望川区要建几个候车亭',
  '低空商业航线的目标是多少',
  '数据中心机架多少个',
  '数字经济占GDP比重，2023年和2026年各是多少',
  '2021年灯塔工厂建成多少家',
  '市经信局有哪些任务',
  '市经信局和市交通运输局谁牵头的多',
  '智能工厂总投资多少亿元',
  '地铁要建多少公里',
  '1号议案有哪些阶段',
  '进展情况多久向督查室报一次',
  '跟低空有关的任务有哪些',
])('%s: no figure without a citation', async (question) => {
  expect(uncited(await asking.ask(question))).toEqual([])
})

test('the check itself finds a figure nobody wrote', async () => {
  const answer = await asking.ask('智能工厂要建几家')
  expect(uncited({ ...answer, text: `${answer.text}\n另有77家在建。` })).toEqual(['77'])
})
