-- How far the day of the sample city was moved on, so that a restart does not fall back into days already lived.

create table moved_clock (
  single   boolean primary key default true check (single),
  moved_ms bigint not null check (moved_ms >= 0)
);
