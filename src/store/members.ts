import type { Db } from './db.ts'

/** What one document says a group takes in: `members` beside the standing ones. */
export interface Widening {
  readonly groupId: number
  readonly members: readonly number[]
}

/** Makes a document's widenings exactly these. */
export async function saveWidenings(
  db: Db,
  documentId: number,
  widenings: readonly Widening[],
): Promise<void> {
  await db.query('delete from unit_member where document_id = $1', [documentId])
  for (const { groupId, members } of widenings) {
    await db.query(
      `insert into unit_member (group_id, member_id, document_id)
       select $1, member, $3 from unnest($2::bigint[]) as member where member <> $1 on conflict do nothing`,
      [groupId, members, documentId],
    )
  }
}

/** Group → members a document adds, for `membersOf`. */
export async function readWidenings(db: Db, documentId: number): Promise<Map<number, readonly number[]>> {
  const rows = await db.query<{ group_id: number; members: number[] }>(
    'select group_id, array_agg(member_id order by member_id) as members from unit_member where document_id = $1 group by group_id',
    [documentId],
  )
  return new Map(rows.map((r) => [r.group_id, r.members]))
}
