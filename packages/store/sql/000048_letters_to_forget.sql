-- Letters that are done with and still say to whom they went.
create index letter_to_forget on letter (house_id, done_at) where state <> 'waiting' and to_email <> '';
