-- A supervisor's word on a duty is written once for each message that says it, however often it is confirmed.
alter table duty_change add column message_key text;
create unique index duty_change_once on duty_change (message_key) where message_key <> 'cli';
