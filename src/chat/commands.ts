/** Words that name a thing to do, as people type them: with a slash, in English, in full width. */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^[/／]?(?:help|帮助|使用说明|怎么用|菜单|\?|？)[。！!？?]?$/i, '帮助'],
  [/^[/／](?:tasks?|任务|我的任务)$/i, '我们单位有哪些任务'],
  [/^[/／](?:overdue|逾期)$/i, '哪些任务逾期了'],
  [/^[/／](?:due|到期)$/i, '本月要完成的任务有哪些'],
]

/** What the platform's own panel of commands offers; each is understood as it is typed, too. */
export const PANEL: readonly { readonly command: string; readonly description: string }[] = [
  { command: 'help', description: '能问什么、怎么问' },
  { command: 'tasks', description: '我们单位有哪些任务' },
  { command: 'overdue', description: '哪些任务逾期了' },
  { command: 'due', description: '本月要完成的任务' },
  { command: 'register', description: '登记姓名和单位' },
]

/** The question a command stands for; any other text is returned trimmed. `/help` → 帮助. */
export function plainWords(text: string): string {
  const said = text.trim()
  return COMMANDS.find(([pattern]) => pattern.test(said))?.[1] ?? said
}
