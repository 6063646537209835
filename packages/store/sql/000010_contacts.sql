-- Finding companies and people, what is noted and due about them, duplicates made one, markets and their meetings.

-- What a list is searched and sorted by: names, places and addresses without case and accents, written by the house with the
-- row. updated_by is told to whoever saved at the same time.
alter table company add column search text not null default '';
alter table company add column sort_name text not null default '';
alter table company add column updated_by text not null default '';
create index company_by_sort on company (house_id, sort_name, id) where merged_into is null;

alter table contact add column search text not null default '';
alter table contact add column sort_name text not null default '';
alter table contact add column updated_by text not null default '';
alter table contact add column kept_until date; -- the last day for which there is a reason to keep the person; null: as long as business goes on
create index contact_by_sort on contact (house_id, sort_name, id) where merged_into is null and erased_at is null;
create index contact_due on contact (house_id, kept_until) where kept_until is not null and erased_at is null;

-- What a company asked for, was sent and bought is found by the names and addresses it goes by.
create index screener_request_by_email on screener_request (house_id, lower(email));
create index screener_request_by_company on screener_request (house_id, lower(company)) where company is not null;
create index availability_list_by_email on availability_list (house_id, lower(to_email)) where to_email is not null;
create index availability_list_by_company on availability_list (house_id, lower(to_company)) where to_company is not null;
create index rights_entry_by_party on rights_entry (house_id, lower(party)) where party is not null;
create index letter_by_email on letter (house_id, lower(to_email));

-- What somebody of the house wrote down. The subject is whatever it is about: a company, a contact, a deal; contact_ids are the
-- people whom it names, so that it is found with them and goes with them.
create table note (
  house_id text not null references house,
  id text not null,
  subject_kind text not null,
  subject_id text not null,
  contact_ids jsonb not null default '[]',
  text text not null,
  revision integer not null default 1,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,             -- taken back; it can be brought back as long as the row is there
  primary key (house_id, id)
);
create index note_of_subject on note (house_id, subject_kind, subject_id, at desc, id);
create index note_of_contacts on note using gin (contact_ids);

-- What is to be done, by whom and by when.
create table task (
  house_id text not null references house,
  id text not null,
  subject_kind text,                  -- null: about nothing in particular
  subject_id text,
  text text not null,
  due date,
  owner_id text,
  revision integer not null default 1,
  by_name text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  removed_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, owner_id) references member (house_id, user_id),
  check ((subject_kind is null) = (subject_id is null))
);
create index task_of_subject on task (house_id, subject_kind, subject_id) where removed_at is null;
create index task_due on task (house_id, owner_id, due) where done_at is null and removed_at is null;

-- Two rows that were made one: what the survivor was, and which rows were turned towards it, so that it can be undone.
create table contact_merge (
  house_id text not null references house,
  id text not null,
  kind text not null check (kind in ('company', 'contact')),
  survivor_id text not null,
  merged_id text not null,
  before jsonb not null,
  at timestamptz not null,
  by_name text not null,
  undone_at timestamptz,
  primary key (house_id, id)
);
create index contact_merge_newest on contact_merge (house_id, at desc, id) where undone_at is null;

-- Two rows of which somebody said that they are not the same; the smaller id first.
create table contact_apart (
  house_id text not null references house,
  kind text not null check (kind in ('company', 'contact')),
  one_id text not null,
  other_id text not null,
  primary key (house_id, kind, one_id, other_id),
  check (one_id < other_id)
);

-- How a spreadsheet's columns were read last time, by the fingerprint of its headings.
create table contact_import_mapping (
  house_id text not null references house,
  headings text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (house_id, headings)
);

-- A market or a festival that the house goes to.
create table market (
  house_id text not null references house,
  id text not null,
  name text not null,
  kind text not null check (kind in ('market', 'festival', 'other')),
  city text,
  country text,
  first_day date not null,
  last_day date not null,
  stand text,                         -- where the house is found there
  revision integer not null default 1,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (house_id, id),
  check (first_day <= last_day)
);
create index market_newest on market (house_id, first_day desc, id) where removed_at is null;

-- A meeting at a market: times are minutes of the day there, as people make appointments.
create table meeting (
  house_id text not null references house,
  id text not null,
  market_id text not null,
  company_id text,
  day date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440 and to_minute > from_minute),
  place text,
  user_ids jsonb not null default '[]',    -- people of the house
  contact_ids jsonb not null default '[]', -- people of the company
  title_ids jsonb not null default '[]',   -- films to pitch
  about text,                              -- what was arranged
  notes text not null default '',
  noted_by text,
  noted_at timestamptz,
  revision integer not null default 1,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, market_id) references market (house_id, id),
  foreign key (house_id, company_id) references company (house_id, id)
);
create index meeting_of_market on meeting (house_id, market_id, day, from_minute) where removed_at is null;
create index meeting_of_company on meeting (house_id, company_id) where company_id is not null;
create index meeting_of_contacts on meeting using gin (contact_ids);
