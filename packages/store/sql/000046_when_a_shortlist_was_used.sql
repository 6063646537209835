-- The last day on which a shortlist was opened, changed or printed: one that nobody uses any more is forgotten. Of those that there are nobody
-- knows it; they count as used today.
alter table shortlist add column used_on date not null default current_date;
create index shortlist_unused on shortlist (house_id, used_on) where user_id is null;
-- Requests in which somebody can still be recognised, and which no deal keeps.
create index request_to_forget on request (house_id, updated_at) where deal_id is null and (name <> '' or email is not null);
