import { expect, test } from 'vitest'
import { createHedge } from '../../src/feishu/hedge.ts'

/** A clock moved by hand; what is to come is done when its time is there. */
function clockwork() {
  let at = 0
  const coming: { due: number; work: () => void }[] = []
  const after = (ms: number, work: () => void) => {
    const entry = { due: at + ms, work }
    coming.push(entry)
    return () => void coming.splice(coming.indexOf(entry) >>> 0, 1)
  }
  const pass = async (ms: number): Promise<void> => {
    at += ms
    for (const due of coming.filter((c) => c.due <= at)) {
      coming.splice(coming.indexOf(due), 1)
      due.work()
    }
    await Promise.resolve()
  }
  return { hedge: createHedge({ clock: () => at, after }), pass, waiting: () => coming.length }
}

/** Calls that are answered when told. */
function calls() {
  const begun: { second: boolean; wanted: () => boolean; call: PromiseWithResolvers<string> }[] = []
  const work = (again: { second: boolean; wanted: () => boolean }) => {
    const call = Promise.withResolvers<string>()
    begun.push({ ...again, call })
    return call.promise
  }
  return { begun, work }
}

test('answered in time: asked once, and nothing is left waiting', async () => {
  const { hedge, pass, waiting } = clockwork()
  const { begun, work } = calls()
  const sent = hedge(work)
  await pass(400)
  begun[0]?.call.resolve('om_1')
  expect(await sent).toBe('om_1')
  expect([begun.length, waiting()]).toEqual([1, 0])
})

test('no answer: asked a second time, and that one’s answer is taken', async () => {
  const { hedge, pass } = clockwork()
  const { begun, work } = calls()
  const sent = hedge(work)
  await pass(500)
  expect(begun.map((b) => [b.second, b.wanted()])).toEqual([
    [false, true],
    [true, true],
  ])
  begun[1]?.call.resolve('om_1')
  expect(await sent).toBe('om_1')
  expect(begun[0]?.wanted()).toBe(false)
})

test('the second fails: the first decides', async () => {
  const { hedge, pass } = clockwork()
  const { begun, work } = calls()
  const sent = hedge(work)
  await pass(500)
  begun[1]?.call.reject(new Error('502'))
  await pass(100)
  begun[0]?.call.resolve('om_1')
  expect(await sent).toBe('om_1')
})

test('the second fails too, and the first stays silent: a third', async () => {
  const { hedge, pass } = clockwork()
  const { begun, work } = calls()
  const sent = hedge(work)
  await pass(500)
  begun[1]?.call.reject(new Error('502'))
  await pass(1)
  await pass(500)
  begun[2]?.call.resolve('om_1')
  expect(await sent).toBe('om_1')
})

test('the first fails: said at once, and no second is begun', async () => {
  const { hedge, waiting } = clockwork()
  const { begun, work } = calls()
  const sent = hedge(work)
  begun[0]?.call.reject(new Error('502'))
  await expect(sent).rejects.toThrow('502')
  expect(waiting()).toBe(0)
})

test('slow all over: what is usual is waited for, and at most one call in ten is a second one', async () => {
  const { hedge, pass } = clockwork()
  const { begun, work } = calls()
  for (let i = 0; i < 200; i++) {
    const from = begun.length
    const sent = hedge(work)
    await pass(1500)
    begun[from]?.call.resolve('om')
    await sent
  }
  const seconds = begun.filter((b) => b.second).length
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThan(20)
})
