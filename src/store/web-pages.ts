import type { DocumentHead, Documents, DocumentText, People, WebPerson } from '../web/deps.ts'
import type { Db } from './db.ts'

interface HeadRow {
  readonly id: number
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly issued_on: string | null
  readonly version: number
  readonly replaced_by: number | null
  readonly tasks: number
  readonly file_name: string
}

interface TextRow extends HeadRow {
  readonly body: string
  readonly span_start: number
  readonly span_end: number
}

interface HeadingRow {
  readonly heading: string
  readonly depth: number
  readonly start: number
}

const HEAD = `
  document.id, document.title, document.number, document.issuer, document.issued_on, document.version,
  document.replaced_by, file.name as file_name,
  (select count(*) from task where task.document_id = document.id and withdrawn_at is null) as tasks`

const LIST = `
  select ${HEAD} from document join file on file.id = document.file_id
  where document.status = 'live'
  order by document.issued_on desc nulls last, document.id desc`

const FIND = `
  select ${HEAD}, file.body, document.span_start, document.span_end
  from document join file on file.id = document.file_id
  where document.id = $1 and document.status = 'live'`

const HEADINGS = `
  select heading, cardinality(path) as depth, span_start as start from section
  where document_id = $1 and heading is not null order by ordinal`

/** The documents as the source pages show them. Drafts and withdrawn documents are not shown. */
export function createWebDocuments(db: Db): Documents {
  return {
    async list() {
      return (await db.query<HeadRow>(LIST)).map(headOf)
    },
    async find(id) {
      const [row] = await db.query<TextRow>(FIND, [id])
      if (!row) return null
      const headings = await db.query<HeadingRow>(HEADINGS, [id])
      return textOf(row, headings)
    },
  }
}

function headOf(row: HeadRow): DocumentHead {
  const { id, title, number, issuer, version, tasks } = row
  return {
    ...{ id, title, number, issuer, version, tasks },
    issuedOn: row.issued_on,
    replacedBy: row.replaced_by,
    fileName: row.file_name,
  }
}

/** Cut here and not in SQL: spans count UTF-16 units, Postgres counts characters. */
function textOf(row: TextRow, headings: readonly HeadingRow[]): DocumentText {
  const { span_start: start, span_end: end } = row
  return { ...headOf(row), text: row.body.slice(start, end), start, end, headings }
}

const PEOPLE = `
  select account.account, person.name, person.title, unit.short as unit,
    array(select role from person_role where person_id = person.id order by role) as roles
  from account
  join person on person.id = account.person_id
  left join unit on unit.id = person.unit_id
  where account.channel = 'web'
  order by person.id`

/** Whom one can be on the chat page: everybody with an account of the web chat. */
export function createWebPeople(db: Db): People {
  return { list: () => db.query<WebPerson>(PEOPLE) }
}
