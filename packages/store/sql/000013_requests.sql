-- Requests take the place of requests for screeners, which had one film and no terms. What was asked stays, with whoever asked.

insert into request (house_id, id, kind, channel, state, title_ids, name, email, company_name, message, locale, user_id, at, updated_at)
select house_id, id, case when title_id is null then 'other' else 'screener' end, 'site', case state when 'open' then 'new' else state end,
  case when title_id is null then '[]'::jsonb else jsonb_build_array(title_id) end, name, email, company, message, locale, user_id, at, at
from screener_request
where state in ('open');
-- One that was answered begins as it may begin, and is then what it was.
insert into request (house_id, id, kind, channel, state, title_ids, name, email, company_name, message, locale, user_id, at, updated_at)
select house_id, id, case when title_id is null then 'other' else 'screener' end, 'site', 'taken',
  case when title_id is null then '[]'::jsonb else jsonb_build_array(title_id) end, name, email, company, message, locale, user_id, at, at
from screener_request where state <> 'open';
update request r set state = s.state from screener_request s where s.house_id = r.house_id and s.id = r.id and s.state <> 'open';
-- Whoever is known by exactly one address is known at once.
update request r set contact_id = c.id, company_id = c.company_id
from contact c
where c.house_id = r.house_id and lower(c.email) = lower(r.email) and c.merged_into is null and c.erased_at is null
  and (select count(*) from contact o where o.house_id = r.house_id and lower(o.email) = lower(r.email) and o.merged_into is null and o.erased_at is null) = 1;
drop table screener_request;

create index request_by_email on request (house_id, lower(email)) where email is not null;
create index request_by_company_name on request (house_id, lower(company_name)) where company_name is not null;

-- Who else writes from the same place: companies by the domain of their people's addresses.
create index contact_by_domain on contact (house_id, lower(split_part(email, '@', 2))) where email is not null and company_id is not null;

-- Deals are found by words without case and accents, written with the row.
alter table deal add column search text not null default '';
update deal set search = lower(name);
create index deal_by_search on deal using gin (search gin_trgm_ops);
create index offer_sent on offer (house_id, deal_id) where sent_at is not null;
