import type { UnitRole } from '../domain/task.ts'
import type { DateReading } from '../text/dates.ts'
import type { Found } from '../text/rule.ts'
import type { LexiconDocument, LexiconUnit } from './lexicon.ts'

/** What a stretch of the question is. Everything not marked is the topic. */
export type Mark =
  | {
      readonly kind: 'unit'
      readonly units: readonly LexiconUnit[]
      readonly sure: boolean
      readonly called?: string
    }
  | { readonly kind: 'mine' } // 我们单位
  | { readonly kind: 'overseen' } // 我分管的单位
  | { readonly kind: 'underLeader'; readonly name: string; readonly unitIds: readonly number[] } // 周怀远分管的单位
  | { readonly kind: 'document'; readonly documents: readonly LexiconDocument[]; readonly every: boolean }
  | { readonly kind: 'gazette' } // 这期公报: the files that hold several documents
  | { readonly kind: 'date'; readonly reading: DateReading }
  | { readonly kind: 'no'; readonly numbers: readonly number[] }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'part'; readonly part: number }
  | {
      readonly kind: 'role'
      readonly roles: readonly UnitRole[]
      readonly missing: boolean
      readonly only: boolean
    }
  | { readonly kind: 'written' } // 只看明文写了的
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'post'; readonly post: string }
  | { readonly kind: 'stage'; readonly name: string }
  | { readonly kind: 'measure'; readonly measure: string }
  | { readonly kind: 'home' } // 武汉市: the city all the documents are of
  | { readonly kind: 'said' } // 工作报告说18个: a figure the asker tells himself
  | { readonly kind: 'pointer'; readonly among: 'all' | number } // 它, 这两个; 第二个

export type Marked = Found<Mark>

/** Values of the marks of one kind, in reading order. */
export function marksOf<K extends Mark['kind']>(
  marks: readonly Marked[],
  kind: K,
): Extract<Mark, { kind: K }>[] {
  return marks.flatMap((m) => (m.value.kind === kind ? [m.value as Extract<Mark, { kind: K }>] : []))
}

/** The text with every mark cut out; cuts become spaces so that words do not run together. */
export function unmarked(text: string, marks: readonly Marked[]): string {
  let out = ''
  let at = 0
  for (const mark of marks) {
    out += `${text.slice(at, mark.start)} `
    at = mark.end
  }
  return out + text.slice(at)
}
