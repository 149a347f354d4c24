-- What was said in the web chat, so that the talk survives a restart.

create table web_message (
  id         text primary key,
  chat       text not null,
  author     text,                             -- account of the web chat; null: the bot
  name       text not null,
  words      text,                             -- what a person said, or
  card       jsonb,                            -- the card as it was made
  replies_to text,
  said_at    timestamptz not null,
  check ((words is null) <> (card is null))
);
create index web_message_chat on web_message (chat, said_at, id);
