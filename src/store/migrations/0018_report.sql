-- Reports ordered for set times, files made of reports, and what was published of them.

-- A standing order: who wants which report, how often. `next_at` is the one date it is waited for.
create table subscription (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references person,
  channel    text not null,
  account    text not null,
  asked      jsonb not null,                   -- domain/order ReportAsked
  rhythm     jsonb not null,                   -- domain/order Rhythm
  next_at    timestamptz not null,
  made_at    timestamptz not null,
  stopped_at timestamptz
);
create index subscription_due on subscription (next_at) where stopped_at is null;

-- A printed report, for the one it was made for. The id cannot be guessed: 128 random bits.
create table report_file (
  id         text primary key,
  channel    text not null,
  account    text not null,
  name       text not null,
  media_type text not null,
  hash       text not null references blob,
  made_at    timestamptz not null
);
create index report_file_hash on report_file (hash);
create index report_file_made on report_file (made_at);

-- 通报: edited by a supervisor, then frozen. `body` is the whole report, `safe` what any group may see of it.
create table publication (
  id           bigint generated always as identity primary key,
  state        text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  year         int,
  ordinal      int,
  wish         jsonb not null,                 -- domain/publication PublicationWish
  body         jsonb not null,                 -- domain/report Report
  safe         jsonb not null,
  made_by      bigint not null references person,
  made_at      timestamptz not null,
  published_at timestamptz,
  withdrawn_by bigint references person,
  withdrawn_at timestamptz,
  reason       text,
  check ((state = 'draft') = (ordinal is null))
);
create unique index publication_number on publication (year, ordinal);

-- To whom it went. Whether it arrived is the outbox's to say.
create table publication_copy (
  publication_id bigint not null references publication,
  key            text not null,                -- of the outbox
  address        jsonb not null,               -- domain/send Address
  name           text not null,                -- 市水务局 江小波, 督办群
  primary key (publication_id, key)
);

-- Who opened it: a tap on the card, nothing guessed.
create table publication_opening (
  publication_id bigint not null references publication,
  channel        text not null,
  account        text not null,
  person_id      bigint references person,
  opened_at      timestamptz not null,
  primary key (publication_id, channel, account)
);
