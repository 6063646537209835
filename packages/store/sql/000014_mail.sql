-- Mail: which letters a house owes and why one was not sent, addresses to which nothing is sent, how the mail server was met.

-- What a letter is (packages/messages/src/letters.ts) and in which language; stop_token is in the link by which its receiver ends
-- letters of this kind, null where the letter is about business at hand.
alter table letter add column kind text not null default 'sent-list';
alter table letter add column locale text not null default 'en' check (locale in ('en', 'fr'));
alter table letter add column stop_token text;
update letter set kind = case about when 'Digest' then 'digest' when 'Paper' then 'sign-paper' when 'SigningCode' then 'signing-code'
  when 'Invoice' then 'reminder' when 'Offer' then 'offer' when 'OfferAnswer' then 'offer-answer' else 'sent-list' end;
alter table letter alter column kind drop default;
alter table letter alter column locale drop default;
create index letter_newest on letter (house_id, at desc, id desc);
create index letter_by_state on letter (house_id, state, at desc, id desc) where state <> 'sent';
create index letter_kept on letter (house_id, done_at) where state = 'given-up' and body is not null;

-- An address of which something is known: whoever opens the link with its token may end letters beyond business; 'bounced': its
-- mail server has refused it for good, and nothing more is sent there until somebody of the house clears it.
create table mail_address (
  house_id text not null references house,
  email text not null check (email = lower(email)),
  token text not null,
  state text not null default 'ok' check (state in ('ok', 'bounced', 'unsubscribed')),
  why text,                           -- what the other side said, as a code: '550 5.1.1'
  since timestamptz not null,
  primary key (house_id, email)
);
create unique index mail_address_by_token on mail_address (house_id, token);

-- How the mail server (and a mailbox) was met the last time.
create table mail_place (
  house_id text not null references house,
  place text not null check (place in ('outbox', 'inbox')),
  tried_at timestamptz not null,
  worked_at timestamptz,
  fault text,                         -- null: it works
  primary key (house_id, place)
);
