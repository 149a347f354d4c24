-- What people say about their tasks besides progress: not ours, somebody else takes over.

create index draft_owner on draft (channel, account, made_at desc);
create index draft_forgotten on draft (changed_at) where settled_at is null and reminded_at is null;

-- task_id is the first version, as in progress.
create table task_decline (
  id         bigint generated always as identity primary key,
  task_id    bigint not null references task,
  unit_id    bigint not null references unit,
  person_id  bigint references person,
  reason     text not null,
  owner      text,                             -- the unit said to answer for it, as said
  owner_id   bigint references unit,
  asked_at   timestamptz not null,
  verdict    text check (verdict in ('accepted', 'kept', 'withdrawn')),
  note       text,
  to_unit_id bigint references unit,           -- accepted: who has the task now
  ruled_by   bigint references person,
  ruled_at   timestamptz,
  check ((verdict is null) = (ruled_at is null))
);
create unique index task_decline_open on task_decline (task_id, unit_id) where verdict is null;
create index task_decline_accepted on task_decline (unit_id, task_id) where verdict = 'accepted';

alter table hand_over add starts_on date;      -- null: at once
alter table hand_over add moved_at timestamptz; -- the role has moved
create index hand_over_to_move on hand_over (starts_on) where state = 'confirmed' and moved_at is null;
