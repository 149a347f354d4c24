/** What the command-line library says of a command line it cannot read, and how a clerk would say it. */
const WORDS: readonly (readonly [RegExp, (m: readonly string[]) => string])[] = [
  [
    /^unknown command '(.*?)'(?:\n\(Did you mean (.*?)\?\))?/,
    ([, name, near]) => `没有“${name}”这个命令${meant(near)}`,
  ],
  [
    /^unknown option '(.*?)'(?:\n\(Did you mean (.*?)\?\))?/,
    ([, name, near]) => `没有“${name}”这个选项${meant(near)}`,
  ],
  [/^missing required argument '(.*?)'/, ([, name]) => `少了 ${name}`],
  [/^option '(.*?)' argument missing/, ([, name]) => `选项 ${name} 后面少了内容`],
  [/^too many arguments/, () => '多写了内容'],
]

const meant = (near: string | undefined): string => (near ? `，是不是 ${near}` : '')

/** error: unknown command 'foo' → 用法有误：没有“foo”这个命令。加 --help 看用法。 */
export function misuseWords(said: string): string {
  const text = said.replace(/^error: /, '').trim()
  for (const [pattern, words] of WORDS) {
    const found = pattern.exec(text)
    if (found) return `用法有误：${words(found)}。加 --help 看用法。`
  }
  return `用法有误：${text}`
}
