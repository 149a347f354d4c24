import type { Sender } from './chat.ts'

export interface ReportFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Printed reports, each for the one account it was made for. */
export interface ReportFiles {
  /** Returns an id nobody can guess. */
  keep(file: ReportFile, owner: Pick<Sender, 'channel' | 'account'>, at: Date): Promise<string>
  /** null: no such file, put away, or another's. */
  find(id: string, owner: Pick<Sender, 'channel' | 'account'>): Promise<ReportFile | null>
}
