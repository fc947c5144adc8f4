create table if not exists profile (key text primary key, data text not null) without rowid;
create table if not exists block (block text, profile text, primary key (block, profile)) without rowid;
create index if not exists block_profile on block (profile);
create table if not exists item (
  document text, local text, profile text, component text, agreement text, data text not null,
  primary key (document, local)
) without rowid;
create index if not exists item_component on item (component);
create index if not exists item_agreement on item (agreement);
create index if not exists item_profile on item (profile, component);
create table if not exists agreement (
  id text primary key, base text, telling integer, suffix text, component text
) without rowid;
create index if not exists agreement_base on agreement (base);
create index if not exists agreement_component on agreement (component);
create table if not exists person (
  leader text, document text, data text not null, primary key (leader, document)
) without rowid;
create index if not exists person_document on person (document);
create table if not exists need (state text, owner text, primary key (state, owner)) without rowid;
create index if not exists need_owner on need (owner);
