import type { Address, SendRecord } from '../domain/send.ts'

/** All that is told of a send; completed by the caller's conditions. */
export const RECORD = `
  select key, address, state, message_id, tries, planned_at, accepted_at, read_at, answered_at, failed_at,
    failure_code, failure_verdict
  from outbox`
export interface RecordRow {
  readonly key: string
  readonly address: Address
  readonly state: 'planned' | 'accepted' | 'dead'
  readonly message_id: string | null
  readonly tries: number
  readonly planned_at: Date
  readonly accepted_at: Date | null
  readonly read_at: Date | null
  readonly answered_at: Date | null
  readonly failed_at: Date | null
  readonly failure_code: number | null
  readonly failure_verdict: string | null
}

export function recordOf(row: RecordRow): SendRecord {
  const failure =
    row.failed_at === null
      ? null
      : { code: row.failure_code ?? 0, verdict: row.failure_verdict ?? '', at: row.failed_at }
  return {
    ...{ key: row.key, to: row.address, messageId: row.message_id, tries: row.tries, failure },
    state: row.answered_at ? 'answered' : row.read_at ? 'read' : row.state,
    ...{ plannedAt: row.planned_at, acceptedAt: row.accepted_at },
    ...{ readAt: row.read_at, answeredAt: row.answered_at },
  }
}
