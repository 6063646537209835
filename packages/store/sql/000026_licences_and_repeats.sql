-- Licences that came in with a file, as entries of the rights book; and exports that repeat by themselves.

-- How many licences a file holds besides its films: they are read from it again when somebody looks, and never kept twice.
alter table intake add column licences integer not null default 0;

-- Which entries were made of a file, so that taking it back withdraws them. The entry itself says everything else.
create table intake_entry (
  house_id text not null,
  intake_id text not null,
  entry_id text not null,
  primary key (house_id, intake_id, entry_id),
  foreign key (house_id, intake_id) references intake (house_id, id),
  foreign key (house_id, entry_id) references rights_entry (house_id, id)
);

-- What goes out again and again: a format, a selection, a rhythm.
create table export_schedule (
  house_id text not null,
  id text not null,
  name text not null,
  what jsonb not null,                 -- the format, its version, the language, which films or whose licences
  rhythm jsonb not null,               -- every day, week or month, at which hour of UTC
  next_at timestamptz,                 -- null: it rests
  created_at timestamptz not null,
  created_by text not null,
  primary key (house_id, id)
);
create index export_schedule_due on export_schedule (house_id, next_at) where next_at is not null;

-- What came of it, each time. The file is in the file store under its hash.
create table export_run (
  house_id text not null,
  id text not null,
  schedule_id text not null,
  at timestamptz not null,
  file_name text,
  media_type text,
  content_hash text,                   -- null: it failed
  bytes integer,
  items integer,                       -- films, or avails
  losses integer,                      -- what the format had no place for
  failure text,                        -- a code of the closed list of errors
  primary key (house_id, id),
  foreign key (house_id, schedule_id) references export_schedule (house_id, id) on delete cascade,
  check ((content_hash is null) <> (failure is null))
);
create index export_run_newest on export_run (house_id, schedule_id, id desc);
