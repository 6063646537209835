-- Who may watch a film, who did, and how much of it: screeners (leave to watch, by a link), viewings (one person watching one reel on one
-- device), what ran of the film as the player says, and which segments the server sent. What the database can hold of the rules it holds.

create table screener (
  house_id text not null references house,
  id text not null,
  secret_hash text not null,          -- SHA-256 of what stands in the link; the link itself is kept nowhere
  audience text not null check (audience in ('person', 'company', 'anybody')), -- anybody: whoever has the link
  contact_id text,
  company_id text,
  to_name text not null,              -- as the link was made out
  to_email text,
  locale text not null check (locale in ('en', 'fr')),
  message text,
  expires_at timestamptz not null,
  viewings_allowed integer check (viewings_allowed between 1 and 10000), -- null: as many as they like
  devices_at_once integer not null check (devices_at_once between 1 and 100),
  countries jsonb not null default '[]' check (jsonb_typeof(countries) = 'array'), -- ISO 3166-1; none: anywhere
  visible_mark boolean not null,      -- the viewer's name and the day move over the picture
  request_id text,                    -- that it answers
  market_id text,
  owner_id text,                      -- the agent whose task it is to ask what they thought
  made_at timestamptz not null,
  made_by_id text,
  made_by text not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  restored_at timestamptz,            -- when a revocation was taken back
  shared_at timestamptz,              -- when the link was first seen in more places at once than one person is in
  shared jsonb,                       -- what was seen then
  followed_at timestamptz,            -- when a task was written because nobody answered
  primary key (house_id, id),
  foreign key (house_id, contact_id) references contact (house_id, id),
  foreign key (house_id, company_id) references company (house_id, id),
  foreign key (house_id, request_id) references request (house_id, id),
  foreign key (house_id, market_id) references market (house_id, id),
  foreign key (house_id, owner_id) references member (house_id, user_id),
  check (expires_at > made_at),
  check (audience <> 'company' or company_id is not null),
  check ((revoked_at is null) = (revoked_by is null)),
  check ((shared_at is null) = (shared is null))
);
create unique index screener_by_secret on screener (house_id, secret_hash);
create index screener_newest on screener (house_id, made_at desc, id desc);
create index screener_of_company on screener (house_id, company_id, made_at desc) where company_id is not null;
create index screener_of_contact on screener (house_id, contact_id) where contact_id is not null;
create index screener_of_request on screener (house_id, request_id) where request_id is not null;
create index screener_by_email on screener (house_id, lower(to_email)) where to_email is not null;

-- The films of a screener in their order: one, or a room of them.
create table screener_film (
  house_id text not null,
  screener_id text not null,
  position integer not null check (position >= 0),
  reel_id text not null,
  primary key (house_id, screener_id, position),
  unique (house_id, screener_id, reel_id),
  foreign key (house_id, screener_id) references screener (house_id, id),
  foreign key (house_id, reel_id) references reel (house_id, id)
);
create index screener_film_of_reel on screener_film (house_id, reel_id);

create table viewing (
  house_id text not null,
  id text not null,
  screener_id text not null,
  reel_id text not null,
  contact_id text,
  user_id text,                       -- who was signed in
  name text not null,                 -- as the link says, or as they said themselves
  email text,
  device text not null check (device in ('phone', 'tablet', 'computer', 'television', 'other')),
  device_hash text not null,          -- of what the browser keeps: knows one device again, and nothing else
  place_hash text,                    -- of the network it came from, under the server's secret
  country text check (country ~ '^[A-Z]{2}$'), -- where the server is told it
  sealed_key text not null,           -- the key of its copy's mark, encrypted under the secret of the server
  length_ms integer not null check (length_ms > 0),
  started_at timestamptz not null,
  heard_at timestamptz not null,
  left_at timestamptz,                -- its page was closed
  position_ms integer not null default 0 check (position_ms >= 0), -- where it goes on
  language text,
  subtitles text,
  seen_ms integer not null default 0 check (seen_ms between 0 and length_ms), -- of the film, each part once, as far as it was served
  ran_ms bigint not null default 0 check (ran_ms >= seen_ms),                 -- and all that ran
  primary key (house_id, id),
  foreign key (house_id, screener_id) references screener (house_id, id),
  foreign key (house_id, reel_id) references reel (house_id, id),
  foreign key (house_id, contact_id) references contact (house_id, id)
);
create index viewing_of_screener on viewing (house_id, screener_id, started_at desc);
create index viewing_of_reel on viewing (house_id, reel_id, started_at desc);
create index viewing_of_contact on viewing (house_id, contact_id) where contact_id is not null;
create index viewing_by_email on viewing (house_id, lower(email)) where email is not null;

