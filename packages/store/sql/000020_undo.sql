-- What was decided of an offer can be taken back for a short while, and no paper outlives its deal.

-- Steps that take a decision back (`back` of the machines in packages/deals/src/states): for ten minutes (MINUTES_TO_UNDO), and
-- only where nothing has followed.
alter table state_step add column back boolean not null default false;
insert into state_step (machine, from_state, to_state, back) values
  ('offer', 'accepted', 'live', true), ('offer', 'declined', 'live', true),
  ('offer', 'withdrawn', 'draft', true), ('offer', 'withdrawn', 'live', true), ('offer', 'withdrawn', 'accepted', true),
  ('deal', 'open', 'agreed', true);

alter table offer
  add column settled_from text,       -- the state that it was settled from
  add column settled_side text check (settled_side in ('house', 'buyer')), -- whose decision it was: it is theirs to take back
  add column answer_before text;      -- what `answer` said until then

create or replace function hold_state_step() returns trigger language plpgsql as $$
declare
  takes_back boolean;
  since timestamptz;
begin
  if tg_op = 'UPDATE' and new.state = old.state then
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

-- An agreement of which a paper was drawn up is not taken back.
create function hold_agreed_offer() returns trigger language plpgsql as $$
begin
  if old.state = 'accepted' and new.state = 'live'
    and exists (select 1 from paper where house_id = new.house_id and offer_id = new.id and state <> 'void') then
    raise exception 'offer cannot become live from accepted: a paper was drawn up' using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;
create trigger offer_agreed before update of state on offer for each row execute function hold_agreed_offer();

-- Papers that outlived their deal until now.
update signing_link l set ended_at = now(), code_hash = null
  from paper p join deal d on d.house_id = p.house_id and d.id = p.deal_id
  where l.house_id = p.house_id and l.paper_id = p.id and l.ended_at is null
    and d.state in ('lost', 'terminated') and p.state not in ('executed', 'void');
update paper p set state = 'void', revision = p.revision + 1, updated_at = now()
  from deal d where d.house_id = p.house_id and d.id = p.deal_id
    and d.state in ('lost', 'terminated') and p.state not in ('executed', 'void');

-- A deal ends when its papers did, and is agreed again only with an offer that is.
create function hold_deal_papers() returns trigger language plpgsql as $$
begin
  if new.state in ('lost', 'terminated') and old.state <> new.state
    and exists (select 1 from paper where house_id = new.house_id and deal_id = new.id and state not in ('executed', 'void')) then
    raise exception 'deal cannot become % while a paper of it can still be signed', new.state
      using errcode = 'check_violation', constraint = 'state_step';
  end if;
  if old.state = 'open' and new.state = 'agreed'
    and not exists (select 1 from offer where house_id = new.house_id and deal_id = new.id and state = 'accepted') then
    raise exception 'deal cannot become agreed from open without an accepted offer' using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;
create trigger deal_papers before update of state on deal for each row execute function hold_deal_papers();

create function hold_paper_deal() returns trigger language plpgsql as $$
declare
  of_deal text;
begin
  if new.state = 'void' or (tg_op = 'UPDATE' and new.state = old.state) then
    return new;
  end if;
  select state into of_deal from deal where house_id = new.house_id and id = new.deal_id for share; -- it does not end meanwhile
  if of_deal in ('lost', 'terminated') then
    raise exception 'paper cannot become % in a deal that is %', new.state, of_deal using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;
create trigger paper_deal before insert or update of state on paper for each row execute function hold_paper_deal();
