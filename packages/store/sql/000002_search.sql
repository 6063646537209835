-- Finding films. Everything here is derived from the sheets, in the transaction that writes them, and can be made anew.
-- docs/search.md says how it is used.

create extension if not exists pg_trgm;

-- One row a title, small: what facets count and sorts compare. The program keeps a copy of it in memory and follows it by
-- change_seq. ord numbers the titles of a house densely from 0 and is never given to another title: lists of films are
-- lists of ords. A deleted title stays as 'gone', so that copies hear of it.
create table search_title (
  house_id text not null,
  ord integer not null,
  title_id text not null,
  status text not null check (status in ('draft', 'published', 'withdrawn', 'gone')),
  change_seq bigint not null,
  facets text not null,               -- JSON, see packages/store/src/search/facets-of-sheet.ts
  primary key (house_id, ord)
);
create unique index search_title_of_title on search_title (house_id, title_id);
create index search_title_by_change on search_title (house_id, change_seq);

-- The words of each title, folded (no case, no accents) by the program, each once as it is and once marked with where it
-- stands. Apart from search_title, and with the words moved out of the row, so that reading many ords reads few pages.
create table search_words (
  house_id text not null,
  ord integer not null,
  words tsvector not null,
  primary key (house_id, ord)
) with (toast_tuple_target = 128);
alter table search_words alter column words set storage external;
alter table search_words alter column words set statistics 0;  -- costly to gather, and never asked for: see search_ords
create index search_words_by_word on search_words using gin (words);

-- Every folded word of the house, to find the known words that a misspelt one may have meant. near holds the word with
-- each one letter left out: two words a letter apart share one.
create table search_vocabulary (
  house_id text not null,
  word text collate "C" not null,
  near text[] not null,
  primary key (house_id, word)
);
alter table search_vocabulary alter column near set statistics 0;
create index search_vocabulary_near on search_vocabulary using gin (near);
create index search_vocabulary_alike on search_vocabulary using gin (word gin_trgm_ops);

-- What is suggested while somebody types, besides titles: people, companies, festivals, places, themes.
create table search_name (
  house_id text not null,
  kind text not null,
  slug text not null,
  name text not null,
  words tsvector not null,
  primary key (house_id, kind, slug)
);
create index search_name_by_word on search_name using gin (words);

-- New entries of a word index go onto its pending list and are sorted in from there: many at once take a fraction of the time
-- they take one by one. Whoever indexes titles settles them in the same transaction, so that nobody searches a long list.
create function search_settle() returns void language plpgsql security definer set search_path from current as $$
begin
  perform gin_clean_pending_list('search_words_by_word'), gin_clean_pending_list('search_vocabulary_near'),
          gin_clean_pending_list('search_vocabulary_alike'), gin_clean_pending_list('search_name_by_word');
end
$$;

create table search_ord (
  house_id text not null primary key,
  next integer not null
);

-- The ords of the titles whose words fit the query, as one text `{1,2,3}`: cheaper to send and to read than rows. The planner
-- does not know that reading the words of a row may mean fetching them from beside the table, so it is told to find rows by the
-- word index alone.
create function search_ords(house text, query tsquery) returns text language plpgsql stable
  set enable_seqscan = off
  set enable_indexscan = off
as $$
begin
  return array(select w.ord from search_words w where w.words @@ query and w.house_id = house)::text;
end
$$;

-- Known words that share a form with one: all that are a letter away, and some that are two.
create function search_near(house text, forms text[]) returns setof text language plpgsql stable
  set enable_seqscan = off
as $$
begin
  return query select v.word::text from search_vocabulary v where v.near && forms and v.house_id || '' = house limit 500;
end
$$;

-- Known words with like groups of three letters.
create function search_alike(house text, asked text) returns setof text language plpgsql stable
  set enable_seqscan = off
  set pg_trgm.similarity_threshold = 0.25
as $$
begin
  return query select v.word::text from search_vocabulary v where v.word % asked and v.house_id || '' = house
    order by similarity(v.word, asked) desc, v.word limit 60;
end
$$;

-- Names whose words fit the query; of the many that a few letters fit, some.
create function search_names(house text, query tsquery) returns table (kind text, slug text, name text) language plpgsql stable
  set enable_seqscan = off
as $$
begin
  return query select n.kind, n.slug, n.name from search_name n where n.words @@ query and n.house_id || '' = house limit 400;
end
$$;
