-- By which rules the lines of a house's rights book were made. Lines are derived when an entry is written: where the program has come to
-- derive them otherwise, it makes those that stand anew when it opens the house (packages/store/src/rights/make-lines-anew.ts).
alter table house add column line_rules integer not null default 0;
