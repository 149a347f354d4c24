-- Who owes what by when, who was asked how often, and what people arranged about it.

create table request (
  id          bigint generated always as identity primary key,
  unit_id     bigint not null references unit,
  kind        text not null check (kind in ('progress', 'handlingPlan', 'contacts')),
  period      text not null,
  due_on      date not null,                   -- after holidays moved it
  stated_on   date not null,                   -- as the document has it
  opens_on    date not null,
  grounds     jsonb not null,                  -- domain/request RequestGround[]
  state       text not null default 'open' check (state in ('open', 'answered', 'dropped')),
  opened_at   timestamptz not null,
  answered_at timestamptz,
  reopened_on date                             -- returned by review: the ladder counts from here, not from due_on
);
create unique index request_once on request (unit_id, kind, period, stated_on);
create index request_open on request (due_on) where state = 'open';

create table request_task (
  request_id bigint not null references request on delete cascade,
  task_id    bigint not null references task,  -- first version
  capacity   text not null check (capacity in ('lead', 'responsible')),
  state      text not null default 'asked' check (state in ('asked', 'reported', 'declined', 'known')),
  note       text,
  primary key (request_id, task_id)
);
create index request_task_task on request_task (task_id);

-- Every rung of the ladder of every request, once: sent (with the outbox key), merged into another card, or avoided.
create table ask (
  request_id bigint not null references request on delete cascade,
  rung       text not null,                    -- T-7, T-3, T-1, T, late:1, leader, list, press:<id>, later:<day>
  person_id  bigint not null references person,
  asked_on   date not null,
  outcome    text not null check (outcome in ('sent', 'merged', 'avoided')),  -- avoided: spared, `reason` says why
  reason     text,
  send_key   text,
  asked_at   timestamptz not null,
  primary key (request_id, rung, person_id)
);
create index ask_person on ask (person_id, asked_on);

-- 晚点提醒: not before this day, asked by the person who is asked.
create table snooze (
  request_id bigint not null references request on delete cascade,
  person_id  bigint not null references person,
  until_on   date not null,
  made_at    timestamptz not null,
  primary key (request_id, person_id)
);

-- A supervisor's word on a reporting duty. `duty` names it through all readings of its document; null: their own.
create table duty_change (
  id      bigint generated always as identity primary key,
  duty    text,
  change  text not null check (change in ('added', 'moved', 'paused', 'resumed', 'ended')),
  body    jsonb not null,
  made_by bigint references person,
  made_at timestamptz not null
);

-- Working days the calendar library does not know yet (next year's, a local holiday), as a supervisor brought them in.
create table calendar_day (
  day     date primary key,
  working boolean not null,
  name    text not null,
  source  text not null
);

create table leave (
  id            bigint generated always as identity primary key,
  person_id     bigint not null references person,
  from_on       date not null,
  until_on      date,                          -- null: open
  substitute_id bigint references person,
  check (until_on is null or until_on >= from_on)
);

-- A liaison passes on open items and history; nothing moves until the successor confirms.
create table hand_over (
  id         bigint generated always as identity primary key,
  unit_id    bigint not null references unit,
  from_id    bigint not null references person,
  to_id      bigint not null references person,
  reason     text,
  state      text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'cancelled')),
  asked_at   timestamptz not null,
  decided_at timestamptz
);
create unique index hand_over_open on hand_over (from_id, unit_id) where state = 'asked';
