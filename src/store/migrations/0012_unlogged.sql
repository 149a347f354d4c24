-- What was sent in the last minute need not survive a crash, and must not cost a write to the disk per message.

alter table send_window set unlogged;
alter table send_count set unlogged;
