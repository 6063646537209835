-- What came in from elsewhere, in any format, before it is in the catalogue: one intake a file, one row a film of it.
-- Nothing here changes a title; taking an intake does, in one transaction, and keeps beside each film what undoing it needs.

create table intake (
  house_id text not null,
  id text not null,
  file_name text not null,
  content_hash text not null,          -- SHA-256 of the file; the file itself is in the file store under it
  format text not null,
  version text,
  state text not null check (state in ('open', 'taken', 'discarded')),
  findings jsonb not null,             -- about the file as a whole
  columns jsonb,                       -- of a list: its headings, what each was read as, its first value
  remembered boolean not null,         -- they were read as somebody said of such a list before
  films integer not null,
  received_at timestamptz not null,
  received_by text not null,
  decided_at timestamptz,              -- when it got its state
  decided_by text,
  primary key (house_id, id)
);
create index intake_newest on intake (house_id, received_at desc, id desc);
create index intake_by_content on intake (house_id, content_hash);

create table intake_film (
  house_id text not null,
  intake_id text not null,
  position integer not null,           -- which film of the file, from 0
  key text not null,                   -- what the file calls it
  line integer,
  title text not null,
  sheet jsonb not null,
  doubts jsonb not null,
  picture_urls jsonb not null,
  matches jsonb not null,              -- which films it may be, as found when it came
  repeats integer,                     -- an earlier film of the same file that it seems to be
  -- How it stood to the catalogue when it came or was last decided: a file of ten thousand films is counted without reading them.
  standing text not null check (standing in ('new', 'changed', 'same', 'duplicate', 'doubtful')),
  -- What somebody decided: it is `title_id` (null: a new film), of which `paths` are taken over what stands there.
  decision text check (decision in ('take', 'skip')),
  title_id text,
  paths jsonb,
  seen_revision integer,               -- of the title, when that was decided
  by_hand boolean not null,            -- somebody decided it: nothing decides it otherwise
  -- What was done, for undoing it.
  taken_title_id text,
  taken_revision integer,
  before_revision integer,             -- null: the film was new
  primary key (house_id, intake_id, position),
  foreign key (house_id, intake_id) references intake (house_id, id)
);
create index intake_film_standing on intake_film (house_id, intake_id, standing, position);

-- How the columns of a list were read last time: one table for every kind of list, in place of one for each.
create table list_mapping (
  house_id text not null,
  list text not null check (list in ('rights', 'contacts', 'films')),
  headings text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (house_id, list, headings)
);
insert into list_mapping (house_id, list, headings, mapping, updated_at)
select house_id, 'rights', headings, mapping, updated_at from rights_import_mapping
union all select house_id, 'contacts', headings, mapping, updated_at from contact_import_mapping;
drop table rights_import_mapping;
drop table contact_import_mapping;

-- The marks by which a film is known again: all of its titles, its year, its directors and its numbers, without reading sheets whole.
create view title_marks as
select house_id, id, revision, status,
  jsonb_build_array(sheet -> 'title', sheet -> 'originalTitle') || jsonb_path_query_array(sheet, '$.titles.*') || jsonb_path_query_array(sheet, '$.otherTitles[*].title') as titles,
  (sheet ->> 'year')::integer as year, sheet -> 'directors' as directors, sheet -> 'identifiers' as identifiers
from title;

-- Undoing an import removes the drafts that it made and that nobody touched. The title goes; its revisions never do: the trail is
-- sealed over them, so they outlive what they were revisions of.
alter table title_revision drop constraint title_revision_house_id_title_id_fkey;
