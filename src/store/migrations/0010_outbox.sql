-- Every message we send, from its planning to the last fact known of it.

create table outbox (
  key         text primary key,                -- names the message for ever
  ordinal     bigint generated always as identity,
  channel     text not null,
  address     jsonb not null,                  -- domain/send Address
  place       text not null,                   -- chat or person the platform counts by, and order is kept in
  reply       jsonb,                           -- what to say; null once it was accepted
  state       text not null default 'planned' check (state in ('planned', 'accepted', 'dead')),
  planned_at  timestamptz not null,
  due_at      timestamptz not null,
  taken_until timestamptz,                     -- someone is sending it; past: they died over it
  first_tried timestamptz,                     -- the platform knows a repeated message for one hour from here
  tries       int not null default 0,
  unsure      boolean not null default false,  -- a try may have arrived without our knowing
  message_id  text,                            -- the platform's id: only with it was the message sent
  accepted_at timestamptz,
  read_at     timestamptz,
  answered_at timestamptz,
  failed_at   timestamptz,
  failure_code    int,
  failure_verdict text,
  check ((state = 'accepted') = (message_id is not null))
);
create index outbox_due on outbox (channel, ordinal) where state = 'planned';
create index outbox_place on outbox (channel, place, ordinal) where state = 'planned';
create index outbox_message on outbox (message_id);
create index outbox_dead on outbox (failed_at) where state = 'dead';

-- How much was sent lately, by app and by place: the platform's limits hold for all processes together.
create table send_window (
  name       text primary key,                 -- app:… or place:…
  times      timestamptz[] not null default '{}',
  held_until timestamptz                       -- the platform said to wait
);

-- Messages of an app by second, for its limit by the minute.
create table send_count (
  app    text not null,
  second bigint not null,
  count  int not null,
  primary key (app, second)
);

-- Takes one slot of the app and the place: 0 and counted, or the milliseconds to wait; `limited` says for what. Sliding
-- windows, a little longer than the platform's, for messages catch up with one another on the way. The clock is the
-- database's, one for all; `at` is for tests.
create function take_slot(
  app text, place text, per_second int, per_place int, per_minute int, at timestamptz,
  out wait_ms int, out limited text)
language plpgsql as $$
#variable_conflict use_column
declare
  pace constant interval := '1020 milliseconds';
  moment timestamptz;
  a send_window;
  p send_window;
  minute int;
  first bigint;
  app_free timestamptz;
  place_free timestamptz;
begin
  insert into send_window (name) values ('app:' || app) on conflict do nothing;
  select * into a from send_window where name = 'app:' || app for update;
  select * into p from send_window where name = 'place:' || place;
  moment := coalesce(at, clock_timestamp());
  select sum(count), min(second) into minute, first
    from send_count where send_count.app = take_slot.app and second >= floor(extract(epoch from moment)) - 60;
  app_free := greatest(a.held_until, a.times[cardinality(a.times) - per_second + 1] + pace,
    case when minute >= per_minute then to_timestamp(first + 61) end);
  place_free := greatest(p.held_until, p.times[cardinality(p.times) - per_place + 1] + pace);
  if app_free > moment or place_free > moment then
    limited := case when app_free > moment then 'app' else 'place' end;
    wait_ms := greatest(1, ceil(extract(epoch from greatest(app_free, place_free) - moment) * 1000));
    return;
  end if;
  update send_window set times = (times || moment)[greatest(1, cardinality(times) + 2 - 100):]
    where name = 'app:' || app;
  insert into send_window (name, times) values ('place:' || place, array[moment])
    on conflict (name) do update
    set times = (send_window.times || moment)[greatest(1, cardinality(send_window.times) + 2 - 10):];
  insert into send_count (app, second, count) values (app, floor(extract(epoch from moment)), 1)
    on conflict (app, second) do update set count = send_count.count + 1;
  wait_ms := 0;
end $$;
