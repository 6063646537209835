-- The rights book: what the house may sell (grants), what it has sold (licences), what nobody may exploit (holdbacks) and
-- what it has promised for a while (options). docs/rights.md is the definition. Every state of every entry stays, with the
-- day from which its terms hold and the moment at which it was recorded: the book can be read as of any day and moment.

-- An entry as it stands. terms is what people read (packages/rights/src/book/entry.ts), with the members that territories
-- and media had when it was written.
create table rights_entry (
  house_id text not null references house,
  id text not null,
  title_id text not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('grant', 'licence', 'holdback', 'option')),
  status text not null check (status in ('draft', 'signed', 'rejected', 'expired', 'terminated', 'taken-up')),
  terms jsonb not null,
  party text,
  contract text,
  first_day date,                     -- of all its boxes as they count today; null: since ever
  last_day date,                      -- null: in perpetuity
  expires date,                       -- of an option: through this day
  undated boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  change_seq bigint not null,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id),
  check (kind <> 'option' or expires is not null)
);
create index rights_entry_of_title on rights_entry (house_id, title_id, kind);
create index rights_entry_newest on rights_entry (house_id, updated_at desc, id);
create index rights_entry_ending on rights_entry (house_id, last_day) where status = 'signed' and last_day is not null;
create index rights_entry_lapsing on rights_entry (house_id, expires) where status = 'signed' and expires is not null;
create index rights_entry_by_contract on rights_entry (house_id, contract) where contract is not null;

-- Every state of every entry. Rows are only ever added. effective is the day from which this state's terms hold; before it
-- the states before count; null: it corrects the entry from its beginning.
create table rights_version (
  house_id text not null,
  entry_id text not null,
  version integer not null,
  title_id text not null,
  status text not null,
  terms jsonb not null,
  effective date,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  verb text not null,
  note text,
  change_seq bigint not null,
  primary key (house_id, entry_id, version),
  foreign key (house_id, entry_id) references rights_entry (house_id, id)
);
create index rights_version_of_title on rights_version (house_id, title_id, change_seq);
create trigger rights_version_append_only before update or delete or truncate on rights_version
  for each statement execute function refuse_change();

-- Papers that belong to an entry; the bytes are in the file store under sha256.
create table rights_document (
  house_id text not null,
  id text not null,
  entry_id text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  at timestamptz not null,
  by_name text not null,
  removed_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, entry_id) references rights_entry (house_id, id)
);
create index rights_document_of_entry on rights_document (house_id, entry_id);

-- ------------------------------------------------------------------------------------------------ what the engine reads

-- Sets of territories, languages and cuts that stand in the book, each once under a small number: lines are numbers alone.
create table rights_set (
  house_id text not null,
  kind text not null check (kind in ('territories', 'languages', 'cuts')),
  number integer not null,
  members text not null,              -- canonical list, see packages/store/src/rights/sets.ts
  primary key (house_id, kind, number),
  unique (house_id, kind, members)
);

-- The lines of entries that have effect, derived in the transaction that writes the entry; can be made anew. One row a box.
-- Days are numbers since 1970-01-01; ±2^30 is since ever and in perpetuity.
create table rights_line (
  house_id text not null,
  ord integer not null,               -- the title's number in search_title
  entry_id text not null,
  part integer not null,
  kind smallint not null,             -- place in ENTRY_KINDS, packages/rights/src/book/line.ts
  exclusive boolean not null,
  undated boolean not null,
  territories integer not null,       -- rights_set
  media integer not null,             -- bits, packages/rights/src/media/tree.ts
  languages integer not null,
  cuts integer not null,
  from_day integer not null,
  to_day integer not null,
  expires integer not null,
  primary key (house_id, ord, entry_id, part)
);

-- Titles whose lines changed, and when last: what copies in memory follow.
create table rights_title (
  house_id text not null,
  ord integer not null,
  change_seq bigint not null,
  primary key (house_id, ord)
);
create index rights_title_by_change on rights_title (house_id, change_seq);

-- ------------------------------------------------------------------------------------------------ what was sent

-- A list of availabilities as a buyer got it. question and answer are never written to again.
create table availability_list (
  house_id text not null references house,
  id text not null,
  token text not null,
  to_name text not null,
  to_company text,
  to_email text,
  locale text not null,
  message text,
  question jsonb not null,
  answer jsonb not null,
  title_ids jsonb not null,
  change_seq bigint not null,         -- of the book when it was sent
  at timestamptz not null,
  by_id text,
  by_name text not null,
  recalled_at timestamptz,            -- the link no longer answers
  opened_at timestamptz,
  primary key (house_id, id)
);
create unique index availability_list_by_token on availability_list (house_id, token);
create index availability_list_newest on availability_list (house_id, at desc, id);
create index availability_list_by_title on availability_list using gin (title_ids) where recalled_at is null;

-- How a spreadsheet's columns were read last time, by the fingerprint of its headings.
create table rights_import_mapping (
  house_id text not null references house,
  headings text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (house_id, headings)
);

-- ------------------------------------------------------------------------------------------------ who is told

create table webhook (
  house_id text not null references house,
  id text not null,
  url text not null,
  secret text not null,               -- signs what is sent; shown once
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz,
  primary key (house_id, id)
);

-- One event for one webhook, kept until it was taken or given up.
create table webhook_delivery (
  house_id text not null,
  id text not null,
  webhook_id text not null,
  event text not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  last_status text,
  at timestamptz not null,
  done_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, webhook_id) references webhook (house_id, id)
);
create index webhook_delivery_due on webhook_delivery (house_id, due_at) where state = 'waiting';

-- A secret address under which a calendar shows what ends when.
create table rights_calendar (
  house_id text not null references house,
  token_hash text not null,
  user_id text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (house_id, token_hash)
);
