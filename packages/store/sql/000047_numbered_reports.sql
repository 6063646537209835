-- How far each page of a viewing was heard, the one heard last at the end: {page, report, told, at} (PageTold in packages/screening). By it
-- a report that comes twice is known, and one that is written late does not override a newer one.
alter table viewing add column told_by jsonb not null default '[]' check (jsonb_typeof(told_by) = 'array');

-- As in 000044, and: this moves.
create or replace function hold_viewing() returns trigger language plpgsql as $$
declare
  why text;
  moves constant text[] := array['heard_at', 'left_at', 'opened_at', 'told_to', 'told_by', 'position_ms', 'language', 'subtitles', 'seen_ms', 'ran_ms', 'contact_id', 'name', 'email', 'user_id', 'place_hash', 'country', 'been_in', 'refused_in'];
begin
  if new.country is not null and not new.been_in ? new.country then
    new.been_in := new.been_in || to_jsonb(new.country);
  end if;
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
