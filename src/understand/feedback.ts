import type { FeedbackAbout } from '../domain/query.ts'

const OPENING =
  /^(?:请|帮我|给我|看看|看一?下|查一?下|查查?|列出|列一下|有没有|有哪些|有|哪些|什么|最近|近期|今天|本周|本月|大家|群里|被|你)+/
const ENDING =
  /的?(?:都?有哪些|都?是哪些|哪些|清单|列表|列一下|列出来|有多少|有几个|是什么)?[呢吗啊吧了？?。！!\s]*$/

/** The whole message must be about our answers: 好差评制度 and 没有答复的信访问题 are matters of documents. */
const ABOUT: readonly (readonly [FeedbackAbout, RegExp])[] = [
  ['unanswered', /^(?:没有?|未)能?(?:回答|答)(?:上来|出来|上|到)?(?:的?(?:问题|提问))?$/],
  ['unanswered', /^(?:回答|答)不(?:上来|出来|上|了)(?:的?(?:问题|提问))?$/],
  ['unanswered', /^(?:问题|提问)(?:你|机器人)?(?:没有?|未)能?(?:回答|答)(?:上来|出来|上)?$/],
  ['useless', /^(?:(?:评|标|点)(?:为|成|了)?)?(?:差评|没用|不满意)(?:过|了)?的?(?:问题|提问|回答|答案)$/],
  ['useless', /^差评$/],
]

/** 没答上来的问题, 差评的问题有哪些; null: the message asks for something else. */
export function feedbackAsked(text: string): FeedbackAbout | null {
  const core = text.trim().replace(OPENING, '').replace(ENDING, '')
  return ABOUT.find(([, pattern]) => pattern.test(core))?.[0] ?? null
}
