-- 附表1 办理方案 and 附表2 督办工作人员名单 as units filed them. A later filing supersedes and never overwrites.

-- task_id is the first version, as in progress; null where the line names no task of the unit: kept, and shown to the supervisor.
create table handling_plan (
  id            bigint generated always as identity primary key,
  unit_id       bigint not null references unit,
  task_id       bigint references task,
  label         text not null,                 -- 序号 as in the form: 52, 80-2
  body          text not null,                 -- the task's words as in the form
  person_id     bigint references person,
  message_key   text not null,
  filed_at      timestamptz not null,
  filed_on      date not null,
  supersedes    bigint references handling_plan,
  superseded_at timestamptz
);
create unique index handling_plan_standing on handling_plan (unit_id, task_id) where superseded_at is null;
create index handling_plan_task on handling_plan (task_id);
create index handling_plan_said on handling_plan (message_key);

create table plan_step (
  plan_id   bigint not null references handling_plan on delete cascade,
  ordinal   int not null,
  work      text not null,
  measures  text not null,
  finish_on date,                              -- null: not said, or no one day
  finish    text not null,                     -- as written
  chief     text not null,                     -- 分管负责人
  handler   text not null,
  phone     text not null,
  primary key (plan_id, ordinal)
);

create table contact_list (
  id            bigint generated always as identity primary key,
  unit_id       bigint not null references unit,
  person_id     bigint references person,
  message_key   text not null,
  filed_at      timestamptz not null,
  filed_on      date not null,
  supersedes    bigint references contact_list,
  superseded_at timestamptz
);
create unique index contact_list_standing on contact_list (unit_id) where superseded_at is null;
create index contact_list_said on contact_list (message_key);

create table contact (
  list_id      bigint not null references contact_list on delete cascade,
  ordinal      int not null,
  unit         text,                           -- as written, where it is another's
  role         text not null,
  name         text not null,
  title        text not null,
  office_phone text not null,
  mobile       text not null,
  note         text not null,
  primary key (list_id, ordinal)
);
