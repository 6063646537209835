-- What follows from a signature: what the buyer is to get, what they are to pay, the invoices that ask for it, and the figures.

-- Something that the buyer is to get. Its states are packages/deals/src/states/machines.ts.
create table deliverable (
  house_id text not null references house,
  id text not null,
  deal_id text not null,
  position integer not null,
  title_id text,                      -- null: it is about the sale as a whole
  kind text not null,
  detail text,                        -- "HD ProRes 422 HQ", "fr:subtitled"
  state text not null,
  due_on date,
  lies text,                          -- where it lies: an address, a shelf, in the house's words
  note text,                          -- what was last said of it: why it was refused, why it is not needed
  revision integer not null default 1,
  at timestamptz not null,            -- when it came into this state
  primary key (house_id, id),
  unique (house_id, deal_id, position),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index deliverable_open on deliverable (house_id, due_on, id) where state in ('wanted', 'ready', 'refused');
create index deliverable_by_state on deliverable (house_id, state, due_on, id);
create trigger deliverable_state before insert or update of state on deliverable for each row execute function hold_state_step('deliverable');

-- A small file that goes with it; the bytes are in the file store, under their hash.
create table deliverable_file (
  house_id text not null,
  id text not null,
  deliverable_id text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  at timestamptz not null,
  by_name text not null,
  removed_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, deliverable_id) references deliverable (house_id, id)
);
create index deliverable_file_of on deliverable_file (house_id, deliverable_id);

-- ------------------------------------------------------------------------------------------------ money

-- What a buyer's invoices are made out to. Kept beside the company, which is a name to people who sell and not to a tax office.
create table billing (
  house_id text not null,
  company_id text not null,
  detail jsonb not null,              -- packages/ledger/src/invoice/party.ts
  revision integer not null default 1,
  updated_at timestamptz not null,
  primary key (house_id, company_id),
  foreign key (house_id, company_id) references company (house_id, id)
);

-- What invoices need to know of the house, its currency, what it expects of a deal in each state.
alter table house add column accounts jsonb not null default '{}';

-- Rates of the euro as the European Central Bank publishes them: how many units of a currency one euro bought on a day.
create table exchange_rate (
  house_id text not null references house,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  rate text not null check (rate ~ '^[0-9]{1,9}([.][0-9]{1,9})?$'),
  primary key (house_id, currency, day)
);

-- An invoice or credit note, as it was issued. Its number is counted within the house and the year, without gaps: it exists
-- from the moment the row does, in the same transaction, and rows never go.
create table invoice (
  house_id text not null references house,
  id text not null,
  year integer not null,
  seq integer not null check (seq >= 1),
  number text not null,               -- 2027-0001
  kind text not null check (kind in ('invoice', 'credit-note')),
  state text not null,
  deal_id text not null,
  company_id text not null,
  credits_id text,                    -- the invoice that a credit note takes back
  issued_on date not null,
  due_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint not null,
  vat_minor bigint not null,
  total_minor bigint not null check (total_minor = net_minor + vat_minor),
  withheld_minor bigint not null default 0, -- what the buyer is expected to keep back as tax
  content jsonb not null,             -- packages/ledger/src/invoice/invoice.ts: every word and sum that is printed
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, id),
  unique (house_id, year, seq),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, company_id) references company (house_id, id),
  foreign key (house_id, credits_id) references invoice (house_id, id),
  check ((kind = 'credit-note') = (credits_id is not null))
);
create index invoice_newest on invoice (house_id, year desc, seq desc);
create index invoice_of_deal on invoice (house_id, deal_id);
create index invoice_of_company on invoice (house_id, company_id, year desc, seq desc);
create index invoice_open on invoice (house_id, due_on, id) where state = 'issued' and kind = 'invoice';
create unique index invoice_credited_once on invoice (house_id, credits_id) where credits_id is not null;
create trigger invoice_state before insert or update of state on invoice for each row execute function hold_state_step('invoice');

create function hold_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.seq <> (select coalesce(max(seq), 0) + 1 from invoice where house_id = new.house_id and year = new.year) then
      raise exception 'invoice numbers follow one another without a gap' using errcode = 'check_violation', constraint = 'invoice_sequence';
    end if;
    if new.year <> extract(year from new.issued_on)
      or exists (select 1 from invoice where house_id = new.house_id and year = new.year and issued_on > new.issued_on) then
      raise exception 'invoices are numbered in the order of their days' using errcode = 'check_violation', constraint = 'invoice_order';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
    return new;
  end if;
  raise exception 'an invoice that was issued is never changed: it is credited' using errcode = 'restrict_violation';
