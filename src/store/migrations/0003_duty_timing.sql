-- When in each period a recurring duty falls due (自2025年第二季度起…每个季度第1个月的20日前), and how a due day is known.

alter table duty
  add column due_certainty text,
  add column from_on       date,
  add column until_on      date,
  add column due_month     int,                -- within the period, 1 = its first month
  add column due_day       int;                -- null: the last day of that month
