-- The catalogue: titles with every state they ever had, the names found on them, the sheets they came from, and the
-- trail of who did what. Every key starts with house_id, so that one database can serve many houses and a distributed
-- PostgreSQL can spread them by that column. Plain SQL of PostgreSQL 15; nothing here needs an extension.

-- One row a house. change_seq goes up by one with every transaction that writes (readers follow it); audit_seq and
-- audit_hash are the last line of the audit trail, so that cutting lines off its end shows.
create table house (
  house_id text not null primary key,
  created_at timestamptz not null default now(),
  settings jsonb not null default '{}',
  change_seq bigint not null default 0,
  audit_seq bigint not null default 0,
  audit_hash text not null default ''
);

-- ------------------------------------------------------------------------------------------------ titles

create table title (
  house_id text not null references house,
  id text not null,
  slug text not null,
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  revision integer not null check (revision >= 1),
  sheet jsonb not null,
  card jsonb not null,                -- what lists show: a cut of the sheet, so that a list reads little
  eidr text,                          -- identifiers in canonical form, for finding the same film again
  isan text,
  same_film text not null,            -- folded title | year | folded first director: how the same film is known without identifiers
  edited_by_hand boolean not null,    -- an import never writes over what a person has corrected
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  change_seq bigint not null,
  primary key (house_id, id)
);
create index title_by_change on title (house_id, change_seq);
create index title_by_update on title (house_id, updated_at desc, id);
create index title_newest on title (house_id, published_at desc, id) where status = 'published';
create index title_by_eidr on title (house_id, eidr) where eidr is not null;
create index title_by_isan on title (house_id, isan) where isan is not null;
create index title_by_same_film on title (house_id, same_film);

