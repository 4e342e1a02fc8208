-- The glossary: curated formulations (提法), from what ships, from a file, from admins.

-- Each layer as it was read (JSON); a later one goes over an earlier one of the same name.
create table glossary_layer (
    origin  text primary key check (origin in ('shipped', 'file', 'admin')),
    digest  text not null,
    content text not null
);

-- What the layers come to: each name and alias in search form, with its formulation (JSON).
create table formulation (
    folded  text primary key,
    name    text not null,
    content text not null
);

-- What admins did, with what was there before and after.
create table audit (
    id     integer primary key,
    at     text not null,
    person text not null,
    action text not null,
    before text not null,
    after  text not null
);
