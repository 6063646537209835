-- A run keeps the format that it was made in: who may see it and fetch its file goes by that, whatever its export has become since.
alter table export_run add column format text;
update export_run r set format = case
    when r.file_name like 'avails-%.xlsx' then 'avails-xlsx'
    when r.file_name like 'avails-%' then 'avails'
    else s.what ->> 'format' end
  from export_schedule s where s.house_id = r.house_id and s.id = r.schedule_id;
alter table export_run alter column format set not null;
