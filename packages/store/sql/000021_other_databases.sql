-- A film's numbers at The Movie Database and at Wikidata stand on its sheet beside the others.
-- Sheets of today get the empty fields; revisions stay as they were written and get them when one is restored.
update title
set sheet = jsonb_set(sheet, '{identifiers}', '{"tmdb": null, "wikidata": null}'::jsonb || (sheet -> 'identifiers'));
update unsaved_draft
set sheet = jsonb_set(sheet, '{identifiers}', '{"tmdb": null, "wikidata": null}'::jsonb || (sheet -> 'identifiers'));
