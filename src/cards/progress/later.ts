import type { Message } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'
import { dayWords } from './naming.ts'
import { BACK, buttons, form, say, text } from './say.ts'

const CHOICES = [1, 2, 3] as const

interface Later {
  readonly request: number | null
  readonly dueOn: Day
  readonly today: Day
}

/** When to be reminded again. */
export function laterForm({ request, dueOn, today }: Later): Message {
  const of = request === null ? {} : { request }
  const days = CHOICES.map((n) => addDays(today, n)).filter((day) => day <= dueOn)
  return say('什么时候再提醒？', [
    text(`报送截止 ${dayWords(dueOn, today)}。在您选的日子之前，我不再提醒。`),
    buttons(
      ...days.map((on) => ({ text: dayWords(on, today), action: { do: 'later', ...of, on } as const })),
    ),
    form('later', [{ kind: 'date', name: 'on', label: '或选一个日子', value: dueOn }], {
      text: '就这天',
      action: { do: 'later', ...of },
    }),
    buttons(BACK),
  ])
}

export const laterSet = (on: Day, dueOn: Day, today: Day): Message =>
  say(
    '好',
    [
      text(`${dayWords(on, today)}再提醒您，报送截止 ${dayWords(dueOn, today)}。想起来随时可以直接报。`),
      buttons({ text: '现在就填', action: { do: 'fill' } }),
    ],
    { tone: 'good' },
  )

/** The day wished for is past the due day, or it is past already. */
export const laterRefused = (dueOn: Day, today: Day): Message =>
  today >= dueOn
    ? say(
        today > dueOn ? '已过报送期' : '今天就要报',
        [
          text(`报送截止 ${dayWords(dueOn, today)}，不能再往后推。哪怕先报一句“无变化”也行。`),
          buttons(
            { text: '现在就填', action: { do: 'fill' } },
            { text: '都无变化', action: { do: 'unchanged' } },
            BACK,
          ),
        ],
        { tone: 'warn' },
      )
    : say(
        '推不到那么晚',
        [
          text(`报送截止 ${dayWords(dueOn, today)}，最晚推到当天。请换一个日子。`),
          buttons({ text: '截止那天提醒', action: { do: 'later', on: dueOn } }, BACK),
        ],
        { tone: 'warn' },
      )

/** To 马上报: no pressing, only the day. */
export const promisedCard = (items: number, dueOn: Day, today: Day): Message =>
  say('好', [
    text(
      `还有 ${items} 项没报，${today > dueOn ? '应于' : '请于'}${dayWords(dueOn, today)}前。数据出来直接发我一句话就行。`,
    ),
    buttons({ text: '填表', action: { do: 'fill' } }, { text: '晚点提醒', action: { do: 'later' } }),
  ])
