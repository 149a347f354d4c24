import type { Draft, FormDraft } from '../../domain/draft.ts'
import type {
  CompletionRow,
  ContactRow,
  FilledForm,
  FormKind,
  FormTask,
  HandlingPlanRow,
  UnreadCell,
} from '../../domain/form.ts'
import type { Block, Message, Row } from '../../domain/message.ts'
import { amount } from './figures.ts'
import { numberWords, STATE_NAMES, short } from './naming.ts'
import { buttons, heading, note, say, text } from './say.ts'

export const FORM_NAMES: Readonly<Record<FormKind, string>> = {
  handlingPlan: '办理方案（附表1）',
  contacts: '督办工作人员名单（附表2）',
  completion: '完成情况（附表3）',
}

const ROWS = 12
const CELLS = 6

/** A filled form as it was read: nothing is written before it is confirmed. */
export function formDraftCard({ id, revision }: Pick<Draft, 'id' | 'revision'>, body: FormDraft): Message {
  const rows = body.forms.reduce((sum, f) => sum + f.rows.length, 0)
  const names = body.forms.map((f) => FORM_NAMES[f.kind]).join('、')
  return say(
    '请核对（还没有写入）',
    [
      text(body.file === '' ? `${names}，共 ${rows} 行。` : `《${body.file}》读出 ${names}，共 ${rows} 行。`),
      ...body.forms.flatMap(formBlocks),
      buttons(
        { text: '确认报送', style: 'primary', action: { do: 'confirmDraft', draft: id, revision } },
        ...(body.file === '' ? [{ text: '修改', action: { do: 'editDraft', draft: id } } as const] : []),
        { text: '不报了', action: { do: 'dropDraft', draft: id } },
      ),
      ...(body.file === '' ? [] : [note('有错的，改好文件重新发给我就行，以最后一份为准。')]),
    ],
    {
      subtitle: body.unit,
      pager: { do: 'showDraft', draft: id },
      tone: body.forms.some((f) => f.unread.length > 0) ? 'warn' : 'plain',
    },
  )
}

function formBlocks(form: FilledForm): Block[] {
  const list = rowsOf(form)
  const rest = list.length - ROWS
  return [
    heading(FORM_NAMES[form.kind]),
    { kind: 'rows', rows: list.slice(0, ROWS), pageSize: ROWS },
    ...(rest > 0
      ? [
          {
            kind: 'fold',
            title: `其余${rest}行`,
            blocks: [{ kind: 'rows', rows: list.slice(ROWS), pageSize: 60 }],
          } as const,
        ]
      : []),
    ...form.unread.slice(0, CELLS).map((cell) => text(`⚠ ${cellWords(cell)}`)),
    ...(form.unread.length > CELLS ? [note(`另有${form.unread.length - CELLS}处没读准。`)] : []),
    ...(form.blank.length > 0 ? [note(`没有填的${form.blank.length}行：${blankWords(form.blank)}`)] : []),
  ]
}

function rowsOf(form: FilledForm): Row[] {
  switch (form.kind) {
    case 'handlingPlan':
      return form.rows.map(planRow)
    case 'contacts':
      return form.rows.map(contactRow)
    case 'completion':
      return form.rows.map(completionRow)
  }
}

function planRow({ task, steps }: HandlingPlanRow): Row {
  const words = steps.map((s) => {
    const who = [s.chief, s.handler].filter((w) => w !== '').join('、')
    return [s.work, s.measures, s.finish === '' ? '' : `${s.finish}完成`, who]
      .filter((w) => w !== '')
      .join('；')
  })
  return { lead: taskWords(task), text: words.map((w) => short(w, 160)).join('\n') }
}

/** 商业航线 8条；空域已批复 */
function completionRow({ task, metrics, text: words, state, difficulty, help }: CompletionRow): Row {
  const figures = metrics.flatMap((m) => (m.value === null ? [] : [`${m.name} ${amount(m.value, m.unit)}`]))
  const more = [
    state === null ? '' : `状态：${STATE_NAMES[state]}`,
    words,
    difficulty === '' ? '' : `困难：${difficulty}`,
    help === '' ? '' : `请协调：${help}`,
  ]
  return { lead: taskWords(task), text: [figures.join('、'), ...more].filter((w) => w !== '').join('；') }
}

const contactRow = ({ role, name, title, officePhone, mobile }: ContactRow): Row => ({
  lead: name,
  text: [role, title, officePhone, mobile].filter((w) => w !== '').join('　'),
})

const taskWords = ({ no, part, text: words }: FormTask): string =>
  no === null ? short(words) : numberWords(no, part)

const blankWords = (tasks: readonly FormTask[]): string =>
  `${tasks.slice(0, 8).map(taskWords).join('、')}${tasks.length > 8 ? '等' : ''}`

function cellWords({ place, column, text: words, reason }: UnreadCell): string {
  const where = `${place.sheet} 第${place.row}行${column === '' ? '' : `“${column}”`}`
  return `${where}${words === '' ? '' : `写的“${short(words, 30)}”`}：${reason}`
}

/** `homeless`: rows whose task could not be told, kept until a supervisor places them. */
export const formWritten = (body: FormDraft, homeless: readonly FormTask[]): Message =>
  say(
    '已报送',
    [
      text(
        `${body.forms.map((f) => FORM_NAMES[f.kind]).join('、')}已收下。要改的，把改好的文件再发一次，以最后一份为准。`,
      ),
      ...(homeless.length === 0
        ? []
        : [
            text(
              `有${homeless.length}行对不上任务（${blankWords(homeless)}），已先收下，由督查室核对归到哪一项。`,
            ),
          ]),
    ],
    { subtitle: body.unit, tone: 'good' },
  )
