import { lexiconCache } from '../answer/lexicon-cache.ts'
import type { Db } from '../store/db.ts'
import { ledgerOf } from '../store/ledger.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { OpenDatabase } from './database.ts'

const kept = new WeakMap<Db, () => Promise<Lexicon>>()

/** The one lexicon of a database, for all that understand words in this process: it is read and prepared once. */
export function lexiconOf({ db, lexical }: Pick<OpenDatabase, 'db' | 'lexical'>): () => Promise<Lexicon> {
  const lexicon = kept.get(db) ?? lexiconCache(ledgerOf(db, lexical))
  kept.set(db, lexicon)
  return lexicon
}
