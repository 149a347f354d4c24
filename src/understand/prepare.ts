import { type NameIndex, nameIndex } from '../text/names.ts'
import { wordsOf } from '../text/tokens.ts'
import { type SoundIndex, soundIndex } from '../text/typo.ts'
import type { LexiconDocument, LexiconRows, LexiconUnit } from './lexicon.ts'
import { documentNames, plainTitle } from './names/documents.ts'
import { homesOf } from './names/home.ts'
import { namesOfThings } from './names/known.ts'
import { unitNames, unitStems } from './names/units.ts'

/** The lexicon made ready for search; built once a version, shared by all questions. */
export interface Lexicon {
  readonly rows: LexiconRows
  readonly unitById: ReadonlyMap<number, LexiconUnit>
  readonly documentById: ReadonlyMap<number, LexiconDocument>
  readonly units: NameIndex<LexiconUnit>
  readonly stems: NameIndex<LexiconUnit>
  readonly documents: NameIndex<LexiconDocument>
  readonly people: NameIndex<string>
  readonly stages: NameIndex<string>
  readonly parts: ReadonlySet<string>
  readonly sounds: SoundIndex
  /** How rare a token is, for weighing topics. */
  readonly rarity: { readonly counts: ReadonlyMap<string, number>; readonly total: number }
  /** What the documents call things, for telling a name from words of asking. */
  readonly names: string
  /** What the city of the documents is called: 武汉市, 武汉. */
  readonly homes: readonly string[]
  /** Units under any of their names, for edit distance. */
  readonly unitWords: readonly string[]
}

/** About 10 ms for a city's plan; the pinyin of every name is the dear part. */
export function prepareLexicon(rows: LexiconRows): Lexicon {
  const unitEntries = rows.units.flatMap((unit) => namesOf(unit).map((name) => [name, unit] as const))
  return {
    rows,
    unitById: new Map(rows.units.map((unit) => [unit.id, unit])),
    documentById: new Map(rows.documents.map((document) => [document.id, document])),
    units: nameIndex(unitEntries),
    stems: nameIndex(rows.units.flatMap((unit) => unitStems(unit).map((stem) => [stem, unit] as const))),
    documents: nameIndex(rows.documents.flatMap((d) => documentNames(d).map((name) => [name, d] as const))),
    people: nameIndex(rows.people.map((person) => [person.name, person.name] as const)),
    stages: nameIndex(rows.stages.flatMap((stage) => stageNames(stage.name))),
    parts: new Set(rows.parts),
    sounds: soundIndex(
      soundWords(
        rows,
        unitEntries.map(([name]) => name),
      ),
    ),
    rarity: { counts: new Map(rows.tokenCounts.map((t) => [t.token, t.n])), total: rows.clauses },
    names: namesOfThings(rows),
    homes: homesOf(rows.documents),
    unitWords: [...new Set(unitEntries.map(([name]) => name).filter((name) => name.length >= 4))],
  }
}

/** Sure names of any unit beat another unit's loose ones; the index keeps both, the finder ranks. */
function namesOf(unit: LexiconUnit): string[] {
  const { sure, loose } = unitNames(unit)
  return [...sure, ...loose]
}

function stageNames(name: string): (readonly [string, string])[] {
  const stem = name.replace(/阶段$/, '')
  return stem.length < 4
    ? [[`${stem}阶段`, name]]
    : [
        [`${stem}阶段`, name],
        [stem, name],
      ]
}

/** Words of the trade that questions are full of; no document need hold them. */
const TRADE = [
  '牵头单位',
  '责任单位',
  '配合单位',
  '工作方案',
  '办理方案',
  '实施方案',
  '行动方案',
  '领导小组',
  '领导小组办公室',
  '联络员',
]

/** What a typo may stand for: names first, then the words that titles, headings and metrics are made of. */
function soundWords(rows: LexiconRows, units: readonly string[]): string[] {
  const titles = rows.documents.flatMap((d) => [...documentNames(d), ...runs(plainTitle(d.title))])
  const stages = rows.stages.map((stage) => stage.name.replace(/阶段$/, ''))
  const said = [...rows.terms, ...rows.sections.map((section) => section.heading)]
  return [...units, ...titles, ...TRADE, ...stages, ...said.flatMap(runs)]
}

/** Dictionary words, and neighbours joined: 楚商回乡 is two words to a dictionary. */
function runs(text: string): string[] {
  const words = wordsOf(text).filter((word) => /^\p{Script=Han}+$/u.test(word))
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`)
  return [...words, ...pairs].filter((word) => word.length >= 3 && word.length <= 8)
}
