-- The directory. Column names follow supabase/seed/*.csv; an empty text means that no source gives it.

create table public.regions (
  iso_code text primary key check (iso_code ~ '^KZ-[0-9]{2}$'),
  kind text not null check (kind in ('region', 'city')),
  name_kk text not null default '',
  name_ru text not null default '',
  name_en text not null default '',
  name_ru_alt text not null default '',
  iso_name text not null default '',
  admin_centre_kk text not null default '',
  admin_centre_ru text not null default '',
  admin_centre_en text not null default '',
  admin_centre_lat double precision not null,
  admin_centre_lon double precision not null,
  major_cities_ru text[] not null default '{}',
  created_2022 boolean not null,
  source_url text not null,
  source2_url text not null default '',
  notes text not null default '',
  read_on date not null
);

create table public.helplines (
  id text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
  -- Most urgent first.
  position integer not null,
  number text not null check (number <> ''),
  name_kk text not null default '',
  name_ru text not null default '',
  name_en text not null default '',
  what text not null default '',
  audience text not null default '',
  coverage text not null default '',
  hours text not null default '',
  languages text[] not null default '{}',
  cost text not null default '',
  other_channels text not null default '',
  publish text not null check (publish in ('yes', 'yes_with_note', 'no')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source_url text not null check (source_url <> ''),
  -- As printed: a day, a month or nothing.
  source_date text not null default '' check (source_date ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  source2_url text not null default '',
  notes text not null default '',
  read_on date not null,
  called_on date,
  edited_at timestamptz
);

create table public.listings (
  id text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  category text not null check (category in ('state_centre', 'primary_care_point', 'republican_centre',
    'self_help_group', 'private_rehab', 'youth_health_centre')),
  name_kk text not null default '',
  name_ru text not null default '',
  name_en text not null default '',
  organisation_ru text not null default '',
  region_iso text references public.regions (iso_code),
  city_ru text not null default '',
  address_ru text not null default '',
  address_kk text not null default '',
  -- [{ number: as printed, dial: E.164 or the digits of a short number, remark }]
  phones jsonb not null default '[]' check (jsonb_typeof(phones) = 'array'),
  hours text not null default '',
  website text not null default '' check (website = '' or website ~ '^https?://'),
  type text not null default '' check (type in ('', 'state', 'private', 'self_help')),
  services text[] not null default '{}' check (services <@ array['detox', 'inpatient', 'outpatient', 'day_programme',
    'rehabilitation', 'counselling', 'peer_group', 'family', 'youth', 'online', 'drug_test', 'compulsory']),
  languages text[] not null default '{}',
  cost text not null default '',
  anonymous text not null default '',
  addiction_specific boolean,
  lat double precision check (lat between 40 and 56),
  lon double precision check (lon between 46 and 88),
  coord_note text not null default '',
  status text not null check (status in ('draft', 'published', 'hidden')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source_url text not null check (source_url <> ''),
  source_date text not null default '' check (source_date ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  source2_url text not null default '',
  notes text not null default '',
  read_on date not null,
  called_on date,
  edited_at timestamptz,
  check (name_kk <> '' or name_ru <> '' or name_en <> '')
);
create index listings_region on public.listings (region_iso);

-- Which seed file was loaded, so that a start does not load it again.
create table public.seeds (
  name text primary key,
  sha256 text not null,
  loaded_at timestamptz not null default now()
);

alter table public.regions enable row level security;
alter table public.regions force row level security;
alter table public.helplines enable row level security;
alter table public.helplines force row level security;
alter table public.listings enable row level security;
alter table public.listings force row level security;
alter table public.seeds enable row level security;
alter table public.seeds force row level security;

revoke all on table public.regions, public.helplines, public.listings, public.seeds
  from public, anon, authenticated, service_role;
grant select on table public.regions, public.helplines, public.listings to anon;
grant select on table public.regions to authenticated;
grant select, insert, update on table public.helplines, public.listings to authenticated;
grant select, insert, update, delete on table public.regions, public.helplines, public.listings, public.seeds
  to service_role;

create policy "everybody sees regions" on public.regions for select to anon, authenticated using (true);

create policy "everybody sees published lines" on public.helplines for select to anon, authenticated
  using (publish <> 'no');
create policy "editors see all lines" on public.helplines for select to authenticated
  using ((select private.can('directory.edit')));
create policy "editors add lines" on public.helplines for insert to authenticated
  with check ((select private.can('directory.edit')));
create policy "editors change lines" on public.helplines for update to authenticated
  using ((select private.can('directory.edit'))) with check ((select private.can('directory.edit')));

create policy "everybody sees published listings" on public.listings for select to anon, authenticated
  using (status = 'published');
create policy "editors see all listings" on public.listings for select to authenticated
  using ((select private.can('directory.edit')));
create policy "editors add listings" on public.listings for insert to authenticated
  with check ((select private.can('directory.edit')));
create policy "editors change listings" on public.listings for update to authenticated
  using ((select private.can('directory.edit'))) with check ((select private.can('directory.edit')));

-- What a person edited is never overwritten by a later seed.
create function private.mark_edited() returns trigger
language plpgsql set search_path = '' as $$
begin
  if auth.uid() is not null then
    new.edited_at := now();
  end if;
  return new;
end
$$;
revoke all on function private.mark_edited() from public, anon, authenticated, service_role;
create trigger mark_edited before insert or update on public.helplines
  for each row execute function private.mark_edited();
create trigger mark_edited before insert or update on public.listings
  for each row execute function private.mark_edited();
