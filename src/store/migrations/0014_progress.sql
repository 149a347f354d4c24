-- What units report of their tasks, what people decide about it, and who did what.

-- A task a better reading of its document no longer finds: what hangs on it stays, and no current list has it.
alter table task add column withdrawn_at timestamptz;
alter table task drop constraint task_document_id_ordinal_key;
create unique index task_place on task (document_id, ordinal) where withdrawn_at is null;

-- task_id is always the first version of a task (task.origin_id, or itself): progress outlives new versions.
create table progress (
  id              bigint generated always as identity primary key,
  task_id         bigint not null references task,
  unit_id         bigint not null references unit,
  person_id       bigint references person,
  period          text not null,               -- domain/period: 2026-07, 2026Q3, 2026H1, 2026
  capacity        text not null check (capacity in ('lead', 'responsible')),
  state           text check (state in ('notStarted', 'ongoing', 'blocked', 'done')),
  body            text not null,
  unchanged       boolean not null default false,
  expected_finish date,
  difficulty      text,
  help            text,
  insisted        text,                        -- why a doubtful figure stands all the same
  adopted_from    bigint references progress,
  message_key     text not null,               -- the message or tap it was confirmed by
  reported_at     timestamptz not null,
  reported_on     date not null,
  late            boolean not null default false,
  supersedes      bigint references progress,
  superseded_at   timestamptz,
  review          text not null default 'pending' check (review in ('pending', 'confirmed', 'returned')),
  reviewed_by     bigint references person,
  reviewed_at     timestamptz,
  review_note     text
);
create unique index progress_standing on progress (task_id, unit_id, period) where superseded_at is null;
create unique index progress_once on progress (message_key, task_id, unit_id, period);
create index progress_task on progress (task_id);
create index progress_unit on progress (unit_id, period);

create table reading (
  progress_id bigint not null references progress on delete cascade,
  ordinal     int not null,
  metric      text not null,
  value       numeric not null,
  unit        text not null,
  doubts      text[] not null default '{}',    -- shown and insisted on
  primary key (progress_id, ordinal)
);

-- Something understood but not yet confirmed: shown as a card, written when its person says so.
create table draft (
  id          bigint generated always as identity primary key,
  channel     text not null,
  account     text not null,
  chat        text not null,
  person_id   bigint not null references person,
  body        jsonb not null,                  -- domain/draft
  revision    int not null default 0,
  reply_id    text,                            -- the platform's id of the card that shows it
  made_at     timestamptz not null,
  changed_at  timestamptz not null,
  reminded_at timestamptz,
  settled_at  timestamptz,
  outcome     text check (outcome in ('confirmed', 'dropped', 'replaced')),
  check ((settled_at is null) = (outcome is null))
);
create unique index draft_open on draft (channel, account, chat) where settled_at is null;

create table closing (
  id            bigint generated always as identity primary key,
  task_id       bigint not null references task,
  closed_by     bigint references person,
  closed_at     timestamptz not null,
  closed_on     date not null,
  reason        text not null,
  reopened_by   bigint references person,
  reopened_at   timestamptz,
  reopen_reason text
);
create unique index closing_standing on closing (task_id) where reopened_at is null;

-- A period once closed: what was known then. Later reports are marked late.
create table snapshot (
  period   text primary key,
  as_of    date not null,
  taken_at timestamptz not null,
  body     jsonb not null                      -- domain/standing Snapshot without its tasks
);
create table snapshot_task (
  period  text not null references snapshot,
  task_id bigint not null references task,     -- first version
  ordinal int not null,
  body    jsonb not null,                      -- domain/standing TaskStanding
  open    jsonb,                               -- where it stands differently for who sees confirmed reports alone
  primary key (period, task_id)
);

-- Every write: who, what, before, after, from which message. Rows are only ever added.
create table audit (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  person_id   bigint references person,
  what        text not null,                   -- report, review, return, close, reopen, decline, hand over, duty, …
  subject     text not null,                   -- table
  subject_id  bigint not null,
  before      jsonb,
  after       jsonb,
  message_key text not null
);
create index audit_subject on audit (subject, subject_id);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows are only added';
end $$;
create trigger audit_kept before update or delete on audit for each row execute function audit_is_kept();
