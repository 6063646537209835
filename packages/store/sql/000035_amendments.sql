-- Amendments of signed deals: what each changed, as it was and as it became. Rows are only ever added.
create table deal_amendment (
  house_id text not null references house,
  deal_id text not null,
  number integer not null check (number >= 1), -- counted within the deal
  effective date,                     -- null: from the beginning
  note text,                          -- the house's own
  licences jsonb not null,            -- [{entryId, titleId, title, before, after}]: terms of the rights book
  price jsonb,                        -- {currency, before, after, lines, instalments} in minor units; null: the price stayed
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, deal_id, number),
  foreign key (house_id, deal_id) references deal (house_id, id)
);
create trigger deal_amendment_append_only before update or delete or truncate on deal_amendment
  for each statement execute function refuse_change();

-- The amendment that laid an instalment out; null: the sale itself.
alter table instalment add column amendment integer;

-- Where an amendment gave another price, what is to be paid and what the figures count come to that price, whatever program wrote them.
create function hold_amended_plan() returns trigger language plpgsql as $$
declare
  sold bigint;
begin
  if new.price is null or current_setting('vitrine.moving_in', true) = new.house_id then
    return null;
  end if;
  select coalesce(sum(minor), 0) into sold from sale_line where house_id = new.house_id and deal_id = new.deal_id;
  if sold <> (new.price ->> 'after')::bigint
    or sold <> (select coalesce(sum(minor), 0) from instalment where house_id = new.house_id and deal_id = new.deal_id and state <> 'cancelled') then
    raise exception 'the instalments of an amended deal add up to its price' using errcode = 'check_violation', constraint = 'amended_plan';
  end if;
  return null;
end $$;
create trigger deal_amendment_adds_up after insert on deal_amendment for each row execute function hold_amended_plan();
