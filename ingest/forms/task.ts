import type { FormTask } from '../../src/domain/form.ts'
import { formLabel } from '../../src/domain/form-columns.ts'

export interface TaskCells {
  readonly key: string
  readonly label: string
  readonly document: string
  readonly text: string
}

const KEY = /^T(?<id>\d{1,15})\/(?<label>.*)$/

/**
 * The task a line is of. The hidden key counts only where the number beside it is still its own: a line that was copied
 * and made another task's keeps the key of the first. `contradicts`: that happened.
 */
export function readTask(cells: TaskCells): { readonly task: FormTask; readonly contradicts: boolean } {
  const key = KEY.exec(cells.key.trim())?.groups
  const keyed = key === undefined ? null : readLabel(key.label!)
  const shown = readLabel(cells.label)
  const isSame = keyed !== null && formLabel(keyed) === formLabel(shown)
  const contradicts = keyed !== null && cells.label.trim() !== '' && !isSame
  const task = {
    originId: key === undefined || contradicts ? null : Number(key.id),
    ...(cells.label.trim() === '' && keyed !== null ? keyed : shown),
    document: cells.document === '' ? null : cells.document,
    text: cells.text,
  }
  return { task, contradicts }
}

type Label = Pick<FormTask, 'no' | 'part' | 'path'>

/** 52, 第52项, 80-2, 80（2）, 二（三）1 */
function readLabel(written: string): Label {
  const text = written.replace(/\s/g, '').replace(/[、.．]$/, '')
  const numbered = /^第?(?<no>\d{1,4})项?(?:第?[-—–_（(](?<part>\d{1,2})[）)]?(?:部分|条)?)?$/.exec(
    text,
  )?.groups
  if (numbered)
    return {
      no: Number(numbered.no),
      part: numbered.part === undefined ? null : Number(numbered.part),
      path: [],
    }
  const [, path = text, part] = /^(.+?)-(\d{1,2})$/.exec(text) ?? []
  return {
    no: null,
    part: part === undefined ? null : Number(part),
    path:
      path.match(
        /[一二三四五六七八九十百]+(?=[、（(\d]|$)|[（(][^）)]+[）)]|\d+|[^一二三四五六七八九十百（(\d]+/g,
      ) ?? [],
  }
}
