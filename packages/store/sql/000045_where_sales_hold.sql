-- A sale counts where its licences hold, or held, as the rights book has them now: however a licence came to be another (an amendment of the
-- deal, of the entry itself, an import, a day that came), its figures by country and the deal's own countries follow it. Kept by the database,
-- so that no way of writing the book can forget it. Of a licence that was ended from its beginning no line is left: what is still owed for it
-- counts where it was sold.
create function note_where_sold(house text, entries text[]) returns void language plpgsql as $$
declare
  sold record;
begin
  for sold in
    -- The hash is that of packages/house/src/after/record-sale.ts.
    select x.deal_id, x.line, jsonb_agg(x.leaf order by x.leaf collate "C") as countries,
      left(encode(sha256(convert_to(string_agg(x.leaf, ' ' order by x.leaf collate "C"), 'UTF8')), 'hex'), 24) as named
    from (
      select distinct h.deal_id, h.line, c.leaf
      from (
        -- Each set of countries once, however many parts a licence has: the whole world is opened once an entry.
        select distinct d.deal_id, d.line, e.id as entry_id, m.members
        from deal_entry d
        join sale_line s on s.house_id = d.house_id and s.deal_id = d.deal_id and s.line = d.line
        join rights_entry e on e.house_id = d.house_id and e.id = d.entry_id
        join search_title t on t.house_id = e.house_id and t.title_id = e.title_id
        join rights_line l on l.house_id = e.house_id and l.ord = t.ord and l.entry_id = e.id and l.kind = 1 -- a licence: packages/rights/src/book/line.ts
        join rights_set m on m.house_id = l.house_id and m.kind = 'territories' and m.number = l.territories
        where d.house_id = house
          and (d.deal_id, d.line) in (select y.deal_id, y.line from deal_entry y where y.house_id = house and y.entry_id = any(entries))
      ) as h
      cross join lateral (
        select unnest(string_to_array(h.members, ' ')) as leaf where h.members <> 'world'
        union all -- the whole world has one name there, and each of its countries in the terms that say so
        select distinct leaf #>> '{}' from rights_version v, jsonb_path_query(v.terms, '$.boxes[*].territories[*]') as leaf
        where h.members = 'world' and v.house_id = house and v.entry_id = h.entry_id
      ) as c
    ) as x group by x.deal_id, x.line
  loop
    insert into territory_set (house_id, hash, leaves) values (house, sold.named, sold.countries) on conflict (house_id, hash) do nothing;
    update sale_line set territories = sold.named
    where house_id = house and deal_id = sold.deal_id and line = sold.line and territories <> sold.named;
  end loop;
end $$;

create function note_where_lines_are() returns trigger language plpgsql as $$
begin
  perform note_where_sold(x.house_id, x.entries) from (
    select w.house_id, array_agg(distinct w.entry_id) as entries from written w
    join deal_entry d on d.house_id = w.house_id and d.entry_id = w.entry_id
    where w.kind = 1 group by w.house_id
  ) as x;
  return null;
end $$;
create trigger rights_line_where after insert on rights_line referencing new table as written for each statement execute function note_where_lines_are();

-- What was sold says where a deal is; before that its offer does (000031).
create or replace function note_where_deal_is(house text, deal_of text) returns void language plpgsql as $$
declare
  countries jsonb;
  named text;
begin
  -- The hash is that of packages/house/src/after/record-sale.ts.
  select jsonb_agg(x.leaf order by x.leaf collate "C"), left(encode(sha256(convert_to(string_agg(x.leaf, ' ' order by x.leaf collate "C"), 'UTF8')), 'hex'), 24)
    into countries, named
    from (
      select jsonb_array_elements_text(t.leaves) as leaf
      from (select distinct territories from sale_line where house_id = house and deal_id = deal_of) as s -- of many lines few differ
      join territory_set t on t.house_id = house and t.hash = s.territories
      union
      select leaf #>> '{}'
      from (select terms from offer where house_id = house and deal_id = deal_of order by state = 'draft', version desc limit 1) as o,
        jsonb_path_query(o.terms, '$.lines[*].rights.boxes[*].territories[*]') as leaf
      where not exists (select 1 from sale_line s where s.house_id = house and s.deal_id = deal_of)
    ) as x;
  if named is not null then
    insert into territory_set (house_id, hash, leaves) values (house, named, countries) on conflict (house_id, hash) do nothing;
  end if;
  update deal set territories = named where house_id = house and id = deal_of and territories is distinct from named;
end $$;

create function note_where_new_sale_is() returns trigger language plpgsql as $$
begin
  perform note_where_sold(x.house_id, x.entries) from (
    select w.house_id, array_agg(d.entry_id) as entries from written w
    join deal_entry d on d.house_id = w.house_id and d.deal_id = w.deal_id and d.line = w.line group by w.house_id
  ) as x;
  perform note_where_deal_is(x.house_id, x.deal_id) from (select distinct house_id, deal_id from written) as x;
  return null;
end $$;
create trigger sale_line_where after insert on sale_line referencing new table as written for each statement execute function note_where_new_sale_is();

create function note_where_moved_sale_is() returns trigger language plpgsql as $$
begin
  perform note_where_deal_is(x.house_id, x.deal_id) from (
    select distinct n.house_id, n.deal_id from written n join earlier b on b.house_id = n.house_id and b.deal_id = n.deal_id and b.line = n.line
    where n.territories <> b.territories
  ) as x;
  return null;
end $$;
create trigger sale_line_moved after update on sale_line referencing old table as earlier new table as written
  for each statement execute function note_where_moved_sale_is();

-- All sales of a house at once: of one that has moved in, its lines were written before anything said that they were sold.
create function note_where_all_sold(house text) returns void language plpgsql as $$
begin
  perform note_where_sold(house, (select array_agg(entry_id) from deal_entry where house_id = house and line is not null));
  perform note_where_deal_is(house, x.deal_id) from (select distinct deal_id from sale_line where house_id = house) as x;
end $$;

-- Sales that were amended before this.
select note_where_all_sold(x.house_id) from (select distinct house_id from sale_line) as x;
