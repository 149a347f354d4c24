-- People, and what is said to and by them.

create table person (
  id        bigint generated always as identity primary key,
  name      text not null,
  title     text,
  unit_id   bigint references unit,
  mobile    text,
  email     text
);

create table person_role (
  person_id bigint not null references person on delete cascade,
  role      text not null check (role in ('official', 'liaison', 'leader', 'supervisor', 'operator')),
  primary key (person_id, role)
);

-- 分管: the units a leader has under them.
create table oversight (
  person_id bigint not null references person on delete cascade,
  unit_id   bigint not null references unit on delete cascade,
  primary key (person_id, unit_id)
);

-- How a channel knows a person: Feishu open_id, web chat user.
create table account (
  channel   text not null,
  account   text not null,
  person_id bigint not null references person on delete cascade,
  primary key (channel, account)
);

-- Every event once: by the platform's id, and by message id, for the platform may redeliver under a new one.
create table intake (
  channel     text not null,
  key         text not null,                   -- event:<id> or message:<id>
  received_at timestamptz not null,
  primary key (channel, key)
);

-- One question and its answer. The last ones of a chat and person are the context of the next.
create table turn (
  id         bigint generated always as identity primary key,
  channel    text not null,
  chat       text not null,                    -- chat id, with the thread where there is one
  account    text not null,
  person_id  bigint references person,
  text       text not null,
  query      jsonb not null,
  answer     jsonb not null,
  reply_id   text,                             -- the platform's id of the card; null until it was accepted
  asked_at   timestamptz not null
);
create index turn_context on turn (channel, chat, account, id desc);
create index turn_reply on turn (reply_id);

create table rating (
  turn_id  bigint not null references turn on delete cascade,
  account  text not null,
  verdict  text not null check (verdict in ('useful', 'useless')),
  rated_at timestamptz not null,
  primary key (turn_id, account)
);
