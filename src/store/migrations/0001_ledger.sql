-- The ledger: files, documents and all that is read out of them. Every derived row keeps its range [span_start, span_end)
-- in file.body. Rows of a document are never changed by reading it again: a changed file makes a new version.

create extension if not exists vector;

create table file (
  id           bigint generated always as identity primary key,
  name         text not null,
  format       text not null,
  content_hash text not null unique,           -- sha-256 of the bytes: the same file twice changes nothing
  body         text not null,                  -- the text as read; all spans refer to it
  added_at     timestamptz not null,
  added_by     bigint
);

create table document (
  id          bigint generated always as identity primary key,
  file_id     bigint not null references file,
  ordinal     int not null,                    -- place in the file; a gazette holds several
  series      text not null,                   -- what makes two documents versions of one: the number, else the folded title
  version     int not null,
  replaced_by bigint references document,      -- null: the current version
  status      text not null check (status in ('draft', 'live', 'withdrawn')),
  number      text,
  title       text not null,
  notice_title text,
  issuer      text,
  issued_on   date,
  addressees  text[] not null default '{}',
  period_start date,
  period_end   date,
  period_certainty text,
  warnings    jsonb not null default '[]',
  span_start  int not null,
  span_end    int not null,
  changed_at  timestamptz not null default now(), -- last reading or correction; what is kept in memory is older
  unique (file_id, ordinal),
  unique (series, version)
);
create index document_current on document (series) where replaced_by is null;

create table unit (
  id           bigint generated always as identity primary key,
  name         text not null,                  -- canonical, once in its place
  place        text,                           -- the city or province it belongs to: 市发改委 is another body elsewhere; null: national
  kind         text not null,                  -- department, district, committee, company, group, …
  short        text not null,                  -- as it is written in answers: 市经信局
  succeeded_by bigint references unit,
  succeeded_on text,                           -- YYYY, YYYY-MM or a day, as far as it is known
  certainty    text not null default 'certain' check (certainty in ('certain', 'likely')),  -- of the succession
  status       text not null default 'known' check (status in ('known', 'proposed')),
  note         text
);
create unique index unit_name on unit (name, coalesce(place, ''));

create table unit_alias (
  unit_id   bigint not null references unit on delete cascade,
  alias     text not null,
  certainty text not null default 'certain' check (certainty in ('certain', 'likely')),
  source    text not null,                     -- registry, document, supervisor
  primary key (alias, unit_id)
);

-- Members of 各区人民政府 and the like; document_id where one document widens the group.
create table unit_member (
  group_id    bigint not null references unit on delete cascade,
  member_id   bigint not null references unit on delete cascade,
  document_id bigint references document on delete cascade,
  certainty   text not null default 'certain' check (certainty in ('certain', 'likely'))
);
create unique index unit_member_once on unit_member (group_id, member_id, coalesce(document_id, 0));

-- Names met in documents that the registry does not know. Each is a unit of its own (status 'proposed') until a
-- supervisor decides: never merged in silence. `guess_id` is the unit it may well be.
create table unit_proposal (
  unit_id     bigint primary key references unit on delete cascade,
  document_id bigint references document on delete set null,
  guess_id    bigint references unit on delete set null,
  reason      text,
  decided     text check (decided in ('merged', 'new', 'ignored')),
  decided_by  bigint,
  decided_at  timestamptz
);

-- 含…下同: what a document says a group takes in, in its own words; the members are in unit_member.
create table group_definition (
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  name        text not null,
  includes    text[] not null,
  body        text not null,
  span_start  int not null,
  span_end    int not null,
  primary key (document_id, ordinal)
);

-- A〈B〉: two names a document gives one body, or a body and who carries it.
create table other_name (
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  name        text not null,
  other       text not null,
  span_start  int not null,
  span_end    int not null,
  primary key (document_id, ordinal)
);

create table section (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  path        text[] not null,
  heading     text,
  span_start  int not null,
  span_end    int not null,
  unique (document_id, ordinal)
);

create table task (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  origin_id   bigint references task,          -- the first version of this task; progress stays with it (null: itself)
  path        text[] not null,
  no          int,
  part        int,
  section     text not null,
  title       text,
  body        text not null,
  lead_rule   text,
  due_on      date,
  due_certainty text,
  due_raw     text,
  due_start   int,                             -- where the deadline is written, if not in the clause then in a heading
  due_end     int,
  span_start  int not null,
  span_end    int not null,
  unique (document_id, ordinal)
);
create index task_no on task (no);

create table task_unit (
  task_id    bigint not null references task on delete cascade,
  role       text not null check (role in ('lead', 'responsible', 'supporting', 'effective_lead')),
  ordinal    int not null,
  written    text not null,                    -- as the document writes it
  unit_id    bigint references unit,
  certainty  text not null,
  span_start int not null,
  span_end   int not null,
  primary key (task_id, role, ordinal)
);
create index task_unit_unit on task_unit (unit_id, role);

-- Targets of tasks, and goals of whole documents (task_id null).
create table metric (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  task_id     bigint references task on delete cascade,
  ordinal     int not null,
  name        text not null,
  op          text not null,
  value       numeric not null,
  value_max   numeric,
  unit        text not null,
  kind        text not null check (kind in ('total', 'growth', 'share')),
  period      text,
  by_part     text,                            -- a district or other part
  raw         text not null,
  span_start  int not null,
  span_end    int not null
);
create index metric_document on metric (document_id);
create index metric_task on metric (task_id);

create table stage (
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  name        text not null,
  start_on    date,
  end_on      date,
  body        text not null,
  span_start  int not null,
  span_end    int not null,
  primary key (document_id, ordinal)
);

create table duty (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  who         text,
  to_whom     text,
  what        text not null,
  due_on      date,
  recurrence  text check (recurrence in ('monthly', 'quarterly', 'semiannual', 'annual')),
  body        text not null,
  span_start  int not null,
  span_end    int not null,
  unique (document_id, ordinal)
);

create table roster (
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  role        text not null,
  name        text not null,
  title       text not null,
  span_start  int not null,
  span_end    int not null,
  primary key (document_id, ordinal)
);

create table indicator (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  table_title text not null,
  group_name  text,
  name        text not null,
  unit        text,
  target      text,
  value       numeric,
  period      text,
  by_part     text,
  note        text,
  certain     boolean not null,
  span_start  int not null,
  span_end    int not null,
  unique (document_id, ordinal)
);

-- Retrieval unit. `tokens` are character bigrams and words made by text/tokens, joined by spaces.
create table chunk (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  ordinal     int not null,
  path        text[] not null,
  heading     text not null,
  body        text not null,
  tokens      text not null,
  span_start  int not null,
  span_end    int not null,
  unique (document_id, ordinal)
);

create table chunk_embedding (
  chunk_id  bigint not null references chunk on delete cascade,
  model     text not null,
  embedding vector not null,
  primary key (chunk_id, model)
);

-- A supervisor's word on a field that was misread. It survives reading the file again, and a new version of the
-- document as long as that reads the same wrong value; `was` is what the program had read.
create table correction (
  id          bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  task_id     bigint references task on delete cascade,  -- null: a field of the document
  field       text not null,
  was         jsonb not null,
  value       jsonb not null,
  made_by     bigint,
  made_at     timestamptz not null,
  undone_at   timestamptz
);
create unique index correction_standing on correction (document_id, coalesce(task_id, 0), field) where undone_at is null;
