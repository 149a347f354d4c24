-- Names of the platform's groups, for a supervisor who publishes to them; asked anew after a day, for groups are renamed.

create table group_chat (
  channel  text not null,
  chat     text not null,
  name     text not null,
  asked_at timestamptz not null,
  primary key (channel, chat)
);
