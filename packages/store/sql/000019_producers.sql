-- The producer's room: a correction of a sheet is a task about its title, and whoever proposed it sees what became of it.
alter table task add column by_id text; -- the member who asked for it, where that is told to them; null: nobody is told
create index task_about_titles on task (house_id, created_at, id) where subject_kind = 'title' and done_at is null and removed_at is null;
