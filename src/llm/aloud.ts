import { faultOf, withoutThought } from './endpoint.ts'

/** Hears the sentences of an answer so far, all of them each time. */
export type Listener = (text: string) => void

/**
 * Between a text that is being written and its listener: whole sentences alone get through, and only when all so far pass the
 * gate that the whole text will have to pass. Once one does not, nothing more is heard.
 */
export function aloud(listener: Listener, passes: (text: string) => boolean): (written: string) => void {
  let told = ''
  let silenced = false
  return (written) => {
    const whole = wholeSentences(withoutThought(written))
    if (silenced || whole.length <= told.length || faultOf(whole) !== null) return
    silenced = !passes(whole)
    if (silenced) return
    told = whole
    listener(whole)
  }
}

/** Up to the last end of a sentence; a closing mark after it belongs to it. `一是快。二是` → `一是快。` */
export function wholeSentences(text: string): string {
  return /^[\s\S]*[。！？!?；;\n][”’」』）)]*/.exec(text)?.[0].trimEnd() ?? ''
}
