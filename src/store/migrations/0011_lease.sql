-- One process of several does a thing: whoever holds the row, until it runs out. No session locks: the embedded database
-- has one session for all.

create table lease (
  name   text primary key,
  holder text not null,
  until  timestamptz not null                  -- by the database's clock, one for all
);

-- Order per chat across processes: a question waits for earlier ones of its place that another process works on.
alter table intake
  add column ordinal bigint generated always as identity,
  add column place   text,                     -- chat and thread
  add column worker  text;                     -- who works on it; null: nobody
create index intake_place on intake (channel, place, ordinal) where question is not null and done_at is null;
create index intake_received on intake (received_at);
