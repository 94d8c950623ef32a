-- The newsroom of a ministry: releases, and the pictures that belong to them.
create table release (
  id        integer primary key,
  slug      text not null unique,
  title     text not null,
  published timestamptz not null,
  updated   timestamptz,
  summary   text,
  body      text not null,
  tags      text[] not null default '{}',
  number    text,
  draft     boolean not null default false
);

create table picture (
  release  integer not null references release (id),
  position integer not null,
  file     text not null,
  alt      text not null,
  caption  text not null,
  credit   text,
  width    integer not null,
  height   integer not null,
  primary key (release, position)
);

create index release_newest_first on release (published desc, id desc);
