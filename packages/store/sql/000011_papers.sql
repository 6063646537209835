-- The papers of a deal: the house's clauses, deal memos and contracts made with them, and how they were signed.

-- A clause as it stands; what it says is in its versions, every one of which is kept.
create table clause (
  house_id text not null references house,
  id text not null,
  version integer not null check (version >= 1),
  retired_at timestamptz,             -- goes into no new paper; papers that have it keep it
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, id)
);
create table clause_version (
  house_id text not null,
  clause_id text not null,
  version integer not null,
  terms jsonb not null,               -- packages/deals/src/clauses/clause.ts
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, clause_id, version),
  foreign key (house_id, clause_id) references clause (house_id, id)
);
create trigger clause_version_append_only before update or delete or truncate on clause_version
  for each statement execute function refuse_change();

create table paper (
  house_id text not null references house,
  id text not null,
  deal_id text not null,
  offer_id text not null,             -- the accepted offer whose terms it holds
  kind text not null check (kind in ('memo', 'contract', 'amendment')),
  number integer not null,            -- C-1: counted within the deal and the kind
  state text not null,
  version integer not null check (version >= 1),
  locale text not null check (locale in ('en', 'fr')),
  currency text not null,
  total_minor bigint not null,
  drafted_by text,                    -- the member whose words it has: the last who drew it up
  drafted_name text not null,
  sent_at timestamptz,
  executed_at timestamptz,
  void_reason text,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, id),
  unique (house_id, deal_id, kind, number),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, offer_id) references offer (house_id, id),
  check ((state = 'executed') = (executed_at is not null))
);
create index paper_of_deal on paper (house_id, deal_id, created_at desc);
create index paper_by_state on paper (house_id, state, updated_at desc, id);
create index paper_newest on paper (house_id, updated_at desc, id);
-- One paper of a deal is out at a time: two links for one sale would be two sales.
create unique index paper_one_out on paper (house_id, deal_id) where state in ('out', 'countersigning');
create trigger paper_state before insert or update of state on paper for each row execute function hold_state_step('paper');

-- Every version of a paper: all its words, and the very bytes that were printed of them. Rows are only ever added.
create table paper_version (
  house_id text not null,
  paper_id text not null,
  version integer not null,
  content jsonb not null,             -- packages/deals/src/papers/paper.ts
  sha256 text not null,               -- of the PDF, which is in the file store under it
  bytes integer not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, paper_id, version),
  foreign key (house_id, paper_id) references paper (house_id, id)
);
create trigger paper_version_append_only before update or delete or truncate on paper_version
  for each statement execute function refuse_change();

-- Files that came of a paper: `evidence`, signed and sealed; `upload`, the countersigned paper as somebody sent it.
create table paper_file (
  house_id text not null,
  paper_id text not null,
  kind text not null check (kind in ('evidence', 'upload')),
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  file_name text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (house_id, paper_id, kind),
  foreign key (house_id, paper_id) references paper (house_id, id)
);
create trigger paper_file_append_only before update or delete or truncate on paper_file
  for each statement execute function refuse_change();

create table paper_approval (
  house_id text not null,
  paper_id text not null,
  seq integer not null,
  version integer not null,
  decision text not null check (decision in ('asked', 'approved', 'returned')),
  note text,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, paper_id, seq),
  foreign key (house_id, paper_id) references paper (house_id, id)
);
create trigger paper_approval_append_only before update or delete or truncate on paper_approval
  for each statement execute function refuse_change();

-- A link by which one person signs. The address itself is nowhere: token_hash is SHA-256 of it.
create table signing_link (
  house_id text not null,
  id text not null,
  paper_id text not null,
  token_hash text not null,
  contact_id text,
  name text not null,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,               -- the paper was taken back, or another link stands in its place
  opened_at timestamptz,
  code_hash text,                     -- of the code with the address of the link, which is not kept: six digits alone are soon guessed
  code_sent_at timestamptz,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  primary key (house_id, id),
  foreign key (house_id, paper_id) references paper (house_id, id)
);
create unique index signing_link_by_token on signing_link (house_id, token_hash);
create index signing_link_of_paper on signing_link (house_id, paper_id);

-- Who signed, when, and which bytes. One signature a side, for ever.
create table paper_signature (
  house_id text not null,
  paper_id text not null,
  side text not null check (side in ('buyer', 'house')),
  version integer not null,
  sha256 text not null,
  name text not null,
  email text,
  contact_id text,
  user_id text,
  consent text not null,
  opened_at timestamptz,
  code_sent_at timestamptz,
  ip text,                            -- only where the house's settings say so
  at timestamptz not null,
  primary key (house_id, paper_id, side),
  foreign key (house_id, paper_id) references paper (house_id, id)
);
create trigger paper_signature_append_only before update or delete or truncate on paper_signature
  for each statement execute function refuse_change();
