-- An invoice can be credited in part, by several credit notes; and money that came in for what is not owed any more goes back.

drop index invoice_credited_once;
create index invoice_credits on invoice (house_id, credits_id) where credits_id is not null;

-- What of it was credited since it was invoiced, line by line as in `lines`, which say what is left; null: nothing.
alter table instalment add column credited jsonb;
-- The credit note by which it was parted from what it belonged to.
alter table instalment add column credit_id text;
alter table instalment add foreign key (house_id, credit_id) references invoice (house_id, id);

-- `out`: money that was sent back, or set off against another invoice.
alter table payment add column direction text not null default 'in' check (direction in ('in', 'out'));

-- What is credited of an invoice never comes to more than what it asked for, in all and line by line, whatever program writes
-- the credit notes, and of two at once the second waits for the first.
create function hold_credits() returns trigger language plpgsql as $$
declare
  credited invoice;
begin
  if new.credits_id is null or moves_in(new.house_id) then
    return new;
  end if;
  select * into credited from invoice where house_id = new.house_id and id = new.credits_id for update;
  if credited.kind <> 'invoice' or credited.currency <> new.currency or credited.deal_id <> new.deal_id
    or credited.company_id <> new.company_id then
    raise exception 'a credit note takes back an invoice of the same sale' using errcode = 'check_violation', constraint = 'invoice_credited';
  end if;
  if exists (
    select from (select coalesce(sum(net_minor), 0) as net, coalesce(sum(vat_minor), 0) as vat from invoice
      where house_id = new.house_id and credits_id = new.credits_id) as before
    where before.net + new.net_minor > credited.net_minor or before.vat + new.vat_minor > credited.vat_minor
  ) or exists (
    -- a line says which one of the invoice it takes from, counted from 0; notes of the whole from before say none
    select from (
      select coalesce((line ->> 'of')::bigint, at - 1) as of, sum((line ->> 'minor')::bigint) as minor
      from (select content from invoice where house_id = new.house_id and credits_id = new.credits_id union all select new.content) as notes,
        jsonb_array_elements(notes.content -> 'lines') with ordinality as each(line, at)
      group by 1) as taken
    where taken.of < 0 or taken.minor > coalesce((credited.content -> 'lines' -> taken.of::integer ->> 'minor')::bigint, 0)
  ) then
    raise exception 'no more is credited than was invoiced' using errcode = 'check_violation', constraint = 'invoice_credited';
  end if;
  return new;
end $$;
create trigger invoice_credited before insert on invoice for each row execute function hold_credits();
