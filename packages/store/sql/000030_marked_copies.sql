-- Copies of films to keep: a screener may let its viewer download the film with their name in the picture. Such a copy is a viewing of its
-- own, so that a leak of it leads to it, and the row of it is the job of making it.

alter table screener add column download text not null default 'never' check (download in ('never', 'watermarked'));
alter table viewing add column kind text not null default 'stream' check (kind in ('stream', 'copy'));

-- Which state may follow which, as packages/screening/src/copy/states.ts draws it.
insert into state_step (machine, from_state, to_state, back) values
  ('marked_copy', '', 'waiting', false),
  ('marked_copy', 'waiting', 'making', false), ('marked_copy', 'waiting', 'cancelled', false),
  ('marked_copy', 'making', 'ready', false), ('marked_copy', 'making', 'failed', false), ('marked_copy', 'making', 'cancelled', false),
  ('marked_copy', 'making', 'waiting', false),
  ('marked_copy', 'ready', 'gone', false),
  ('marked_copy', 'failed', 'waiting', false), ('marked_copy', 'cancelled', 'waiting', false), ('marked_copy', 'gone', 'waiting', false);

create table marked_copy (
  house_id text not null,
  id text not null,                   -- of its viewing, whose code the picture carries; names its file too
  sound text,                         -- tracks of the reel, by their names
  subtitles text,
  asked_at timestamptz not null,
  state text not null,
  state_since timestamptz not null,
  progress integer not null default 0 check (progress between 0 and 1000), -- thousandths
  attempts integer not null default 0 check (attempts >= 0),
  failure text,                       -- a word of the closed list in packages/house/src/screening/reel-failures.ts
  taken_by text,                      -- the worker that makes it, and until when it has it for itself
  taken_until timestamptz,
  bytes bigint check (bytes > 0),     -- of its file, while there is one
  fetched_at timestamptz,             -- when the file was first sent
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, id) references viewing (house_id, id),
  check ((state = 'ready') = (bytes is not null)),
  check ((state = 'failed') = (failure is not null)),
  check ((state = 'making') = (taken_by is not null and taken_until is not null))
);
create index marked_copy_to_do on marked_copy (house_id, state, asked_at) where state in ('waiting', 'making');
create index marked_copy_there on marked_copy (house_id, state_since) where state = 'ready';
create trigger marked_copy_state before insert or update of state on marked_copy for each row execute function hold_state_step('marked_copy');

-- What was sent was sent: when is never taken back, and a copy is only ever of a viewing that is one.
create function hold_marked_copy() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (select 1 from viewing where house_id = new.house_id and id = new.id and kind = 'copy') then
    raise exception 'a copy to keep is a viewing of its own' using errcode = 'check_violation', constraint = 'marked_copy_viewing';
  elsif tg_op = 'UPDATE' and old.fetched_at is not null and new.fetched_at is distinct from old.fetched_at then
    raise exception 'when a copy was sent is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger marked_copy_stays before insert or update on marked_copy for each row execute function hold_marked_copy();

-- As in 000025, and: a copy to keep is no device. It takes no place among those at once, and waits for none to be free.
create or replace function screener_refuses(of_house text, of_screener text, of_device text, begins boolean, moment timestamptz) returns text language plpgsql as $$
declare
  given screener%rowtype;
begin
  select * into given from screener where house_id = of_house and id = of_screener for update; -- one after another
  if given.revoked_at is not null then
    return 'revoked';
  elsif given.expires_at <= moment then
    return 'expired';
  elsif begins and given.viewings_allowed is not null
    and (select count(*) from viewing where house_id = of_house and screener_id = of_screener) >= given.viewings_allowed then
    return 'used';
  elsif (select count(distinct device_hash) from viewing where house_id = of_house and screener_id = of_screener and device_hash <> of_device
    and kind = 'stream' and left_at is null and heard_at > moment - interval '60 seconds') >= given.devices_at_once then
    return 'devices';
  end if;
  return null;
end $$;

create or replace function hold_viewing() returns trigger language plpgsql as $$
declare
  why text;
  moves constant text[] := array['heard_at', 'left_at', 'position_ms', 'language', 'subtitles', 'seen_ms', 'ran_ms', 'contact_id', 'name', 'email', 'user_id', 'place_hash', 'country'];
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - moves is distinct from to_jsonb(old) - moves then
      raise exception 'what a viewing is of is never changed' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if moves_in(new.house_id) then
    return new;
  end if;
  if not exists (select 1 from screener_film where house_id = new.house_id and screener_id = new.screener_id and reel_id = new.reel_id) then
    raise exception 'a viewing is of a film of its screener' using errcode = 'check_violation', constraint = 'viewing_film';
  end if;
  if new.kind = 'copy' and not exists (select 1 from screener where house_id = new.house_id and id = new.screener_id and download = 'watermarked') then
    raise exception 'the screener allows no copy to keep' using errcode = 'check_violation', constraint = 'screener_download';
  end if;
  why := screener_refuses(new.house_id, new.screener_id, new.device_hash, true, new.started_at);
  if why is not null and not (new.kind = 'copy' and why = 'devices') then
    raise exception 'the screener lets nobody in: %', why using errcode = 'check_violation', constraint = 'screener_rules';
  end if;
  return new;
end $$;
