-- What a question needs, in one answer: each trip between the program and the database costs as much as looking up a word.

-- The marked words of each title once more, a few hundred bytes beside each other: to rank titles that were found, reading these is
-- several times cheaper than reading all their words, or than asking the word index for each of a dozen forms.
create table search_marks (
  house_id text not null,
  ord integer not null,
  words tsvector not null,
  primary key (house_id, ord)
);
alter table search_marks alter column words set statistics 0;

insert into search_marks (house_id, ord, words)
select house_id, ord, array_to_tsvector(array(select word from unnest(tsvector_to_array(words)) as word where word like '_:%'))
from search_words;

-- The titles whose words fit `whole`, as a text `{1,2,3}` (see search_ords), and for each probe those that fit it as well, with the
-- house's change number at that moment. Up to `most` titles are looked at themselves, by their marked words; for more the word
-- index is asked for each probe, and may give others along with them.
create function search_find(house text, whole tsquery, probes tsquery[], most integer)
  returns table (change_seq bigint, ords text, fits text[]) language plpgsql stable
  set enable_seqscan = off
  set enable_indexscan = off
as $$
declare
  found integer[] := array(select w.ord from search_words w where w.words @@ whole and w.house_id = house);
begin
  change_seq := (select h.change_seq from house h where h.house_id = house);
  ords := found::text;
  if cardinality(found) = 0 then
    fits := '{}';
  elsif cardinality(found) <= most then
    fits := array(
      with title as materialized (
        select m.ord, m.words from search_marks m where m.house_id = house and m.ord = any(found))
      select array(select t.ord from title t where t.words @@ p.query)::text
      from unnest(probes) with ordinality as p(query, n) order by p.n);
  else
    fits := array(
      select array(select w.ord from search_words w where w.words @@ p.query and w.house_id = house)::text
      from unnest(probes) with ordinality as p(query, n) order by p.n);
  end if;
  return next;
end
$$;

-- Which of the queries fit a title of one of the statuses: by their numbers, from 1.
create function search_fitting(house text, statuses text[], queries tsquery[]) returns integer[] language plpgsql stable
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
begin
  return array(
    select q.n from unnest(queries) with ordinality as q(query, n)
    where exists (
      select from search_words w join search_title t on t.house_id = house and t.ord = w.ord
      where w.words @@ q.query and w.house_id = house and t.status = any(statuses)));
end
$$;

-- Known words that share a form (see search_vocabulary) with one of the words asked for. With `queries`, one for each word, only
-- those are looked at that no title of the statuses has; unless every word has one, then each of them may be meant otherwise.
create function search_doubted(house text, statuses text[], words text[], forms jsonb, queries tsquery[])
  returns table (asked text, near text[]) language plpgsql stable
as $$
declare
  fitting integer[] := case when queries is null then '{}' else search_fitting(house, statuses, queries) end;
begin
  if cardinality(fitting) = cardinality(words) then fitting := '{}'; end if;
  return query
    select words[f.n], array(select search_near(house, array(select jsonb_array_elements_text(f.own))))
    from jsonb_array_elements(forms) with ordinality as f(own, n) where f.n <> all(fitting);
end
$$;
