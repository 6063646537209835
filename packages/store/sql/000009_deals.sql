-- From request to signed licence: requests, deals, offers. What is agreed becomes entries of the rights book in the
-- transaction that signs it. Money is a whole number of minor units beside its currency.

-- Which state may follow which, as packages/deals/src/states/machines.ts draws it; from '' one may begin. A state that does
-- not follow is refused here too, whatever program asks.
create table state_step (
  machine text not null,
  from_state text not null,
  to_state text not null,
  primary key (machine, from_state, to_state)
);
insert into state_step (machine, from_state, to_state) values
  -- request
  ('request', '', 'new'), ('request', '', 'taken'),
  ('request', 'new', 'taken'), ('request', 'new', 'answered'), ('request', 'new', 'closed'),
  ('request', 'taken', 'new'), ('request', 'taken', 'answered'), ('request', 'taken', 'closed'),
  ('request', 'answered', 'taken'), ('request', 'answered', 'closed'),
  ('request', 'closed', 'new'), ('request', 'closed', 'taken'),
  -- deal
  ('deal', '', 'open'),
  ('deal', 'open', 'offered'), ('deal', 'open', 'lost'),
  ('deal', 'offered', 'open'), ('deal', 'offered', 'agreed'), ('deal', 'offered', 'lost'),
  ('deal', 'agreed', 'open'), ('deal', 'agreed', 'offered'), ('deal', 'agreed', 'contracted'), ('deal', 'agreed', 'signed'), ('deal', 'agreed', 'lost'),
  ('deal', 'contracted', 'agreed'), ('deal', 'contracted', 'signed'), ('deal', 'contracted', 'lost'),
  ('deal', 'signed', 'completed'), ('deal', 'signed', 'terminated'),
  ('deal', 'completed', 'signed'), ('deal', 'completed', 'terminated'),
  ('deal', 'lost', 'open'),
  -- offer
  ('offer', '', 'draft'), ('offer', '', 'live'),
  ('offer', 'draft', 'live'), ('offer', 'draft', 'withdrawn'),
  ('offer', 'live', 'accepted'), ('offer', 'live', 'declined'), ('offer', 'live', 'countered'), ('offer', 'live', 'expired'), ('offer', 'live', 'withdrawn'), ('offer', 'live', 'superseded'),
  ('offer', 'accepted', 'superseded'), ('offer', 'accepted', 'withdrawn'),
  -- paper
  ('paper', '', 'draft'),
  ('paper', 'draft', 'approving'), ('paper', 'draft', 'approved'), ('paper', 'draft', 'void'),
  ('paper', 'approving', 'draft'), ('paper', 'approving', 'approved'), ('paper', 'approving', 'void'),
  ('paper', 'approved', 'draft'), ('paper', 'approved', 'out'), ('paper', 'approved', 'executed'), ('paper', 'approved', 'void'),
  ('paper', 'out', 'countersigning'), ('paper', 'out', 'executed'), ('paper', 'out', 'void'),
  ('paper', 'countersigning', 'executed'), ('paper', 'countersigning', 'void'),
  -- deliverable
  ('deliverable', '', 'wanted'), ('deliverable', '', 'ready'),
  ('deliverable', 'wanted', 'ready'), ('deliverable', 'wanted', 'sent'), ('deliverable', 'wanted', 'waived'),
  ('deliverable', 'ready', 'wanted'), ('deliverable', 'ready', 'sent'), ('deliverable', 'ready', 'waived'),
  ('deliverable', 'sent', 'ready'), ('deliverable', 'sent', 'accepted'), ('deliverable', 'sent', 'refused'),
  ('deliverable', 'refused', 'wanted'), ('deliverable', 'refused', 'ready'), ('deliverable', 'refused', 'sent'), ('deliverable', 'refused', 'waived'),
  ('deliverable', 'waived', 'wanted'),
  -- instalment
  ('instalment', '', 'planned'), ('instalment', '', 'due'),
  ('instalment', 'planned', 'due'), ('instalment', 'planned', 'cancelled'),
  ('instalment', 'due', 'planned'), ('instalment', 'due', 'invoiced'), ('instalment', 'due', 'cancelled'),
  ('instalment', 'invoiced', 'paid'), ('instalment', 'invoiced', 'due'), ('instalment', 'invoiced', 'cancelled'),
  ('instalment', 'paid', 'invoiced'),
  -- invoice
  ('invoice', '', 'issued'),
  ('invoice', 'issued', 'paid'), ('invoice', 'issued', 'credited'),
  ('invoice', 'paid', 'issued'), ('invoice', 'paid', 'credited');

create function hold_state_step() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    return new;
  end if;
  if not exists (
    select 1 from state_step where machine = tg_argv[0] and to_state = new.state
      and from_state = case when tg_op = 'INSERT' then '' else old.state end
  ) then
    raise exception '% cannot become % from %', tg_argv[0], new.state, case when tg_op = 'INSERT' then 'nothing' else old.state end
      using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;

-- ------------------------------------------------------------------------------------------------ requests

