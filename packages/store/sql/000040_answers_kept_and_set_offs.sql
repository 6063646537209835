-- A request of the API that carries an `Idempotency-Key` is done once: what was answered is kept for a day, and said again.
create table kept_answer (
  house_id text not null,
  asker text not null,                 -- which API key, or which person, as a hash
  key text not null,                   -- what the asker called the request, as a hash
  print text not null,                 -- SHA-256 of method, address and body: another request under the same key is refused
  claim text not null,                 -- who runs it, or ran it last; a change goes in only under the claim that stands
  held_until timestamptz not null,     -- beyond this whoever ran it is gone
  begun_at timestamptz not null,
  wrote boolean not null default false,
  done jsonb not null default '[]',    -- what it changed, as the trail has it; written with the change itself
  answer text,                         -- sealed; null: not answered yet, or the answer was lost
  primary key (house_id, asker, key)
);
create index kept_answer_oldest on kept_answer (house_id, begun_at);

-- What is set off goes out of one invoice and comes in for another, in one act: both payments carry the id of the first.
alter table payment add column set_off_id text;
create index payment_set_off on payment (house_id, set_off_id) where set_off_id is not null;
