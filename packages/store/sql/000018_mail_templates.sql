-- The house's own words for the letters that it sends. The newest version of a letter in a language stands; one without words gives
-- it the built-in ones again. Versions are only ever added.
create table mail_template (
  house_id text not null references house,
  name text not null,                 -- packages/messages/src/letter-templates.ts
  locale text not null check (locale in ('en', 'fr')),
  version integer not null check (version >= 1),
  subject text,
  body text,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (house_id, name, locale, version),
  check ((subject is null) = (body is null))
);
create trigger mail_template_append_only before update or delete or truncate on mail_template
  for each statement execute function refuse_change();
