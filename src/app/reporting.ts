import type { MakeDeps } from '../chat/report/deps.ts'
import type { ReportSide } from '../domain/report-wish.ts'
import { reportText } from '../report/text.ts'
import { ledgerOf } from '../store/ledger.ts'
import { readOrigins } from '../store/origins.ts'
import { createProgressBook } from '../store/progress.ts'
import { readUnits } from '../store/read-standing-facts.ts'
import { createStandings } from '../store/standings.ts'
import { readUnitRegistry } from '../store/units.ts'
import { documentLabel } from '../understand/names/documents.ts'
import { readSlots } from '../understand/read.ts'
import { type Aids, NO_AIDS } from './aids.ts'
import { createAsk } from './answering.ts'
import type { OpenDatabase } from './database.ts'
import { lexiconOf } from './lexicon.ts'

type Stored = Pick<OpenDatabase, 'db' | 'lexical'>

/** What reports are made of: the standings, the words of the ledger, and a model for the first paragraph where there is one. */
export function createMaking(stored: Stored, aids: Aids = NO_AIDS): MakeDeps {
  const { db, lexical } = stored
  const ledger = ledgerOf(db, lexical)
  const lexicon = lexiconOf(stored)
  const ask = createAsk(stored)
  const book = createProgressBook(db)
  return {
    issuer: () => issuerOf(stored),
    standings: createStandings(db, ledger.tasks),
    history: (taskId) => book.history(taskId),
    heirs: () => heirsOf(db),
    origins: (ids) => readOrigins(db, ids),
    async about(words, viewer, today) {
      const { tasks } = await ask(`${words}有哪些任务`, { viewer, chat: 'private', history: [], today })
      return tasks.flatMap(({ id }) => (id === 0 ? [] : [id]))
    },
    async sides(words, viewer, today) {
      const names = await lexicon()
      return words.split(/和|与|跟|同|、|，/).flatMap((part): ReportSide[] => {
        const { documents, named } = readSlots(part, { viewer, today, lexicon: names }).slots
        const [id] = named && documents !== null ? documents.ids : []
        const row = names.rows.documents.find((d) => d.id === id)
        return row === undefined ? [] : [{ name: documentLabel(row), unitIds: [], documentId: row.id }]
      })
    },
    reword: (report) =>
      aids.model.word({ question: LEAD, facts: [reportText(report)], today: report.issuedOn }),
  }
}

async function heirsOf(db: OpenDatabase['db']): Promise<ReadonlyMap<number, string>> {
  const units = await readUnits(db, null)
  const gone = [...units.values()].filter(({ id, answers }) => answers !== id)
  return new Map(
    gone
      .flatMap(({ id, answers }) => [[id, units.get(answers)?.short ?? '']] as const)
      .filter(([, name]) => name !== ''),
  )
}

const LEAD = '请为这份材料写开头一段：总的进展、突出的问题、与上期相比的变化，两三句话'

/** The supervisors' unit with its city: 云川市人民政府督查室. */
async function issuerOf({ db, lexical }: Stored): Promise<string> {
  const [contact] = await ledgerOf(db, lexical).contacts('supervisor')
  const name = contact?.unit ?? null
  if (name === null) return '督查室'
  const place = (await readUnitRegistry(db)).units.find((unit) => unit.name === name)?.place ?? null
  if (place === null || name.startsWith(place)) return name
  return name.startsWith('市') && place.endsWith('市') ? `${place}${name.slice(1)}` : `${place}${name}`
}
