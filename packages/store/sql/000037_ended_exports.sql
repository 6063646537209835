-- An export that repeats and was ended waits for thirty days, so that whoever ended it by mistake has it again with its history.
alter table export_schedule add column ended_at timestamptz;
drop index export_schedule_due;
create index export_schedule_due on export_schedule (house_id, next_at) where next_at is not null and ended_at is null;
