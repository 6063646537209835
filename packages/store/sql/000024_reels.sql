-- Films that can be watched: masters as producers hand them in, reels packaged of them for streaming, subtitles beside them.
-- Their files lie in folders of their own and are not in the file store: a master may have 200 GB.

-- One file that was handed in, whole.
create table master (
  house_id text not null references house,
  id text not null,
  title_id text not null,
  cut text,                           -- as the rights book names it: 52, 3x52; null: the film has no cut on its sheet
  episode integer check (episode >= 1),
  file_name text not null,
  size bigint not null check (size >= 0),
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'), -- SHA-256, taken while it came in
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  -- Looking at it: done when there is a report, or a word why there can be none.
  report jsonb,                       -- what is in it, measured (packages/screening/src/probe)
  failure text,
  taken_by text,                      -- the worker that looks at it, and until when it has it for itself
  taken_until timestamptz,
  removed_at timestamptz,             -- its file is gone since then
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id),
  check (report is null or failure is null)
);
create index master_of_title on master (house_id, title_id, uploaded_at desc);
create index master_unseen on master (house_id, uploaded_at) where report is null and failure is null and removed_at is null;

-- Which state may follow which, as packages/screening/src/reel/states.ts draws it.
insert into state_step (machine, from_state, to_state, back) values
  ('reel', '', 'waiting', false),
  ('reel', 'waiting', 'packaging', false), ('reel', 'waiting', 'cancelled', false),
  ('reel', 'packaging', 'ready', false), ('reel', 'packaging', 'failed', false), ('reel', 'packaging', 'cancelled', false),
  ('reel', 'packaging', 'waiting', false),
  ('reel', 'ready', 'removed', false),
  ('reel', 'failed', 'waiting', false), ('reel', 'failed', 'removed', false),
  ('reel', 'cancelled', 'waiting', false), ('reel', 'cancelled', 'removed', false),
  ('reel', 'removed', 'ready', true), ('reel', 'removed', 'failed', true), ('reel', 'removed', 'cancelled', true);

-- One cut packaged for streaming; the row is its job too, so that a state and the work on it cannot disagree.
create table reel (
  house_id text not null references house,
  id text not null,                   -- names the folder of its files too
  title_id text not null,
  master_id text not null,
  cut text,                           -- of its master
  episode integer,
  languages jsonb not null,           -- what is spoken on it, one a sound track of the master, ISO 639-3
  marked boolean not null,            -- each segment of the picture exists twice, so that a copy names who it was for
  sealed_key text not null,           -- the key of its mark, encrypted under the secret of the server
  state text not null,
  state_since timestamptz not null,
  state_before text,                  -- of one that was removed: what it goes back to
  progress integer not null default 0 check (progress between 0 and 1000), -- thousandths of the whole packaging
  attempts integer not null default 0 check (attempts >= 0),
  failure text,                       -- a word of the closed list in packages/house/src/screening/reel-failures.ts
  taken_by text,                      -- the worker that packages it, and until when it has it for itself
  taken_until timestamptz,
  reel jsonb,                         -- its reel.json, once it is ready
  bytes bigint,                       -- all of its files
  ordered_at timestamptz not null,
  ordered_by text not null,
  ready_at timestamptz,
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id),
  foreign key (house_id, master_id) references master (house_id, id),
  check (state <> 'ready' or (reel is not null and bytes is not null and ready_at is not null)),
  check ((state = 'failed') = (failure is not null) or state in ('removed')),
  check ((state = 'packaging') = (taken_by is not null and taken_until is not null))
);
create index reel_of_title on reel (house_id, title_id, ordered_at desc);
create index reel_of_master on reel (house_id, master_id);
create index reel_to_package on reel (house_id, state, ordered_at) where state in ('waiting', 'packaging');
create index reel_to_clear on reel (house_id, state_since) where state = 'removed';
create trigger reel_state before insert or update of state on reel for each row execute function hold_state_step('reel');

-- Subtitles as they were handed in for a cut: packaged with every reel of it. Another file for the same language replaces the former.
create table subtitles (
  house_id text not null references house,
  id text not null,
  title_id text not null,
  cut text,
  episode integer,
  language text not null,             -- ISO 639-3
  sdh boolean not null,               -- for the deaf and hard of hearing
  file_name text not null,
  format text not null,
  content_hash text not null,         -- SHA-256 of the file; the file itself is in the file store under it
  cues integer not null,
  findings jsonb not null,            -- timing, reading speed
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create unique index subtitles_in_use on subtitles (house_id, title_id, coalesce(cut, ''), coalesce(episode, 0), language, sdh)
  where removed_at is null;
