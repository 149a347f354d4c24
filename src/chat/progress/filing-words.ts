import { formDraftCard } from '../../cards/progress/form-draft.ts'
import type { Draft, FormDraft } from '../../domain/draft.ts'
import type { ContactRow, FilledForm } from '../../domain/form.ts'
import type { Heard } from '../../domain/heard.ts'
import { plainMessage } from '../../understand/progress/plain.ts'
import type { WordsTurn } from './deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin } from './items.ts'
import { ON_CARD, withPlan } from './plan-taps.ts'
import { showDraft } from './show.ts'
import { ownerOf } from './tools.ts'

/** 分管负责人郭明（副局长）13800000001, 联络员：张航，综合科科长，13900000000 */
const PERSON =
  /(?<role>分管(?:负责人|负责同志|领导)|联络员)(?:是|为|：)?(?<name>\p{Script=Han}{2,4})(?:[，、（ ]+(?<title>\p{Script=Han}{2,14}))?[）]?(?:[，、 ]*(?:电话|手机)?：?[ ]*(?<mobile>1\d{10}))?/gu
/** 第52项办理方案：8月底前选址，张航负责 */
const PLAN = /办理方案(?:如下|是|为)?[：，]\s*(?<words>.{6,})$/su
const IN_CHARGE = /(?:由)?(?<who>\p{Script=Han}{2,4}?)(?:同志)?(?:具体)?(?:牵头)?负责/u
const QUESTION = /[？]|吗$|什么|怎么|多少|谁/

/**
 * 办理方案 and 名单 in a sentence, where they are owed: shown back as the form they fill. False: the message is neither. People
 * want a mobile or both roles, for 联络员是张航 alone is a hand-over.
 */
export async function filingWords(turn: WordsTurn, heard: Heard, ground: Ground): Promise<boolean> {
  const said = plainMessage(turn.text)
  if (QUESTION.test(said)) return false
  const form = contactsIn(said, ground) ?? planIn(said, heard, ground)
  if (form === null) return false
  const { p, viewer, now, question, text } = turn
  const body: FormDraft = {
    ...{ kind: 'form', unitId: viewer.unitId!, unit: viewer.unit ?? '', file: '' },
    said: [{ key: question.key, text }],
    forms: [form],
  }
  const who = ownerOf(question.event)
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<FormDraft>
  return showDraft(turn, draft, formDraftCard(draft, body))
}

function contactsIn(said: string, ground: Ground): FilledForm | null {
  const owed = ground.requests.find((r) => r.kind === 'contacts')
  if (owed === undefined) return null
  const rows = [...said.matchAll(PERSON)].map((found, i): ContactRow => {
    const { role = '', name = '', title = '', mobile = '' } = found.groups ?? {}
    const place = { sheet: ON_CARD, row: i + 1 }
    const post = role === '联络员' ? role : '分管负责人'
    return { ...{ place, unit: null, role: post, name, title, mobile }, ...{ officePhone: '', note: '' } }
  })
  if (rows.length < 2 && !rows.some((r) => r.mobile !== '')) return null
  return { ...{ kind: 'contacts', unit: null, period: owed.period }, ...{ rows, unread: [], blank: [] } }
}

function planIn(said: string, { updates }: Heard, ground: Ground): FilledForm | null {
  const words = PLAN.exec(said)?.groups?.words
  const [update, ...others] = updates
  if (words === undefined || update === undefined || others.length > 0) return null
  const originId = ground.origins.get(update.task.id)
  const task = originId === undefined ? undefined : taskOfOrigin(ground, originId)
  if (originId === undefined || task === undefined) return null
  const { no, part, document, path, text } = task
  const empty = { kind: 'handlingPlan', unit: null, period: null, rows: [], unread: [], blank: [] } as const
  const finish = update.expectedFinish ?? ''
  const step = { work: '', measures: words, finishOn: update.expectedFinish, finish, chief: '', phone: '' }
  const handler = IN_CHARGE.exec(words)?.groups?.who ?? ''
  return withPlan(empty, { originId, no, part, document, path, text }, { ...step, handler })
}