-- Somebody asks: from the site, by mail, or told to somebody of the house.
create table request (
  house_id text not null references house,
  id text not null,
  kind text not null check (kind in ('screener', 'terms', 'other')),
  channel text not null check (channel in ('site', 'mail', 'entered')),
  state text not null,
  title_ids jsonb not null default '[]',
  wishes jsonb,                       -- the rights wished, as a question to the rights book takes them; null: nothing said
  name text not null,
  email text,
  company_name text,                  -- as it was written
  company_id text,                    -- as it was matched
  contact_id text,
  subject text,
  message text,
  mail_id text,                       -- Message-ID: the same letter read twice is one request
  locale text not null,
  user_id text,                       -- who was signed in
  owner_id text,                      -- who of the house sees to it
  deal_id text,
  at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, company_id) references company (house_id, id),
  foreign key (house_id, contact_id) references contact (house_id, id),
  foreign key (house_id, owner_id) references member (house_id, user_id)
);
create index request_newest on request (house_id, at desc, id);
create index request_open on request (house_id, state, at desc) where state in ('new', 'taken');
create index request_of_company on request (house_id, company_id, at desc) where company_id is not null;
create index request_of_contact on request (house_id, contact_id) where contact_id is not null;
create unique index request_by_mail on request (house_id, mail_id) where mail_id is not null;
create index request_by_title on request using gin (title_ids);
create trigger request_state before insert or update of state on request for each row execute function hold_state_step('request');

-- ------------------------------------------------------------------------------------------------ deals

create table deal (
  house_id text not null references house,
  id text not null,
  number integer not null,            -- D-12: counted within the house
  name text not null,
  state text not null,
  company_id text not null,
  contact_id text,                    -- with whom it is spoken of
  owner_id text,                      -- the agent
  request_id text,
  market_id text,                     -- where it began
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  locale text not null check (locale in ('en', 'fr')),
  expected_minor bigint not null default 0 check (expected_minor >= 0), -- what is hoped for while no offer says it
  likelihood smallint check (likelihood between 0 and 100), -- percent, in the agent's judgement; null: as its state says
  closes_on date,                     -- when it is expected to be signed
  lost_reason text,
  lost_note text,
  signed_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  state_since timestamptz not null,
  primary key (house_id, id),
  unique (house_id, number),
  foreign key (house_id, company_id) references company (house_id, id),
  foreign key (house_id, contact_id) references contact (house_id, id),
  foreign key (house_id, owner_id) references member (house_id, user_id),
  foreign key (house_id, request_id) references request (house_id, id),
  check ((state = 'lost') = (lost_reason is not null)),
  check (signed_on is not null or state not in ('signed', 'completed', 'terminated'))
);
create index deal_by_state on deal (house_id, state, updated_at desc, id);
create index deal_newest on deal (house_id, updated_at desc, id);
create index deal_of_company on deal (house_id, company_id, updated_at desc);
create index deal_of_owner on deal (house_id, owner_id, state);
create index deal_signed on deal (house_id, signed_on) where signed_on is not null;
create trigger deal_state before insert or update of state on deal for each row execute function hold_state_step('deal');

-- One version of what is offered. Its terms are packages/deals/src/offer/offer.ts; once it is not a draft they never change.
create table offer (
  house_id text not null,
  id text not null,
  deal_id text not null,
  version integer not null check (version >= 1),
  side text not null check (side in ('house', 'buyer')),
  state text not null,
  terms jsonb not null,
  currency text not null,
  total_minor bigint not null check (total_minor >= 0),
  expires date,
  message text,
  answer text,                        -- what was said when it was declined, withdrawn or accepted
  created_at timestamptz not null,
  updated_at timestamptz not null,
  by_id text,
  by_name text not null,
  sent_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  revision integer not null default 1,
  primary key (house_id, id),
  unique (house_id, deal_id, version),
  foreign key (house_id, deal_id) references deal (house_id, id)
);
create unique index offer_one_draft on offer (house_id, deal_id) where state = 'draft';
create unique index offer_one_live on offer (house_id, deal_id) where state = 'live';
create unique index offer_one_accepted on offer (house_id, deal_id) where state = 'accepted';
create index offer_expiring on offer (house_id, expires) where state = 'live' and expires is not null;
create trigger offer_state before insert or update of state on offer for each row execute function hold_state_step('offer');

create function hold_offer_terms() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.terms <> old.terms or new.total_minor <> old.total_minor or new.currency <> old.currency) then
    raise exception 'the terms of an offer that was sent are never changed: a new version is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger offer_terms before update on offer for each row execute function hold_offer_terms();

-- The films of a deal, so that a film knows its deals.
create table deal_title (
  house_id text not null,
  deal_id text not null,
  title_id text not null,
  primary key (house_id, deal_id, title_id),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index deal_of_title on deal_title (house_id, title_id);

-- What of the rights book is a deal's: options that hold its live offer, licences that it became.
create table deal_entry (
  house_id text not null,
  deal_id text not null,
  entry_id text not null,
  offer_id text,
  line integer,                       -- which line of the offer
  primary key (house_id, deal_id, entry_id),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, offer_id) references offer (house_id, id),
  foreign key (house_id, entry_id) references rights_entry (house_id, id)
);
create unique index deal_of_entry on deal_entry (house_id, entry_id);

-- What happened in a deal, for its page; rows are only ever added. detail holds ids, states and sums, no personal data.
create table deal_event (
  house_id text not null,
  deal_id text not null,
  seq integer not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  what text not null,
  detail jsonb not null default '{}',
  primary key (house_id, deal_id, seq),
  foreign key (house_id, deal_id) references deal (house_id, id)
);
create trigger deal_event_append_only before update or delete or truncate on deal_event
  for each statement execute function refuse_change();
