import type { Viewer } from '../../domain/person.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'
import type { LexiconUnit } from '../lexicon.ts'
import type { Mark, Marked } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'
import { assumed } from '../wording.ts'
import { placeOf } from './units.ts'

export interface ResolvedUnits {
  readonly units: readonly UnitSlot[]
  readonly assumptions: readonly string[]
}

/** Each unit said, with its old and new names; 我们单位 is the asker's. */
export function resolveUnits(marks: readonly Marked[], lexicon: Lexicon, viewer: Viewer): ResolvedUnits {
  const slots: UnitSlot[] = []
  const assumptions: string[] = []
  for (const mark of marks) {
    const value = mark.value
    if (value.kind === 'mine' && viewer.unitId !== null && viewer.unit !== null) {
      const name = lexicon.unitById.get(viewer.unitId)?.short ?? viewer.unit
      slots.push(slotOfUnits(family([viewer.unitId], lexicon), name, mark.text))
      assumptions.push(assumed.mine(name))
    }
    if (value.kind === 'overseen' && viewer.oversees.length > 0) {
      const names = viewer.oversees.flatMap((id) => lexicon.unitById.get(id)?.short ?? [])
      slots.push(slotOfUnits(family(viewer.oversees, lexicon), '您分管的单位', mark.text))
      assumptions.push(assumed.overseen(names))
    }
    if (value.kind === 'underLeader')
      slots.push(slotOfUnits(family(value.unitIds, lexicon), `${value.name}分管的单位`, mark.text))
    if (value.kind !== 'unit') continue
    const slot = slotOfMark(mark.text, value, lexicon)
    slots.push(slot)
    assumptions.push(...noteOf(slot, value, lexicon))
  }
  return { units: slots.filter((slot, i) => slots.findIndex((s) => s.name === slot.name) === i), assumptions }
}

function slotOfMark(said: string, value: Extract<Mark, { kind: 'unit' }>, lexicon: Lexicon): UnitSlot {
  const ids = family(
    value.units.map((unit) => unit.id),
    lexicon,
  )
  const first = newest(value.units)
  const written = otherPlace(said, first, lexicon)
  const slot = slotOfUnits(ids, value.called ?? first?.short ?? said, said)
  return written === null ? slot : { ...slot, name: said, written }
}

/** 武汉经济技术开发区管理委员会（汉南区人民政府）: who says 汉南区 means the words 汉南区. */
function otherPlace(said: string, unit: LexiconUnit | undefined, lexicon: Lexicon): string | null {
  const inner = /（(?<inner>[^）]+)）/.exec(unit?.name ?? '')?.groups?.inner
  const place = placeOf(said, lexicon)
  return inner?.startsWith(place) && !(unit?.short ?? '').includes(place) ? place : null
}

const slotOfUnits = (ids: readonly number[], name: string, said: string): UnitSlot => ({
  ids,
  name,
  said: said === name ? null : said,
})

const newest = (units: readonly LexiconUnit[]): LexiconUnit | undefined =>
  units.find((unit) => unit.succeededBy === null) ?? units[0]

/** The units themselves, those they became and those they came from. */
function family(ids: readonly number[], lexicon: Lexicon): number[] {
  const all = new Set(ids)
  const grow = () => {
    for (const unit of lexicon.rows.units) {
      if (unit.succeededBy === null) continue
      if (all.has(unit.id)) all.add(unit.succeededBy)
    }
  }
  grow()
  for (const unit of lexicon.rows.units)
    if (unit.succeededBy !== null && ids.includes(unit.succeededBy)) all.add(unit.id)
  return [...all]
}

function noteOf(slot: UnitSlot, value: Extract<Mark, { kind: 'unit' }>, lexicon: Lexicon): string[] {
  const notes: string[] = []
  const known = value.units.flatMap((unit) => [unit.name, unit.short, ...unit.aliases])
  if (slot.said !== null && !known.includes(slot.said)) notes.push(assumed.unit(slot.said, slot.name))
  else if (slot.said !== null && !slot.name.includes(slot.said))
    notes.push(assumed.unit(slot.said, slot.name))
  const old = slot.ids.filter((id) => !value.units.some((unit) => unit.id === id))
  const others = old
    .map((id) => lexicon.unitById.get(id)?.short ?? '')
    .filter((name) => name !== '' && name !== slot.name)
  return others.length > 0 ? [...notes, assumed.family(slot.name, others)] : notes
}
