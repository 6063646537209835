-- A set that stands for nothing covers nothing and cannot be read: whoever writes past the program is told at once. Rows that
-- are there already are left as they are (NOT VALID): the program leaves their lines out and names their entries.
alter table rights_set add constraint rights_set_is_not_empty check (
  case kind
    when 'territories' then members ~ '[^[:space:]]'
    when 'languages' then members <> '[0]'
    else members <> '[false]'
  end
) not valid;
