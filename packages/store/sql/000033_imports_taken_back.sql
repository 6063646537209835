-- An import of sheets knows which titles it made and changed, so that it can be taken back as a file that came in can.
create table sheet_import (
  house_id text not null,
  id text not null,
  at timestamptz not null,
  by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (house_id, id)
);
create index sheet_import_newest on sheet_import (house_id, at desc, id desc);

create table sheet_import_title (
  house_id text not null,
  import_id text not null,
  title_id text not null,              -- no reference: one that it made is gone once it is taken back
  before_revision integer,             -- null: it made the title
  taken_revision integer not null,
  primary key (house_id, import_id, title_id),
  foreign key (house_id, import_id) references sheet_import (house_id, id) on delete cascade
);

alter table received_sheet add column import_id text; -- null: dropped, or imported before imports were known
create index received_sheet_of_import on received_sheet (house_id, import_id) where import_id is not null;
