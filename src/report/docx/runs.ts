import { TextRun } from 'docx'
import type { Light } from '../../domain/message.ts'
import type { Run } from '../../domain/report.ts'
import { legible } from '../../text/legible.ts'

const DOTS: Readonly<Record<Light, string | null>> = {
  green: '2E8B57',
  amber: 'E8A317',
  red: 'C00000',
  none: null,
}

/** Words as runs; a line break in them is one on paper. Signs XML cannot hold are left out. */
export function textRuns(runs: readonly Run[]): TextRun[] {
  return runs.flatMap(lines)
}

/** A cell of a table: where it names a light, with its colour. Running text of an official document has none. */
export function cellRuns(run: Run): TextRun[] {
  return [...dotOf(run), ...lines(run)]
}

function lines(run: Run): TextRun[] {
  return legible(run.text)
    .split(/\r\n|\r|\n/)
    .map(
      (text, i) =>
        new TextRun({ text, ...(run.strong ? { bold: true } : {}), ...(i > 0 ? { break: 1 } : {}) }),
    )
}

/** A light is named by its words; the dot shows it at a glance and prints as a dark disc on a grey printer. */
function dotOf(run: Run): TextRun[] {
  const color = run.light === undefined ? null : DOTS[run.light]
  return color === null ? [] : [new TextRun({ text: '●', color })]
}
