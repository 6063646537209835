-- Letters that the house owes: written in the transaction of what they tell of, sent afterwards, tried again until they are gone.
-- Sign-in links are never here: they are secrets, and whoever waits for one can ask for another.
create table letter (
  house_id text not null references house,
  id text not null,
  about text not null,                -- what it belongs to: 'AvailabilityList', 'Digest'
  about_id text not null,
  to_email text not null,
  subject text not null,
  body text,                          -- null once it is sent or given up: what it said stands where it came from
  state text not null check (state in ('waiting', 'sent', 'given-up')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  last_status text,                   -- how the last try went, in a word of ours
  at timestamptz not null,
  done_at timestamptz,
  primary key (house_id, id)
);
create index letter_due on letter (house_id, due_at) where state = 'waiting';
create index letter_about on letter (house_id, about, about_id);
