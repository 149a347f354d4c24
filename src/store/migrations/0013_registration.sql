-- People who say who they are, until a supervisor has said yes or no; and accounts of people who left.

create table registration (
  id         bigint generated always as identity primary key,
  channel    text not null,
  account    text not null,
  name       text not null,
  unit_id    bigint not null references unit on delete cascade,
  title      text,
  mobile     text,
  role       text not null check (role in ('official', 'liaison', 'leader')),
  asked_at   timestamptz not null,
  decided    text check (decided in ('approved', 'refused')),
  decided_by bigint references person,
  decided_at timestamptz
);
create unique index registration_open on registration (channel, account) where decided is null;

alter table account add column closed_at timestamptz;  -- resigned, or gone from the platform: nobody speaks by it any more
