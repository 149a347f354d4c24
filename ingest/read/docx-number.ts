import { printNumber } from './list-number.ts'
import { child, childrenOf, type Markup } from './markup.ts'

interface Level {
  readonly format: string
  /** 第%1章, （%2）, %1.%2 */
  readonly pattern: string
  readonly start: number
}

/** Counts the paragraphs of a docx as Word does and gives each its printed number; '' for bullets and plain ones. */
export type Numberer = (numbering: { readonly id: string; readonly level: number } | null) => string

/** Mammoth and its kin drop automatic numbers, and a plan's 一、（一）1. are most of its structure: hence our own. */
export function numberer(root: Markup | null): Numberer {
  const lists = readLists(child(root ?? undefined, 'numbering'))
  const counts = new Map<string, number[]>()
  return (numbering) => {
    const list = numbering ? lists.get(numbering.id) : undefined
    const level = list?.levels[numbering?.level ?? 0]
    if (!list || !level || !numbering) return ''
    const counter = counts.get(list.counter) ?? []
    advance(counter, numbering.level, list.levels)
    counts.set(list.counter, counter)
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return printNumber(counter[at] ?? list.levels[at]?.start ?? 1, list.levels[at]?.format ?? 'decimal')
    })
  }
}

function advance(counter: number[], level: number, levels: readonly Level[]): void {
  counter[level] = counter[level] === undefined ? (levels[level]?.start ?? 1) : counter[level] + 1
  counter.length = level + 1
}

interface List {
  /** Lists made from one template count on together unless they say where to start. */
  readonly counter: string
  readonly levels: readonly Level[]
}

function readLists(root: Markup | undefined): ReadonlyMap<string, List> {
  const templates = new Map(
    childrenOf(root, 'abstractNum').map((a) => [a.attributes.abstractNumId ?? '', childrenOf(a, 'lvl')]),
  )
  const lists = new Map<string, List>()
  for (const num of childrenOf(root, 'num')) {
    const id = num.attributes.numId ?? ''
    const template = child(num, 'abstractNumId')?.attributes.val ?? ''
    const overrides = childrenOf(num, 'lvlOverride')
    const levels = withOverrides(templates.get(template) ?? [], overrides)
    lists.set(id, { counter: overrides.length > 0 ? `num ${id}` : template, levels })
  }
  return lists
}

function withOverrides(levels: readonly Markup[], overrides: readonly Markup[]): Level[] {
  const made: Level[] = []
  for (const level of levels) {
    const at = Number(level.attributes.ilvl ?? 0)
    const override = overrides.find((o) => Number(o.attributes.ilvl ?? 0) === at)
    const start = child(override, 'startOverride')?.attributes.val
    made[at] = readLevel(child(override, 'lvl') ?? level, start)
  }
  return made
}

function readLevel(level: Markup, startOverride: string | undefined): Level {
  return {
    format: child(level, 'numFmt')?.attributes.val ?? 'decimal',
    pattern: child(level, 'lvlText')?.attributes.val ?? '',
    start: Number(startOverride ?? child(level, 'start')?.attributes.val ?? 1),
  }
}
