-- A house can move: all its rows leave as lines and are written into an empty house as they were, in one transaction.

-- The id that the audit trail is sealed under, where it is not the house's own: a house that moved in keeps its trail whole.
alter table house add column sealed_as text;

-- Rows that name rows of their own table are written in any order.
alter table company alter constraint company_house_id_merged_into_fkey deferrable;
alter table contact alter constraint contact_house_id_merged_into_fkey deferrable;
alter table deal alter constraint deal_house_id_renews_id_fkey deferrable;
alter table invoice alter constraint invoice_house_id_credits_id_fkey deferrable;

-- Whether this transaction writes a whole house that is moving in: `move_in` was called in it.
create function moves_in(house text) returns boolean language sql stable as
  $$ select coalesce(current_setting('vitrine.moving_in', true), '') = house $$;

-- Lets the rest of this transaction write rows in the states they had. Only of a house with no film, no entry, no deal and
-- no company; what is there already is as guarded as ever, and the trail of such a house alone may make room for another.
create function move_in(house text) returns void language plpgsql as $$
begin
  if exists (select from title_revision where house_id = house) or exists (select from rights_entry where house_id = house)
    or exists (select from deal where house_id = house) or exists (select from company where house_id = house) then
    raise exception 'a house moves into an empty one only' using errcode = 'restrict_violation';
  end if;
  perform set_config('vitrine.moving_in', house, true);
  delete from audit_line where house_id = house;
end $$;

create function hold_audit_line() returns trigger language plpgsql as $$
begin
  if tg_level = 'STATEMENT' and coalesce(current_setting('vitrine.moving_in', true), '') <> '' then
    return null;
  end if;
  if tg_level = 'ROW' and moves_in(old.house_id) and not exists (select from title_revision where house_id = old.house_id) then
    return old;
  end if;
  raise exception '% is append-only: its rows can be added, never changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end $$;
drop trigger audit_line_append_only on audit_line;
create trigger audit_line_append_only before update or truncate on audit_line
  for each statement execute function refuse_change();
create trigger audit_line_stays before delete on audit_line for each statement execute function hold_audit_line();
create trigger audit_line_of_house_stays before delete on audit_line for each row execute function hold_audit_line();

-- Guards of first states, as they were (000012, 000020), but for rows of a house that is moving in.
create or replace function hold_state_step() returns trigger language plpgsql as $$
declare
  takes_back boolean;
  since timestamptz;
begin
  if tg_op = 'UPDATE' and new.state = old.state or tg_op = 'INSERT' and moves_in(new.house_id) then
    return new;
  end if;
  select back into takes_back from state_step where machine = tg_argv[0] and to_state = new.state
    and from_state = case when tg_op = 'INSERT' then '' else old.state end;
  if takes_back then
    since := coalesce(to_jsonb(old) ->> 'settled_at', to_jsonb(old) ->> 'state_since')::timestamptz;
    if abs(extract(epoch from (to_jsonb(new) ->> 'updated_at')::timestamptz - since)) <= 600 then
      return new;
    end if;
  elsif takes_back = false then
    return new;
  end if;
  raise exception '% cannot become % from %', tg_argv[0], new.state, case when tg_op = 'INSERT' then 'nothing' else old.state end
    using errcode = 'check_violation', constraint = 'state_step';
end $$;

create or replace function hold_paper_deal() returns trigger language plpgsql as $$
declare
  of_deal text;
begin
  if new.state = 'void' or (tg_op = 'UPDATE' and new.state = old.state) or (tg_op = 'INSERT' and moves_in(new.house_id)) then
    return new;
  end if;
  select state into of_deal from deal where house_id = new.house_id and id = new.deal_id for share; -- it does not end meanwhile
  if of_deal in ('lost', 'terminated') then
    raise exception 'paper cannot become % in a deal that is %', new.state, of_deal using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;

-- Invoices that move in come in any order: that their numbers have no gap was seen to when they were issued.
create or replace function hold_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if moves_in(new.house_id) then
      return new;
    end if;
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
