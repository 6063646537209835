-- Who wants to hear by mail of what they have to do, and the last day whose letter a server took: whoever writes the day sends it.
create table task_letter (
  house_id text not null,
  user_id text not null,
  wanted boolean not null default true,
  taken_on date,
  primary key (house_id, user_id),
  foreign key (house_id, user_id) references member (house_id, user_id)
);
