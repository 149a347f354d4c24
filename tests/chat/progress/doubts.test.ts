import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonNames, fieldsOf, openTown, type Shown, type Town, talkOf } from './stage.ts'

let town: Town
let zhang: ReturnType<typeof talkOf>
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  zhang = talkOf(town, '张航')
  await zhang.tap(await zhang.say('52项商业6条，治理类812条'), '确认报送')
  // The report of the quarter before: what falls or jumps does so against an earlier period.
  await town.db.query(`update progress set period = '2026Q2', reported_on = '2026-07-15'`)
})

const insisted = async () =>
  await town.db.query<{ insisted: string | null; doubts: string[] }>(
    `select p.insisted, r.doubts from progress p join reading r on r.progress_id = p.id
     where p.period = '2026Q3' and p.superseded_at is null order by r.ordinal`,
  )

async function doubtful(): Promise<Shown> {
  const card = await zhang.say('52项治理类9050条')
  expect(card.text).toContain(
    '治理类航线报的是 9050条，是上次（812条）的11倍、目标（1000条）的9倍。是 905条 吗？',
  )
  expect(buttonNames(card)).not.toContain('确认报送')
  return card
}

describe('a doubtful figure', () => {
  test('the offered value takes its place', async () => {
    const { face } = await zhang.tap(await doubtful(), '905条')
    expect(face.text).toContain('812 → 905条')
    await zhang.tap(face, '确认报送')
    expect(await insisted()).toEqual([{ insisted: null, doubts: [] }])
  })

  test('insisted on with a reason it stands, and the record says so', async () => {
    const asked = (await zhang.tap(await doubtful(), '就是9050条')).face
    expect(Object.keys(fieldsOf(asked))).toEqual(['reason'])
    const { face } = await zhang.tap(asked, '就按这个数', { reason: '统计口径扩大到全市域' })
    expect(buttonNames(face)).toContain('确认报送')
    await zhang.tap(face, '确认报送')
    const [row] = await insisted()
    expect(row?.insisted).toContain('治理类航线：统计口径扩大到全市域')
    expect(row?.doubts).toEqual(['tenfold', 'farAboveTarget'])
  })

  test('insisted on in words', async () => {
    await doubtful()
    const card = await zhang.say('就是9050条，统计口径扩大到全市域')
    expect(card.text).toContain('原因：统计口径扩大到全市域')
    expect(buttonNames(card)).toContain('确认报送')
  })

  test('filled in anew', async () => {
    const formed = (await zhang.tap(await doubtful(), '重填')).face
    expect(fieldsOf(formed)).toMatchObject({ m1: '9050' })
    const { face } = await zhang.tap(formed, '保存', { m0: '', m1: '950', text: '', state: '' })
    expect(face.text).toContain('812 → 950条')
  })

  test('确认 in words does not pass it', async () => {
    await doubtful()
    expect((await zhang.say('确认')).text).toContain('9050条')
    expect(await insisted()).toEqual([])
  })

  test('a falling figure is asked about', async () => {
    const card = await zhang.say('52项商业5条')
    expect(card.text).toContain('商业航线报的是 5条，比上次（6条）少')
    expect(buttonNames(card)).not.toContain('确认报送')
  })
})

describe('worth a second look', () => {
  test('done without evidence, and short of its target: shown, and kept with the record', async () => {
    const card = await zhang.say('第52项已经完成了，商业8条')
    expect(card.text).toContain('报的是已完成，但商业航线还没到目标')
    expect(card.text).toContain('还没有附佐证')
    await zhang.tap(card, '确认报送')
    expect((await insisted())[0]?.insisted).toContain('确认时已提示：报了完成')
  })

  test('words without a figure where the plan has one', async () => {
    expect((await zhang.say('52项正在推进空域审批')).text).toContain('这次没有报数')
  })

  test('the same words as last time', async () => {
    await town.db.query(`update progress set body = '正在推进空域审批和选址'`)
    expect((await zhang.say('52项正在推进空域审批和选址')).text).toContain('一字不差')
  })

  test('无变化 a second time running wants a sentence', async () => {
    await town.db.query('update progress set unchanged = true')
    const card = await zhang.say('52项无变化')
    expect(card.text).toContain('连续两期无变化，请补一句')
    expect(buttonNames(card)).not.toContain('确认报送')
    const { face } = await zhang.tap(card, '补上', { text: '空域批复还没有下来' })
    await zhang.tap(face, '确认报送')
    const rows = await town.db.query(
      `select unchanged, body from progress where period = '2026Q3' and superseded_at is null`,
    )
    expect(rows).toEqual([{ unchanged: true, body: '空域批复还没有下来' }])
  })
})

describe('what is only asked about', () => {
  test.each(['35项完成率50%', '35项120%'])(
    '%s is a question, and nothing that could be confirmed',
    async (said) => {
      const jiang = talkOf(town, '江小波')
      const card = await jiang.say(said)
      expect(card.text).toContain('请补充一句（还没有写入）')
      expect(card.text).toContain('请问累计完成多少')
      expect(buttonNames(card)).not.toContain('确认报送')
      const then = await jiang.say('35项60公里')
      expect(buttonNames(then)).toContain('确认报送')
    },
  )

  test('words beside it are a report all the same', async () => {
    const card = await talkOf(town, '江小波').say('35项完成率50%，管网已进场开挖施工')
    expect(card.text).toContain('进场开挖')
    expect(buttonNames(card)).toContain('确认报送')
  })
})
