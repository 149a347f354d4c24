/** So many letters at most from the start; a letter of two halves (𠮷) is never cut in two. */
export const firstLetters = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
