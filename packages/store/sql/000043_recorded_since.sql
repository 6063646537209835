-- What was recorded since a moment, and since a change: without these every question about the book as it was reads
-- every state that was ever recorded.
create index rights_version_recorded on rights_version (house_id, at);
create index rights_version_by_change on rights_version (house_id, change_seq);
