import type { Accounts } from '../chat/deps.ts'
import type { Viewer } from '../domain/person.ts'
import type { Db } from './db.ts'
import { VIEWER_COLUMNS, viewerOf } from './viewers.ts'

const VIEWER = `
  select ${VIEWER_COLUMNS}
  from account
  join person on person.id = account.person_id
  left join unit on unit.id = person.unit_id
  where account.channel = $1 and account.account = $2 and account.closed_at is null`

const LINK = `
  insert into account (channel, account, person_id) values ($1, $2, $3)
  on conflict (channel, account) do update set person_id = excluded.person_id`

/** Mobiles are compared by their last 11 digits: the platform writes +86 before them. */
const TIE = `
  insert into account (channel, account, person_id)
  select $1, $2, min(id) from person
  where right(regexp_replace(mobile, '\\D', '', 'g'), 11) = right(regexp_replace($3, '\\D', '', 'g'), 11)
    or lower(email) = lower($4)
  having count(*) = 1
  on conflict (channel, account) do nothing`

export interface AccountStore extends Accounts {
  /** Ties a channel's account to a person; the last word holds. */
  link(channel: string, account: string, personId: number): Promise<void>
}

export function createAccounts(db: Db): AccountStore {
  const findViewer: Accounts['findViewer'] = async ({ channel, account }) => {
    const rows = await db.query<Viewer>(VIEWER, [channel, account])
    return rows[0] ? viewerOf(rows[0]) : null
  }
  return {
    findViewer,
    async tie(sender, { mobile, email }) {
      if (!mobile && !email) return null
      await db.query(TIE, [sender.channel, sender.account, mobile || null, email || null])
      return findViewer(sender)
    },
    async link(channel, account, personId) {
      await db.query(LINK, [channel, account, personId])
    },
  }
}
