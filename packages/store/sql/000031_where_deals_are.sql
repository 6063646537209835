-- A deal knows the countries that it is for, as what was sold does: those of the offer that was put last (its terms are fixed), or of the
-- draft while none was. Kept by the database, so that no way of writing an offer can forget it.
alter table deal add column territories text; -- the set of countries, by its hash; null: nothing was written yet
alter table deal add foreign key (house_id, territories) references territory_set (house_id, hash);

create function note_where_deal_is(house text, deal_of text) returns void language plpgsql as $$
declare
  countries jsonb;
  named text;
begin
  -- The hash is that of packages/house/src/after/record-sale.ts.
  select jsonb_agg(x.leaf order by x.leaf collate "C"), left(encode(sha256(convert_to(string_agg(x.leaf, ' ' order by x.leaf collate "C"), 'UTF8')), 'hex'), 24)
    into countries, named
    from (
      select distinct leaf #>> '{}' as leaf
      from (select terms from offer where house_id = house and deal_id = deal_of order by state = 'draft', version desc limit 1) as o,
        jsonb_path_query(o.terms, '$.lines[*].rights.boxes[*].territories[*]') as leaf
    ) as x;
  if named is not null then
    insert into territory_set (house_id, hash, leaves) values (house, named, countries) on conflict (house_id, hash) do nothing;
  end if;
  update deal set territories = named where house_id = house and id = deal_of and territories is distinct from named;
end $$;

create function note_where_offer_is() returns trigger language plpgsql as $$
begin
  perform note_where_deal_is(new.house_id, new.deal_id);
  return null;
end $$;
create trigger offer_where after insert or update of terms, state on offer for each row execute function note_where_offer_is();

select note_where_deal_is(house_id, deal_id) from (select distinct house_id, deal_id from offer) as o;
