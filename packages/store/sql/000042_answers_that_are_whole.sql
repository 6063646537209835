-- Whether a request came to its end, so that its repeat is told "done" only then: a verb may write more than once, and break off in between.
alter table kept_answer add column whole boolean not null default false;
