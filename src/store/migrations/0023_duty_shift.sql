-- A duty of a rhythm put off or brought forward once: its other days stay.
alter table duty_change drop constraint duty_change_change_check;
alter table duty_change add constraint duty_change_change_check
  check (change in ('added', 'moved', 'shifted', 'paused', 'resumed', 'ended'));
