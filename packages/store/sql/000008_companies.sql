-- Whom the house deals with: companies and the people in them.

create table company (
  house_id text not null references house,
  id text not null,
  name text not null,
  kinds jsonb not null default '[]',  -- broadcaster, platform, festival, distributor, producer: a company may be several
  country text,                       -- ISO 3166-1
  profile jsonb not null default '{}',-- channels, territories, media, languages, slots, addresses: packages/deals/src/company
  merged_into text,                   -- this row was a duplicate: whoever comes by its id is led on
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, merged_into) references company (house_id, id)
);
create index company_by_name on company (house_id, lower(name));
create index company_newest on company (house_id, updated_at desc, id);

-- A person. Personal data is kept for a purpose and until a day, and can be taken out: erased_at says when that was done,
-- and then nothing is left of the person but the row that other rows point to.
create table contact (
  house_id text not null references house,
  id text not null,
  company_id text,
  name text not null,
  email text,
  phone text,
  role text,                          -- acquisitions, legal, programming: in the house's words
  locale text not null default 'en' check (locale in ('en', 'fr')),
  detail jsonb not null default '{}', -- spoken languages, preferred channel, consents, purpose, kept until
  user_id text,                       -- the member who signs in as this person
  merged_into text,
  erased_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (house_id, id),
  foreign key (house_id, company_id) references company (house_id, id),
  foreign key (house_id, merged_into) references contact (house_id, id),
  foreign key (house_id, user_id) references member (house_id, user_id)
);
create index contact_of_company on contact (house_id, company_id);
create index contact_by_email on contact (house_id, lower(email)) where email is not null;
create unique index contact_of_member on contact (house_id, user_id) where user_id is not null;

-- A buyer who signs in sees the room of their company. 'lead' answers for it: accepts, signs, lets colleagues in; 'colleague' looks and keeps.
alter table member add column company_id text;
alter table member add column company_role text check (company_role in ('lead', 'colleague'));
alter table member add foreign key (house_id, company_id) references company (house_id, id);
alter table member add check ((company_id is null) = (company_role is null));
create index member_of_company on member (house_id, company_id) where company_id is not null;
