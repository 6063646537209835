-- Signing in: who has proved to be whom. The tables that better-auth 1.7 asks for (its core, passkeys, one-time codes), under
-- names of our own. A sign-in user is a person, who may be a member of several houses, so these keys do not start with
-- house_id; they are random, and every row hangs on its user, so a distributed database can spread them by user.
-- Who may do what is in `member`: member.user_id is sign_in_user.id.

create table sign_in_user (
  id text not null primary key,
  name text not null,
  email text not null unique,            -- lower case
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_session (
  id text not null primary key,
  user_id text not null references sign_in_user on delete cascade,
  token text not null unique,            -- a new one at every sign-in; the cookie carries it signed
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index sign_in_session_of_user on sign_in_session (user_id);
create index sign_in_session_by_end on sign_in_session (expires_at);

-- Accounts at other sign-in services, or with a password: the house offers neither, but the library reads the table.
create table sign_in_account (
  id text not null primary key,
  user_id text not null references sign_in_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index sign_in_account_of_user on sign_in_account (user_id);

-- Links and challenges under way: used once, gone after minutes. Links are kept as their hash only.
create table sign_in_verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_by_identifier on sign_in_verification (identifier);
create index sign_in_verification_by_end on sign_in_verification (expires_at);

create table sign_in_passkey (
  id text not null primary key,
  user_id text not null references sign_in_user on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index sign_in_passkey_of_user on sign_in_passkey (user_id);

-- One-time codes of an authenticator program; secret and backup codes are stored encrypted.
create table sign_in_two_factor (
  id text not null primary key,
  user_id text not null references sign_in_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index sign_in_two_factor_of_user on sign_in_two_factor (user_id);
create index sign_in_two_factor_by_secret on sign_in_two_factor (secret);
