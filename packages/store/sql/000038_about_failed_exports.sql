-- What an export that repeats failed about: which part of its filter is gone, or which limit it met.
alter table export_run add column about jsonb;
