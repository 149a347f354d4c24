import type { Draft, HandOverDraft } from '../../domain/draft.ts'
import type { Passing } from '../../domain/hand-over.ts'
import type { Message } from '../../domain/message.ts'
import type { Colleague } from '../../domain/roll.ts'
import type { Day } from '../../domain/span.ts'
import { dayWords } from './naming.ts'
import { BACK, buttons, form, say, text } from './say.ts'

const openWords = (open: number): string => (open === 0 ? '报送工作' : ` ${open} 项未报事项`)

/** Shown to who goes, before anything is sent. */
export function passingCard(
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
  body: HandOverDraft,
  today: Day,
): Message {
  const from = body.from === null ? '' : `，${dayWords(body.from, today)}起由新联络员报送`
  return say('转交报送（还没有生效）', [
    text(`将把${openWords(body.open)}和历史记录转给 **${body.to}**，由${body.to}确认后生效${from}。`),
    buttons(
      {
        text: `发给${body.to}确认`,
        style: 'primary',
        action: { do: 'confirmDraft', draft: id, revision },
      },
      { text: '取消', action: { do: 'dropDraft', draft: id } },
    ),
  ])
}

/** Whom to pass it on to, where the words name nobody of the unit. `said`: the name they gave. */
export function successorForm(people: readonly Colleague[], said: string | null, unit: string): Message {
  if (people.length === 0)
    return say('还没有可以接手的人', [
      text(`名册里${unit}没有别的人。请让接手的人私聊我发“登记”，督查室确认后再转交。`),
      buttons(BACK),
    ])
  const head = said === null ? '转给谁？' : `名册里${unit}没有“${said}”，请从下面选，或请本人私聊我发“登记”。`
  const options = people.map((c) => ({
    text: c.title === null ? c.name : `${c.name}（${c.title}）`,
    value: String(c.personId),
  }))
  return say('转交报送', [
    text(head),
    form(
      'handOver',
      [
        { kind: 'select', name: 'to', label: '接手的人', options, required: true },
        { kind: 'date', name: 'from', label: '从哪天起（不填为确认后立即）' },
        { kind: 'input', name: 'reason', label: '原因', hint: '如：休产假' },
      ],
      { text: '下一步', style: 'primary', action: { do: 'handOver' } },
    ),
    buttons(BACK),
  ])
}

export const passingSent = ({ to }: Passing, reachable: boolean): Message =>
  reachable
    ? say(`已发给${to}`, [text(`${to}确认后生效，在此之前仍由您报送。`)], { tone: 'good' })
    : say(
        '对方还没有登记',
        [text(`${to}还没有在这里登记账号，收不到确认卡片。请${to}私聊我发“登记”，登记后您再转交一次。`)],
        { tone: 'warn' },
      )

/** To the successor. */
export function passingAsked(passing: Passing, open: number, today: Day): Message {
  const why = passing.reason === null ? '' : `原因：${passing.reason}。`
  const from = passing.startsOn === null ? '' : `从${dayWords(passing.startsOn, today)}起，`
  const rule = (verdict: 'confirmed' | 'refused') =>
    ({ do: 'ruleHandOver', handOver: passing.id, verdict }) as const
  return say('请您接手报送', [
    text(`${passing.from} 请您${from}接手${passing.unit}的${openWords(open)}和历史记录。${why}`),
    text('确认后，报送提醒直接发给您，以前报过的内容您都能看到、能更正。'),
    buttons(
      { text: '接手', style: 'primary', action: rule('confirmed') },
      { text: '不接', action: rule('refused') },
    ),
  ])
}

export function passingDecided({ from, to, state, startsOn }: Passing, today: Day): Message {
  if (state === 'confirmed') {
    const when = startsOn !== null && startsOn > today ? `，${dayWords(startsOn, today)}起生效` : ''
    return say('转交已生效', [text(`${to} 已接手 ${from} 的报送工作${when}。`)], { tone: 'good' })
  }
  const words = state === 'refused' ? `${to} 没有接手，仍由 ${from} 报送。` : '这次转交已经取消。'
  return say('转交没有生效', [text(words)], { tone: 'warn' })
}
