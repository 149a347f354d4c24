import { fold } from './tokens.ts'

/** Text as it is compared: folded, without the marks that people leave out. */
export const comparable = (text: string): string => fold(text).replace(/[“”"‘’《》〈〉「」\s]/g, '')
