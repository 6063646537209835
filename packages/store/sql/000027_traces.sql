-- Copies of films that turned up, and whose they were: a row is the job of tracing one too. The copy itself is deleted when the trace is over.

-- Which state may follow which, as packages/screening/src/trace/states.ts draws it.
insert into state_step (machine, from_state, to_state, back) values
  ('trace', '', 'waiting', false),
  ('trace', 'waiting', 'tracing', false), ('trace', 'waiting', 'cancelled', false),
  ('trace', 'tracing', 'done', false), ('trace', 'tracing', 'failed', false), ('trace', 'tracing', 'cancelled', false),
  ('trace', 'tracing', 'waiting', false);

create table trace (
  house_id text not null references house,
  id text not null,                   -- names the file of its copy too
  title_id text not null,
  file_name text not null,
  size bigint not null check (size >= 0),
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'), -- SHA-256 of the copy, taken while it came in
  found_where text,                      -- where the copy was found, in the words of whoever handed it in
  handed_in_at timestamptz not null,
  handed_in_by text not null,
  state text not null,
  state_since timestamptz not null,
  progress integer not null default 0 check (progress between 0 and 1000), -- thousandths
  attempts integer not null default 0 check (attempts >= 0),
  failure text,                       -- a word of the closed list in packages/house/src/screening/reel-failures.ts
  taken_by text,                      -- the worker that traces it, and until when it has it for itself
  taken_until timestamptz,
  named integer check (named >= 0),   -- viewings that it names; null while it is not done
  report jsonb,                       -- what was found, reel by reel (packages/screening/src/trace/report.ts); viewings by their ids alone
  report_hash text check (report_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the report, which the trail holds as well
  copy_deleted_at timestamptz,
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, title_id) references title (house_id, id),
  check ((state = 'done') = (report is not null) and (report is null) = (report_hash is null) and (report is null) = (named is null)),
  check ((state = 'failed') = (failure is not null)),
  check ((state = 'tracing') = (taken_by is not null and taken_until is not null))
);
create index trace_of_title on trace (house_id, title_id, handed_in_at desc);
create index trace_to_do on trace (house_id, state, handed_in_at) where state in ('waiting', 'tracing');
create index trace_to_clear on trace (house_id, state_since) where copy_deleted_at is null and state in ('done', 'failed', 'cancelled');
create trigger trace_state before insert or update of state on trace for each row execute function hold_state_step('trace');

-- A report stays as it was written; the copy it is about stays named by its checksum.
create function hold_trace() returns trigger language plpgsql as $$
declare
  moves constant text[] := array['state', 'state_since', 'progress', 'attempts', 'failure', 'taken_by', 'taken_until', 'named', 'report', 'report_hash', 'copy_deleted_at', 'updated_at'];
begin
  if to_jsonb(new) - moves is distinct from to_jsonb(old) - moves
    or (old.report is not null and (new.report is distinct from old.report or new.report_hash is distinct from old.report_hash or new.named is distinct from old.named)) then
    raise exception 'what a trace found is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger trace_stays before update on trace for each row execute function hold_trace();