end $$;
create trigger invoice_is_kept before insert or update or delete on invoice for each row execute function hold_invoice();
create trigger invoice_is_not_emptied before truncate on invoice for each statement execute function refuse_change();

-- The paper of an invoice, printed once: what went out stays what it was when templates change.
create table invoice_paper (
  house_id text not null,
  invoice_id text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (house_id, invoice_id),
  foreign key (house_id, invoice_id) references invoice (house_id, id)
);
create trigger invoice_paper_append_only before update or delete or truncate on invoice_paper for each statement execute function refuse_change();

-- A part of the price, and what it waits for.
create table instalment (
  house_id text not null references house,
  id text not null,
  deal_id text not null,
  position integer not null,
  share integer not null check (share between 0 and 10000),
  event text not null,
  days integer not null check (days >= 0),
  day date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor bigint not null check (minor >= 0),
  lines jsonb not null,               -- how much of it is for which line of the offer, in minor units
  state text not null,
  due_on date,
  dated boolean not null default false, -- somebody said the day: it no longer follows the event
  invoice_id text,
  at timestamptz not null,
  primary key (house_id, id),
  unique (house_id, deal_id, position),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, invoice_id) references invoice (house_id, id),
  check (due_on is not null or state not in ('due', 'invoiced', 'paid')),
  check ((invoice_id is not null) = (state in ('invoiced', 'paid')))
);
create index instalment_due on instalment (house_id, due_on, id) where state = 'due';
create index instalment_of_invoice on instalment (house_id, invoice_id) where invoice_id is not null;
create trigger instalment_state before insert or update of state on instalment for each row execute function hold_state_step('instalment');

-- Money that came in. What a bank charged and what was withheld as tax count against the invoice as well.
create table payment (
  house_id text not null,
  id text not null,
  invoice_id text not null,
  received_on date not null,
  minor bigint not null check (minor >= 0),
  charges_minor bigint not null default 0 check (charges_minor >= 0),
  withheld_minor bigint not null default 0 check (withheld_minor >= 0),
  note text,
  at timestamptz not null,
  by_name text not null,
  undone_at timestamptz,
  primary key (house_id, id),
  foreign key (house_id, invoice_id) references invoice (house_id, id),
  check (minor + charges_minor + withheld_minor > 0)
);
create index payment_of_invoice on payment (house_id, invoice_id) where undone_at is null;

-- A letter that reminded a buyer of an invoice, by how urgent it was.
create table payment_reminder (
  house_id text not null,
  id text not null,
  invoice_id text not null,
  level smallint not null check (level between 1 and 3),
  at timestamptz not null,
  by_name text not null,
  primary key (house_id, id),
  foreign key (house_id, invoice_id) references invoice (house_id, id)
);
create index payment_reminder_of on payment_reminder (house_id, invoice_id);

-- ------------------------------------------------------------------------------------------------ figures

-- A deal that goes on where another ended.
alter table deal add column renews_id text;
alter table deal add foreign key (house_id, renews_id) references deal (house_id, id);
create index deal_renewing on deal (house_id, renews_id) where renews_id is not null;

-- What was sold, a line for each film and each of its licences: written with the signature, in its own currency and in the
-- house's at the rate of a day. Every figure is a sum of these lines, so that all of them come to the same.
create table sale_line (
  house_id text not null references house,
  deal_id text not null,
  line integer not null,
  title_id text not null,
  signed_on date not null,
  currency text not null,
  minor bigint not null,
  house_currency text not null,
  house_minor bigint,                 -- null: no rate is known yet
  rate_day date,                      -- whose rates were used
  territories text not null,          -- the set of countries, by its hash
  primary key (house_id, deal_id, line),
  foreign key (house_id, deal_id) references deal (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id)
);
create index sale_line_signed on sale_line (house_id, signed_on);
create table territory_set (
  house_id text not null references house,
  hash text not null,
  leaves jsonb not null,
  primary key (house_id, hash)
);
