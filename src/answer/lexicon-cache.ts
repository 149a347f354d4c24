import { type Lexicon, prepareLexicon } from '../understand/prepare.ts'
import type { Ledger } from './ledger.ts'

/** The lexicon, read again only when the store's stamp has changed; concurrent questions share one reading. */
export function lexiconCache(ledger: Ledger): () => Promise<Lexicon> {
  let kept: { readonly stamp: string; readonly lexicon: Promise<Lexicon> } | null = null
  return async () => {
    const stamp = await ledger.stamp()
    if (kept?.stamp !== stamp) kept = { stamp, lexicon: ledger.lexicon().then(prepareLexicon) }
    const mine = kept
    return mine.lexicon.catch((error: unknown) => {
      if (kept === mine) kept = null
      throw error
    })
  }
}
