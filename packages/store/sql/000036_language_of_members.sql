-- The language in which a member is written to; null: that of the house.
alter table member add column locale text check (locale in ('en', 'fr'));
