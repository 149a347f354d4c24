import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import { taskName } from './naming.ts'
import { buttons, say, text } from './say.ts'

interface Named {
  readonly id: number
  readonly name: string
}

const names = (files: readonly Named[]): string => files.map((f) => `《${f.name}》`).join('、')

/** Nothing was reported lately: the files are kept for what comes. */
export const evidenceWaiting = (files: readonly Named[]): Message =>
  say('佐证已收下', [text(`${names(files)}先存着。接着发一句进展，例如“52项商业航线8条”，我会一起附上。`)])

interface Place {
  readonly progress: number
  readonly task: TaskLabel
}

/** The report they went to; of several, which one. */
export function evidenceWhere(files: readonly Named[], places: readonly Place[]): Message {
  const [only] = places
  if (only && places.length === 1)
    return say('佐证已附上', [text(`${names(files)}已附到${taskName(only.task)}。`)], { tone: 'good' })
  return say('佐证已收下', evidenceAsked(files, places))
}

/** Which report each file belongs to; with none to go to they are kept for the next. */
export function evidenceAsked(files: readonly Named[], places: readonly Place[]): Block[] {
  if (places.length === 0) return [text(`佐证${names(files)}还没有附上，先存着，随下一次报送一起附。`)]
  return files.slice(0, 3).flatMap((file) => [
    text(`《${file.name}》附到哪一项？`),
    buttons(
      ...places.slice(0, 8).map(
        ({ progress, task }): Button => ({
          text: taskName(task),
          action: { do: 'attachEvidence', evidence: file.id, progress },
        }),
      ),
    ),
  ])
}
