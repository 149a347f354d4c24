-- 佐证: files and pictures that liaisons send, and what a report rests on.

-- Bytes by their content: in the database and not in a folder, so that one backup holds all, a file and its row stand or
-- fall together, and several processes on several machines see the same. Also keeps what was uploaded in the web chat.
create table blob (
  hash     text primary key,                   -- sha-256 of the bytes, hexadecimal
  size     int not null,                       -- bytes
  added_at timestamptz not null
);

-- In parts: one large value would hold up every other query of the embedded database while it is written.
create table blob_part (
  hash    text not null references blob on delete cascade,
  ordinal int not null,
  bytes   bytea not null,
  primary key (hash, ordinal)
);
alter table blob_part alter column bytes set storage external; -- pictures and zipped files do not shrink

create table evidence (
  id          bigint generated always as identity primary key,
  channel     text not null,
  chat        text not null,
  account     text not null,
  person_id   bigint references person,
  message_id  text not null,
  file_key    text not null,
  name        text not null,
  media_type  text not null,
  size        int not null,                    -- bytes
  hash        text not null references blob,
  caption     text not null default '',        -- what was said with it
  received_at timestamptz not null,
  progress_id bigint references progress,      -- null: not yet attached
  task_id     bigint references task on delete set null, -- first version, as in progress
  unique (channel, message_id, file_key)
);
create index evidence_recent on evidence (channel, account, chat, received_at);
create index evidence_progress on evidence (progress_id);
create index evidence_task on evidence (task_id);
create index evidence_hash on evidence (hash);
