-- A master that takes every worker with it that looks at it fails, as a reel does: before, it was looked at again and again, for ever.
alter table master add column attempts integer not null default 0 check (attempts >= 0);