-- Every slug a title ever had; title.slug is the one in use. A former slug stays its film's for ever.
create table title_slug (
  house_id text not null,
  slug text collate "C" not null,     -- by bytes, so that all "the-river-…" are one stretch of the index
  title_id text not null,
  since timestamptz not null,
  primary key (house_id, slug),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index title_slug_of_title on title_slug (house_id, title_id);

-- Every state of every title, whole. Rows are only ever added.
create table title_revision (
  house_id text not null,
  title_id text not null,
  revision integer not null,
  status text not null,
  sheet jsonb not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  verb text not null,
  note text,
  changed_fields jsonb not null,
  primary key (house_id, title_id, revision),
  foreign key (house_id, title_id) references title (house_id, id)
);

-- The sheet of somebody who saved second: kept until they have merged it or let it go.
create table unsaved_draft (
  house_id text not null,
  id text not null,
  title_id text not null,
  base_revision integer not null,
  sheet jsonb not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index unsaved_draft_of_title on unsaved_draft (house_id, title_id, at desc);

create table presence (
  house_id text not null,
  title_id text not null,
  user_id text not null,
  name text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (house_id, title_id, user_id)
);

-- ------------------------------------------------------------------------------------------------ names on titles

-- A person, a company or a festival, under one slug whatever the accents: "Mirzoéva" and "Mirzoeva" are one page.
create table name (
  house_id text not null,
  kind text not null check (kind in ('person', 'company', 'festival')),
  slug text not null,
  name text not null,
  primary key (house_id, kind, slug)
);

-- Which names, themes, places and collections stand on which title; derived from the sheet in the transaction that writes it.
create table title_name (
  house_id text not null,
  kind text not null check (kind in ('person', 'company', 'festival', 'theme', 'place', 'collection')),
  slug text not null,
  title_id text not null,
  name text not null,                 -- as printed on this sheet
  roles jsonb not null default '[]',  -- director, producer, photography …
  position integer not null,
  published boolean not null,
  primary key (house_id, kind, slug, title_id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index title_name_of_title on title_name (house_id, title_id);
create index title_name_published on title_name (house_id, kind, slug, title_id desc) where published;

create table collection (
  house_id text not null,
  slug text not null,
  name jsonb not null,
  intro jsonb not null,
  picture_id text,
  position integer not null default 0,
  updated_at timestamptz not null,
  primary key (house_id, slug)
);

-- ------------------------------------------------------------------------------------------------ pictures

-- A picture that was uploaded; the bytes are in the file store under sha256.
create table picture (
  house_id text not null,
  id text not null,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  colour text,
  created_at timestamptz not null,
  primary key (house_id, id)
);

create table title_picture (
  house_id text not null,
  picture_id text not null,
  title_id text not null,
  primary key (house_id, picture_id, title_id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index title_picture_of_title on title_picture (house_id, title_id);

-- ------------------------------------------------------------------------------------------------ sheets that came in

-- One film of one file that was dropped at the desk or imported, with its text; what was read of it is read again when asked.
create table received_sheet (
  house_id text not null,
  id text not null,
  via text not null check (via in ('drop', 'import')),
  file_name text,
  media_type text not null,
  content_hash text not null,         -- SHA-256 of the file
  part integer not null,              -- which film of the file, from 0
  stored boolean not null,            -- the file itself is in the file store under content_hash
  text text not null,                 -- of this part
  title text,
  warnings integer not null,
  title_id text,
  duplicate_of text,
  needs text,                         -- why a person must look at it, when somebody must
  received_at timestamptz not null,
  received_by text not null,
  discarded_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index received_sheet_waiting on received_sheet (house_id, received_at desc, id) where title_id is null and discarded_at is null;
create index received_sheet_by_content on received_sheet (house_id, content_hash);
create index received_sheet_of_title on received_sheet (house_id, title_id) where title_id is not null;
-- The same file imported again is the same sheet: this is what makes an import that was stopped safe to run again.
create unique index received_sheet_imported_once on received_sheet (house_id, content_hash, part) where via = 'import';

-- ------------------------------------------------------------------------------------------------ people who work here, programs, visitors

-- Who may do what here. user_id is the sign-in user's; name and address are kept here too, so that this page needs no other table.
create table member (
  house_id text not null references house,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'rights', 'sales', 'editor', 'buyer', 'producer')),
  disabled boolean not null default false,
  created_at timestamptz not null,
  last_seen_at timestamptz,
  primary key (house_id, user_id)
);
create unique index member_by_email on member (house_id, lower(email));

-- Which titles are a producer's own.
create table title_producer (
  house_id text not null,
  title_id text not null,
  user_id text not null,
  primary key (house_id, title_id, user_id),
  foreign key (house_id, title_id) references title (house_id, id),
  foreign key (house_id, user_id) references member (house_id, user_id)
);
create index title_producer_by_user on title_producer (house_id, user_id);

create table api_key (
  house_id text not null references house,
  id text not null,
  user_id text not null,
  name text not null,
  scopes jsonb not null,
  prefix text not null,
  secret_hash text not null,          -- SHA-256: the secret itself is nowhere
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, user_id) references member (house_id, user_id)
);
create unique index api_key_by_secret on api_key (house_id, secret_hash);

create table shortlist (
  house_id text not null references house,
  token text not null,
  edit_key_hash text not null,
  name text,
  note text,
  title_ids jsonb not null,
  user_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, token)
);
create index shortlist_by_user on shortlist (house_id, user_id) where user_id is not null;

create table screener_request (
  house_id text not null references house,
  id text not null,
  title_id text,
  name text not null,
  email text not null,
  company text,
  message text,
  locale text not null,
  state text not null check (state in ('open', 'answered', 'closed')),
  user_id text,
  at timestamptz not null,
  primary key (house_id, id)
);
create index screener_request_newest on screener_request (house_id, at desc, id);

-- ------------------------------------------------------------------------------------------------ the trail

-- Every line carries the SHA-256 of the line before it, so that a line that was changed or taken out by force shows.
create table audit_line (
  house_id text not null references house,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_id text,
  verb text not null,
  subject text not null,
  subject_id text,
  detail jsonb not null,
  previous text not null,
  hash text not null,
  primary key (house_id, seq)
);
create index audit_line_by_subject on audit_line (house_id, subject_id, seq desc) where subject_id is not null;
create index audit_line_by_verb on audit_line (house_id, verb, seq desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: its rows can be added, never changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger audit_line_append_only before update or delete or truncate on audit_line
  for each statement execute function refuse_change();
create trigger title_revision_append_only before update or delete or truncate on title_revision
  for each statement execute function refuse_change();
