-- A webhook can be changed: switched off for a while, led to another address, given a new secret.
alter table webhook add column off_at timestamptz;             -- switched off since then; null: it is told of changes
alter table webhook add column old_secret text;                -- signs beside the new one for a while, so that no message is refused meanwhile
alter table webhook add column old_secret_until timestamptz;
alter table webhook add check ((old_secret is null) = (old_secret_until is null));

-- What one program was told, the newest first.
create index webhook_delivery_of_webhook on webhook_delivery (house_id, webhook_id, at desc, id desc);
