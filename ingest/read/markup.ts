import { load } from 'cheerio'
import type { RawFile } from '../types.ts'
import { refuse } from './fail.ts'
import type { ReadLimits } from './limits.ts'

/** An element without its namespace prefix (w:p → p): all the readers of XML and HTML need of a document. */
export interface Markup {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Markup | string)[]
}

/** What cheerio's nodes have in common, as far as it is read here. */
interface Foreign {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Foreign[]
}

/** XML of an office part. Entities a document defines itself are not expanded. Throws `file-too-large` when nested too deep. */
export function parseXml(raw: RawFile, text: string, limits: ReadLimits): Markup {
  return copy(raw, load(text, { xml: { decodeEntities: true } }), limits)
}

export function parseHtml(raw: RawFile, text: string, limits: ReadLimits): Markup {
  return copy(raw, load(text), limits)
}

/** Copies without recursion: the depth a hostile file nests to must meet a message, not the end of the stack. */
function copy(raw: RawFile, $: ReturnType<typeof load>, limits: ReadLimits): Markup {
  const top: Mutable = { tag: 'root', attributes: {}, children: [] }
  const work: { readonly from: Foreign; readonly to: Mutable; readonly depth: number }[] = []
  const root = $.root()[0] as Foreign | undefined
  if (root) work.push({ from: root, to: top, depth: 0 })
  for (let job = work.pop(); job; job = work.pop()) {
    if (job.depth > limits.maxDepth) throw tooDeep(raw, limits)
    for (const child of job.from.children ?? []) {
      if (child.type === 'text' || child.type === 'cdata') job.to.children.push(textOf(child))
      if (child.name === undefined || child.type === 'directive') continue
      const made: Mutable = { tag: local(child.name), attributes: named(child.attribs ?? {}), children: [] }
      job.to.children.push(made)
      work.push({ from: child, to: made, depth: job.depth + 1 })
    }
  }
  return top
}

interface Mutable {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Markup | string)[]
}

function tooDeep(raw: RawFile, limits: ReadLimits): Error {
  return refuse(
    'file-too-large',
    raw.name,
    `的内容嵌套超过${limits.maxDepth}层，已停止读取。请用原来的软件打开，另存一份再上传。`,
  )
}

const textOf = (node: Foreign) => node.data ?? (node.children ?? []).map((c) => c.data ?? '').join('')
const local = (name: string) => name.slice(name.indexOf(':') + 1)

function named(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]))
}

export const elements = (node: Markup): Markup[] =>
  node.children.filter((c): c is Markup => typeof c !== 'string')

/** First child of that name. */
export function child(node: Markup | undefined, tag: string): Markup | undefined {
  return node?.children.find((c): c is Markup => typeof c !== 'string' && c.tag === tag)
}

/** Children of that name. */
export function childrenOf(node: Markup | undefined, tag: string): Markup[] {
  return node ? elements(node).filter((c) => c.tag === tag) : []
}

/** All elements below, in document order, of one of these names. */
export function descendants(node: Markup, ...tags: readonly string[]): Markup[] {
  return elements(node).flatMap((c) => [...(tags.includes(c.tag) ? [c] : []), ...descendants(c, ...tags)])
}

/** All character data below. */
export function words(node: Markup): string {
  return node.children.map((c) => (typeof c === 'string' ? c : words(c))).join('')
}
