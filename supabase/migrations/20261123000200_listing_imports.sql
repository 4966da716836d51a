-- Lists of places from a file. Rows are staged by the server, then taken over all together or not at all.

-- When an import last wrote the row. `edited_at` is then the same moment, so that no seed undoes it; a later `edited_at` is a person's.
alter table public.listings add column imported_at timestamptz;

create table public.staged_listings (
  import_id uuid not null,
  -- Line of the file.
  line integer not null check (line > 0),
  -- A row of public.listings as an object.
  entry jsonb not null check (jsonb_typeof(entry) = 'object'),
  -- What the preview saw: no such entry, or one that was last edited then.
  is_new boolean not null,
  seen_edited_at timestamptz,
  staged_at timestamptz not null default now(),
  primary key (import_id, line)
);
alter table public.staged_listings enable row level security;
alter table public.staged_listings force row level security;
revoke all on table public.staged_listings from public, anon, authenticated, service_role;
grant select, insert, delete on table public.staged_listings to service_role;

-- Takes over the staged rows of one import; how many there were. Refused (409), with nothing changed, when a row was edited, added
-- or removed since the preview; (400) when not all `rows` were staged. Another number in an entry means that nobody has called it yet.
create function public.apply_listing_import(import_id uuid, rows integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment timestamptz := now();
begin
  perform private.only_server();
  lock table public.listings in share row exclusive mode;
  if rows is distinct from (select count(*) from public.staged_listings s where s.import_id = apply_listing_import.import_id) then
    perform private.refuse('400', 'bad_input');
  end if;
  if exists (
    select from public.staged_listings s left join public.listings l on l.id = s.entry ->> 'id'
    where s.import_id = apply_listing_import.import_id
      and (s.is_new <> (l.id is null) or l.edited_at is distinct from s.seen_edited_at)
  ) then
    perform private.refuse('409', 'taken');
  end if;
  insert into public.listings as l (id, slug, category, name_kk, name_ru, name_en, organisation_ru, region_iso, city_ru, address_ru,
    address_kk, phones, hours, website, type, services, languages, cost, anonymous, addiction_specific, lat, lon, coord_note, status,
    confidence, source_url, source_date, source2_url, notes, read_on, edited_at, imported_at)
  select e.id, e.id, e.category, e.name_kk, e.name_ru, e.name_en, e.organisation_ru, e.region_iso, e.city_ru, e.address_ru,
    e.address_kk, e.phones, e.hours, e.website, e.type, e.services, e.languages, e.cost, e.anonymous, e.addiction_specific, e.lat, e.lon,
    e.coord_note, e.status, e.confidence, e.source_url, e.source_date, e.source2_url, e.notes, e.read_on, moment, moment
  from public.staged_listings s, jsonb_populate_record(null::public.listings, s.entry) e
  where s.import_id = apply_listing_import.import_id
  on conflict (id) do update set
    category = excluded.category, name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
    organisation_ru = excluded.organisation_ru, region_iso = excluded.region_iso, city_ru = excluded.city_ru,
    address_ru = excluded.address_ru, address_kk = excluded.address_kk, phones = excluded.phones, hours = excluded.hours,
    website = excluded.website, type = excluded.type, services = excluded.services, languages = excluded.languages,
    cost = excluded.cost, anonymous = excluded.anonymous, addiction_specific = excluded.addiction_specific, lat = excluded.lat,
    lon = excluded.lon, coord_note = excluded.coord_note, status = excluded.status, confidence = excluded.confidence,
    source_url = excluded.source_url, source_date = excluded.source_date, source2_url = excluded.source2_url, notes = excluded.notes,
    read_on = excluded.read_on, edited_at = moment, imported_at = moment,
    called_on = case when l.phones = excluded.phones then l.called_on end;
  -- What an import that was broken off has left goes too.
  delete from public.staged_listings s
  where s.import_id = apply_listing_import.import_id or s.staged_at < moment - interval '1 day';
  perform private.note('directory.import', 'import', import_id::text, jsonb_build_object('rows', rows));
  return rows;
end
$$;
revoke all on function public.apply_listing_import(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.apply_listing_import(uuid, integer) to service_role;
