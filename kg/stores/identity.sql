create table if not exists profile (key text primary key, data blob not null) without rowid;
create table if not exists block (block text, profile text, primary key (block, profile)) without rowid;
create index if not exists block_profile on block (profile);
create table if not exists account (document text primary key, data blob not null) without rowid;
create table if not exists item (
  document text, local text, profile text, component text, agreement text, data blob not null,
  primary key (document, local)
) without rowid;
create index if not exists item_component on item (component);
create index if not exists item_agreement on item (agreement);
create index if not exists item_profile on item (profile, component);
create index if not exists item_loose on item (profile) where component is null;
create table if not exists agreement (
  component text, base text, least text, id text, data blob not null, primary key (component, base, least)
) without rowid;
create index if not exists agreement_base on agreement (base);
create index if not exists agreement_id on agreement (id);
create table if not exists person (
  leader text, document text, data blob not null, primary key (leader, document)
) without rowid;
create index if not exists person_document on person (document);
create table if not exists need (state text, owner text, primary key (state, owner)) without rowid;
create index if not exists need_owner on need (owner);
create table if not exists touched (component text primary key) without rowid;
create table if not exists dirty (owner text primary key) without rowid;
