-- What the house remembers for one member, and what it has sent to its members.

-- Territories and media that a member buys or sells for: what films' pages say can be had is asked of these.
create table member_interest (
  house_id text not null,
  user_id text not null,
  territory text not null,            -- as the member wrote it; empty: everywhere
  media text not null,                -- empty: all media
  updated_at timestamptz not null,
  primary key (house_id, user_id),
  foreign key (house_id, user_id) references member (house_id, user_id)
);

-- Weeks whose digest of the rights book was taken by a server: whoever writes the row sends it.
create table rights_digest (
  house_id text not null references house,
  day date not null,                  -- on which the week's digest was due
  taken_at timestamptz not null,
  primary key (house_id, day)
);
