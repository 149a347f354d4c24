import { beforeEach, describe, expect, test } from 'vitest'
import { drainOnce } from '../../src/chat/drain.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { addPerson, readViewers } from '../../src/store/people.ts'
import { createDesk } from '../../src/store/registrations.ts'
import type { Person } from './loopback/state.ts'
import { answerTo, message, silentLog } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()
beforeEach(() => db().query('truncate account, person, registration, unit cascade'))

const FORM = { name: '张 航', unit: '市交通运输局', title: '副主任', mobile: '13800000001', role: 'liaison' }

async function office() {
  const [unit] = await db().query<{ id: number; name: string }>(
    `insert into unit (name, place, short, kind) values ('云川市交通运输局', '云川市', '市交通运输局', 'department')
     returning id, name`,
  )
  const desk = createDesk(db(), async (name) => (unit && name === '市交通运输局' ? unit : null))
  const made = await stage({
    deps: { desk },
    answer: async (asked) =>
      answerTo(asked, { message: message(`${asked.viewer.unit}/${asked.viewer.roles}`) }),
  })
  const { loopback, feishu } = made
  const drain = () => {
    const deps = {
      outbox: createOutbox(db()),
      courier: feishu.courier,
      now: () => new Date(),
      log: silentLog,
    }
    return drainOnce(deps)
  }
  const supervisor = loopback.person('周航')
  const who = { name: '周航', title: null, unitId: null, roles: ['supervisor'] as const, oversees: [] }
  await createAccounts(db()).link('feishu', supervisor.openId, await addPerson(db(), who))
  const applicant = loopback.person('张航')
  const say = async (from: Person, text: string, chat: 'p2p' | 'group' = 'p2p') => {
    const said = loopback.say({ from, chat: loopback.chat(chat), text, mention: chat === 'group' })
    return loopback.state.until(() => loopback.repliesTo(said.messageId)[0])
  }
  const apply = async (form = FORM) => {
    const card = await say(applicant, '登记')
    return loopback.tap({ from: applicant, messageId: card.id, value: { do: 'register' }, form })
  }
  const told = (person: Person) => loopback.state.sent.filter((s) => s.to === person.openId)
  return { ...made, drain, supervisor, applicant, say, apply, told }
}

const toastOf = (ack: { readonly data: unknown }) =>
  (ack.data as { toast?: { content: string } }).toast?.content
const buttonOf = (content: string | undefined, verdict: string): unknown =>
  JSON.parse(
    /\{"do":"admit"[^}]*\}/g[Symbol.match](content ?? '')?.find((v) => v.includes(verdict)) ?? 'null',
  )

describe('people say who they are', () => {
  test('approved: tied to account, unit and role; the applicant hears it once, however often it is tapped', async () => {
    const { loopback, apply, drain, supervisor, applicant, told, say } = await office()
    expect(toastOf(await apply())).toBe('已提交，等督查室确认。')
    expect(toastOf(await apply())).toContain('正在等督查室确认')
    await drain()
    const [card] = told(supervisor)
    expect(titleOf(card)).toBe('有人申请登记身份')
    expect(card?.content).toContain('张航，云川市交通运输局，联络员')
    const approve = {
      from: supervisor,
      messageId: card?.id ?? '',
      value: buttonOf(card?.content, 'approved'),
    }
    await loopback.tap(approve)
    const again = await loopback.tap(approve)
    expect(JSON.stringify(again.data)).toContain('登记已同意')
    await drain()
    await drain()
    expect(told(applicant).map(titleOf)).toEqual(['登记已通过'])
    expect(titleOf(await say(applicant, '我们单位'))).toBe('市交通运输局/liaison')
    expect(titleOf(await say(applicant, '登记'))).toBe('您已登记')
  })

  test('refused: nobody is made, the applicant is told', async () => {
    const { loopback, apply, drain, supervisor, applicant, told } = await office()
    await apply()
    await drain()
    const [card] = told(supervisor)
    await loopback.tap({
      from: supervisor,
      messageId: card?.id ?? '',
      value: buttonOf(card?.content, 'refused'),
    })
    await drain()
    expect(told(applicant).map(titleOf)).toEqual(['登记没有通过'])
    expect((await readViewers(db())).map((p) => p.name)).toEqual(['周航'])
  })

  test('only a supervisor decides', async () => {
    const { loopback, apply, drain, supervisor, applicant, told } = await office()
    await apply()
    await drain()
    const [card] = told(supervisor)
    const value = buttonOf(card?.content, 'approved')
    const ack = await loopback.tap({ from: applicant, messageId: card?.id ?? '', value })
    expect(toastOf(ack)).toContain('由督查室确认')
    expect((await readViewers(db())).map((p) => p.name)).toEqual(['周航'])
  })

  test.each([
    [{ unit: '市火星局' }, '对不上这个单位'],
    [{ unit: '' }, '对不上这个单位'],
    [{ name: ' ' }, '填写姓名'],
    [{ mobile: '138' }, '11 位'],
  ])('%j: told what is wrong, nothing stored', async (wrong, words) => {
    const { apply } = await office()
    expect(toastOf(await apply({ ...FORM, ...wrong }))).toContain(words)
    expect(await db().query('select 1 from registration')).toEqual([])
  })

  test('in a group: not there', async () => {
    const { applicant, say } = await office()
    expect(titleOf(await say(applicant, '登记', 'group'))).toBe('请私聊登记')
  })
})

describe('the address book', () => {
  test('someone on no list is of the unit their department names', async () => {
    const { loopback, say } = await office()
    const from = { ...loopback.person('李敏'), departments: ['综合处', '市交通运输局'] }
    loopback.state.people.set(from.openId, from)
    expect(titleOf(await say(from, '我们单位'))).toBe('云川市交通运输局/official')
  })

  test('resigned: the account is closed, the supervisors hear of it once', async () => {
    const { loopback, apply, drain, supervisor, applicant, told, say, intake } = await office()
    await apply()
    await drain()
    const [card] = told(supervisor)
    await loopback.tap({
      from: supervisor,
      messageId: card?.id ?? '',
      value: buttonOf(card?.content, 'approved'),
    })
    const object = { open_id: applicant.openId, status: { is_resigned: true } }
    await loopback.happen('contact.user.updated_v3', { object })
    await loopback.happen('contact.user.deleted_v3', { object })
    expect(titleOf(await say(applicant, '我们单位'))).toBe('null/official')
    await intake.stop()
    await drain()
    const news = told(supervisor).map(titleOf)
    expect(news.filter((title) => title === '人员离职')).toHaveLength(1)
  })
})