-- Stretches of the film that ran, as the player reported them and time allows. Rows are added; the last one grows while it runs on.
create table watched (
  house_id text not null,
  viewing_id text not null,
  seq integer not null,
  from_ms integer not null check (from_ms >= 0),
  to_ms integer not null check (to_ms > from_ms),
  speed integer not null check (speed between 25 and 400), -- hundredths: 125 is a quarter faster than the film
  language text,
  subtitles text,
  at timestamptz not null,
  primary key (house_id, viewing_id, seq),
  foreign key (house_id, viewing_id) references viewing (house_id, id)
);

-- Which segments of the picture were sent to a viewing: ranges of their numbers, "0-11,13". They only become more.
create table served (
  house_id text not null,
  viewing_id text not null,
  segments text not null check (segments ~ '^(\d+(-\d+)?(,\d+(-\d+)?)*)?$'),
  bytes bigint not null check (bytes >= 0), -- of everything that was sent
  at timestamptz not null,
  primary key (house_id, viewing_id),
  foreign key (house_id, viewing_id) references viewing (house_id, id)
);

-- ------------------------------------------------------------------------------------------------ rules

-- What was given is not given otherwise: another screener is made. Whom it was for can be erased; a revocation can be taken back for ten
-- minutes (MINUTES_TO_UNDO).
create function hold_screener() returns trigger language plpgsql as $$
declare
  moves constant text[] := array['opened_at', 'revoked_at', 'revoked_by', 'restored_at', 'shared_at', 'shared', 'followed_at', 'owner_id', 'contact_id', 'company_id', 'request_id', 'to_name', 'to_email', 'message'];
begin
  if to_jsonb(new) - moves is distinct from to_jsonb(old) - moves then
    raise exception 'what a screener allows is never changed: another one is made' using errcode = 'restrict_violation';
  end if;
  if (new.to_name <> old.to_name and new.to_name <> '') or (new.to_email is distinct from old.to_email and new.to_email is not null)
    or (new.message is distinct from old.message and new.message is not null) then
    raise exception 'whom a screener is for is erased or stays' using errcode = 'restrict_violation';
  end if;
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
    and (new.revoked_at is not null or new.restored_at is null or abs(extract(epoch from new.restored_at - old.revoked_at)) > 600) then
    raise exception 'a revocation is taken back within ten minutes or stays' using errcode = 'check_violation', constraint = 'state_step';
  end if;
  return new;
end $$;
create trigger screener_terms before update on screener for each row execute function hold_screener();

create function hold_screener_film() returns trigger language plpgsql as $$
begin
  raise exception 'the films of a screener are never changed: another one is made' using errcode = 'restrict_violation';
end $$;
create trigger screener_film_stays before update or delete on screener_film for each row execute function hold_screener_film();

-- Why a screener lets nobody in at a moment; null: it does. used: as many viewings as were allowed; devices: as many watch at once.
create function screener_refuses(of_house text, of_screener text, of_device text, begins boolean, moment timestamptz) returns text language plpgsql as $$
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
    and left_at is null and heard_at > moment - interval '60 seconds') >= given.devices_at_once then
    return 'devices';
  end if;
  return null;
end $$;

create function hold_viewing() returns trigger language plpgsql as $$
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
  why := screener_refuses(new.house_id, new.screener_id, new.device_hash, true, new.started_at);
  if why is not null then
    raise exception 'the screener lets nobody in: %', why using errcode = 'check_violation', constraint = 'screener_rules';
  end if;
  return new;
end $$;
create trigger viewing_rules before insert or update on viewing for each row execute function hold_viewing();

create function hold_watched() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.to_ms >= old.to_ms and to_jsonb(new) - 'to_ms' = to_jsonb(old) - 'to_ms' then
      return new;
    end if;
  end if;
  raise exception 'what was watched stays as it was reported' using errcode = 'restrict_violation';
end $$;
create trigger watched_stays before update or delete on watched for each row execute function hold_watched();
create trigger watched_whole before truncate on watched for each statement execute function refuse_change();
