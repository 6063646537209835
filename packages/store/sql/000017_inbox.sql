-- Mail that comes in: each message once, what it was taken for, and where it went. The words of a request are the request's own.
create table mail_in (
  house_id text not null references house,
  id text not null,
  message_id text,                    -- without angle brackets
  hash text not null,                 -- SHA-256 of who writes, when, what of, in which words, with what
  was text not null check (was in ('request', 'reply', 'bounce', 'automatic', 'own', 'refused')),
  why text,                           -- of one that was refused
  from_name text not null default '',
  from_email text,
  subject text not null default '',   -- of one that was refused: the name of its file
  text text,                          -- of a reply
  attachments jsonb not null default '[]',
  written_at timestamptz,             -- as the message says
  letter_id text,                     -- the letter of ours that it answers or returns
  request_id text,
  deal_id text,
  at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, request_id) references request (house_id, id),
  foreign key (house_id, deal_id) references deal (house_id, id)
);
create unique index mail_in_once on mail_in (house_id, hash, coalesce(message_id, ''));
create index mail_in_thread on mail_in (house_id, message_id) where request_id is not null;
create index mail_in_newest on mail_in (house_id, at desc);
create index mail_in_of_request on mail_in (house_id, request_id, at) where request_id is not null;
create index mail_in_of_deal on mail_in (house_id, deal_id, at) where deal_id is not null;
create index mail_in_by_email on mail_in (house_id, lower(from_email)) where from_email is not null;

-- Which message a request came with is said there.
alter table request drop column mail_id;
-- What was read out of a message and nobody has looked at yet, by the words it was read from.
alter table request add column guesses jsonb;
-- Requests are found by words without case and accents, written with the row.
alter table request add column search text not null default '';
update request r set search = translate(lower(concat_ws(' ', r.name, r.email, r.company_name, r.subject, left(r.message, 4000),
    (select string_agg(t.card->>'title', ' ') from title t where t.house_id = r.house_id and t.id in (select jsonb_array_elements_text(r.title_ids))))),
  'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy''');
create index request_by_search on request using gin (search gin_trgm_ops);
