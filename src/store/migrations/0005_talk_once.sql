-- A question is kept with its intake row until it is answered, so that a kill or a failure loses none, and its turn is
-- found again by the same key, so that none is answered twice.

alter table intake
  add column question   jsonb,                 -- the event as our own type; null: nothing to answer
  add column taken_at   timestamptz,           -- someone works on it since then
  add column excused_at timestamptz,           -- the asker was told that it takes longer
  add column done_at    timestamptz;
create index intake_unanswered on intake (channel, taken_at) where question is not null and done_at is null;

alter table turn
  add column chat_type text not null default 'group' check (chat_type in ('group', 'private')),
  add column thread    text,
  add column key       text;                   -- message:<id> or tap:…
create unique index turn_once on turn (channel, key);
