-- Calls of volunteers: one calls, another confirms, and only then an entry says on which day it was called.

-- Names and places that were read of somewhere without a contact that can be trusted. Calls to make; never shown to readers.
create table public.leads (
  id text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
  name_ru text not null check (name_ru <> ''),
  region_iso text references public.regions (iso_code),
  city_ru text not null default '',
  kind text not null default '',
  what_the_source_says text not null default '',
  why_not_in_listings text not null default '',
  source_url text not null default '',
  source_date text not null default '',
  status text not null default 'open' check (status in ('open', 'made', 'dropped'))
);

create table public.entry_calls (
  id uuid primary key default gen_random_uuid(),
  entry_kind text not null check (entry_kind in ('listing', 'helpline', 'lead')),
  entry text not null,
  outcome text not null check (outcome in ('works', 'no_answer', 'wrong', 'closed')),
  -- The numbers that work, as an entry holds them; `proposed`: they are not those of the entry.
  phones jsonb not null default '[]' check (jsonb_typeof(phones) = 'array'),
  proposed boolean not null default false,
  -- Not references: the row outlives the accounts.
  called_by uuid not null,
  called_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- A newer call took its place, or the second person found otherwise.
  ended_at timestamptz,
  -- Two people, whatever a function says.
  check (confirmed_by <> called_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_at is null or outcome = 'works')
);
create index entry_calls_entry on public.entry_calls (entry_kind, entry, called_at);
create unique index entry_calls_waiting on public.entry_calls (entry_kind, entry)
  where outcome = 'works' and confirmed_at is null and ended_at is null;

-- How often an entry's page was opened in a month; nothing of who opened it, nor when.
create table public.entry_views (
  entry text not null,
  month date not null,
  views integer not null check (views > 0),
  primary key (entry, month)
);

alter table public.leads enable row level security;
alter table public.leads force row level security;
alter table public.entry_calls enable row level security;
alter table public.entry_calls force row level security;
alter table public.entry_views enable row level security;
alter table public.entry_views force row level security;
revoke all on table public.leads, public.entry_calls, public.entry_views from public, anon, authenticated, service_role;
grant select on table public.leads, public.entry_calls, public.entry_views to authenticated;
grant update (status) on table public.leads to authenticated;
grant select, insert, update on table public.leads to service_role;
create policy "callers see leads" on public.leads for select to authenticated using ((select private.can('directory.call')));
create policy "editors close leads" on public.leads for update to authenticated
  using ((select private.can('directory.edit'))) with check ((select private.can('directory.edit')));
create policy "callers see calls" on public.entry_calls for select to authenticated
  using ((select private.can('directory.call')));
create policy "callers see views" on public.entry_views for select to authenticated
  using ((select private.can('directory.call')));

-- Numbers in the form an entry holds them in: at most eight, nothing but digits and what people write between them.
create function private.are_phones(phones jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(phones) = 'array' and jsonb_array_length(phones) between 1 and 8 and not exists (
    select from jsonb_array_elements(phones) as one
    where jsonb_typeof(one) <> 'object'
      or (select count(*) from jsonb_object_keys(one)) <> 3
      or coalesce(one ->> 'number', '') !~ '^\+?[0-9 ()–-]{2,40}$'
      or coalesce(one ->> 'dial', '') !~ '^\+?[0-9]{2,15}$'
      or char_length(coalesce(one ->> 'remark', repeat('x', 200))) > 120)
$$;

-- The second person says the same: the numbers become the entry's, and the day of the call stands in it. (KZ is UTC+5.)
create function private.confirm(call public.entry_calls) returns void
language plpgsql volatile set search_path = '' as $$
begin
  if call.called_by = auth.uid() then
    perform private.refuse('403', 'not_allowed');
  end if;
  update public.entry_calls c set confirmed_by = auth.uid(), confirmed_at = now() where c.id = call.id;
  update public.listings l set phones = call.phones, called_on = (now() at time zone 'UTC' + interval '5 hours')::date
  where call.entry_kind = 'listing' and l.id = call.entry;
  update public.helplines h set number = case when call.proposed then call.phones -> 0 ->> 'number' else h.number end,
    called_on = (now() at time zone 'UTC' + interval '5 hours')::date
  where call.entry_kind = 'helpline' and h.id = call.entry;
  perform private.note('directory.confirm', call.entry_kind, call.entry, jsonb_build_object('call', call.id, 'first', call.called_by));
end
$$;

-- The call of an entry that waits for a second person, locked; a row of nulls when there is none.
create function private.waiting_call(entry_kind text, entry text) returns public.entry_calls
language sql volatile set search_path = '' as $$
  select * from public.entry_calls c
  where c.entry_kind = waiting_call.entry_kind and c.entry = waiting_call.entry
    and c.outcome = 'works' and c.confirmed_at is null and c.ended_at is null
  for update
$$;

-- What a volunteer heard: `waiting` for a second person, `confirmed` when this was the second one, else `recorded`.
-- `phones`: other numbers than the entry's that work; null: its own.
create function public.record_call(entry_kind text, entry text, outcome text, phones jsonb default null) returns text
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
  known jsonb := private.phones_of(record_call.entry_kind, record_call.entry);
  heard jsonb := coalesce(record_call.phones, known);
  before public.entry_calls;
  works boolean := record_call.outcome = 'works';
begin
  if not private.can('directory.call') then
    perform private.refuse('403', 'not_allowed');
  end if;
  if record_call.entry_kind = 'lead' and exists (select from public.leads l where l.id = record_call.entry and l.status = 'open') then
    known := '[]';
    heard := coalesce(record_call.phones, known);
  end if;
  if known is null then
    perform private.refuse('404', 'not_found');
  end if;
  if (record_call.phones is not null and not (works and private.are_phones(record_call.phones))) or (works and heard = '[]')
    or (record_call.entry_kind = 'helpline' and jsonb_array_length(heard) <> 1) then
    perform private.refuse('400', 'bad_input');
  end if;
  before := private.waiting_call(record_call.entry_kind, record_call.entry);
  if works and before.id is not null and before.phones = heard and before.called_by <> auth.uid() and record_call.entry_kind <> 'lead' then
    perform private.confirm(before);
    return 'confirmed';
  end if;
  if record_call.outcome <> 'no_answer' then
    update public.entry_calls c set ended_at = now() where c.id = before.id;
  end if;
  insert into public.entry_calls (entry_kind, entry, outcome, phones, proposed, called_by)
  values (record_call.entry_kind, record_call.entry, record_call.outcome, case when works then heard else '[]' end, heard <> known, auth.uid());
  if record_call.outcome in ('wrong', 'closed') then
    perform private.found_wrong(record_call.entry_kind, record_call.entry);
  end if;
  perform private.note('directory.call', record_call.entry_kind, record_call.entry, jsonb_build_object('outcome', record_call.outcome));
  return case when works and record_call.entry_kind <> 'lead' then 'waiting' else 'recorded' end;
end
$$;

-- A volunteer who called is believed at once: readers are told, and an editor decides.
create function private.found_wrong(entry_kind text, entry text) returns void
language plpgsql volatile set search_path = '' as $$
#variable_conflict use_column
begin
  if found_wrong.entry_kind = 'lead' then
    return;
  end if;
  insert into public.repairs as r (entry_kind, entry, called, marked_at)
  values (found_wrong.entry_kind, found_wrong.entry, 1, now())
  on conflict (entry_kind, entry) where decided_at is null
  do update set called = r.called + 1, marked_at = coalesce(r.marked_at, excluded.marked_at);
  perform private.mark_entry(found_wrong.entry_kind, found_wrong.entry, now());
end
$$;

-- The second person's word on a waiting call: the same, or not.
create function public.confirm_call(call uuid, works boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  first public.entry_calls;
begin
  if not private.can('directory.call') then
    perform private.refuse('403', 'not_allowed');
  end if;
  select * into first from public.entry_calls c where c.id = confirm_call.call and c.entry_kind <> 'lead' for update;
  if first.id is null then
    perform private.refuse('404', 'not_found');
  end if;
  if first.called_by = auth.uid() then
    perform private.refuse('403', 'not_allowed');
  end if;
  -- Numbers that are no longer the entry's were not called; two weeks later the first call says little.
  if first.outcome <> 'works' or first.confirmed_at is not null or first.ended_at is not null
    or first.called_at < now() - interval '14 days'
    or (not first.proposed and first.phones is distinct from private.phones_of(first.entry_kind, first.entry)) then
    perform private.refuse('409', 'already_decided');
  end if;
  if confirm_call.works then
    perform private.confirm(first);
  else
    update public.entry_calls c set ended_at = now() where c.id = first.id;
  end if;
end
$$;

-- Adds to the views of this month: an object of entries and how often each was opened. For the server alone.
create function public.count_views(counts jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  insert into public.entry_views as v (entry, month, views)
  select pair.key, date_trunc('month', now())::date, pair.value::integer
  from jsonb_each_text(count_views.counts) as pair join public.listings l on l.id = pair.key
  where pair.value::integer > 0
  on conflict (entry, month) do update set views = v.views + excluded.views;
  delete from public.entry_views v where v.month < now() - interval '1 year';
end
$$;

-- Whom to call next: what waits for a second person, then what readers doubt, then what is stalest and most read; leads last.
-- Emergency numbers are never called to see whether they answer.
create function public.calling_list(most integer default 30)
returns table (entry_kind text, entry text, name_kk text, name_ru text, name_en text, region_iso text, city_ru text, phones jsonb,
  about text, source_url text, checked_on date, called_on date, checking boolean, views bigint, last_outcome text,
  last_at timestamptz, waiting uuid, waiting_phones jsonb, waiting_mine boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if not private.can('directory.call') then
    perform private.refuse('403', 'not_allowed');
  end if;
  return query
    with entries as (
      select 'listing'::text as entry_kind, l.id as entry, l.name_kk, l.name_ru, l.name_en, l.region_iso, l.city_ru, l.phones,
        l.category as about, l.source_url, greatest(l.read_on, l.called_on) as checked_on, l.called_on, l.checking_since,
        coalesce((select sum(v.views) from public.entry_views v where v.entry = l.id and v.month > now() - interval '4 months'), 0)::bigint as views
      from public.listings l where l.status in ('published', 'draft') and l.phones <> '[]'
      union all
      select 'helpline', h.id, h.name_kk, h.name_ru, h.name_en, null, h.coverage, private.phones_of('helpline', h.id),
        h.what, h.source_url, greatest(h.read_on, h.called_on), h.called_on, h.checking_since, 0
      from public.helplines h where h.publish <> 'no' and h.number not in ('101', '102', '103', '104', '112')
      union all
      select 'lead', d.id, '', d.name_ru, '', d.region_iso, d.city_ru, '[]', d.what_the_source_says, d.source_url, null, null, null, 0
      from public.leads d where d.status = 'open'
    ), told as (
      select e.*, last.outcome as last_outcome, last.called_at as last_at, w.id as waiting, w.phones as waiting_phones,
        w.called_by = auth.uid() as waiting_mine
      from entries e
      left join lateral (select c.outcome, c.called_at from public.entry_calls c
        where c.entry_kind = e.entry_kind and c.entry = e.entry order by c.called_at desc limit 1) last on true
      left join public.entry_calls w on w.entry_kind = e.entry_kind and w.entry = e.entry
        and w.outcome = 'works' and w.confirmed_at is null and w.ended_at is null and w.called_at > now() - interval '14 days'
    )
    select t.entry_kind, t.entry, t.name_kk, t.name_ru, t.name_en, t.region_iso, t.city_ru, t.phones, t.about, t.source_url,
      t.checked_on, t.called_on, t.checking_since is not null, t.views, t.last_outcome, t.last_at, t.waiting, t.waiting_phones,
      coalesce(t.waiting_mine, false)
    from told t
    -- Nobody rings twice on one day, and what was called lately is not due.
    where t.waiting is not null or (coalesce(t.last_at < now() - interval '20 hours', true)
      and coalesce(t.called_on < now()::date - 14, true))
    order by t.waiting is not null and not coalesce(t.waiting_mine, false) desc, t.checking_since is not null desc,
      t.entry_kind = 'lead', coalesce(t.waiting_mine, false),
      (t.views + 1) * (now()::date - coalesce(t.checked_on, now()::date)) desc, t.views desc, t.entry
    limit least(greatest(calling_list.most, 1), 200);
end
$$;

revoke all on function private.are_phones(jsonb), private.confirm(public.entry_calls), private.waiting_call(text, text),
  private.found_wrong(text, text) from public, anon, authenticated, service_role;
revoke all on function public.record_call(text, text, text, jsonb), public.confirm_call(uuid, boolean), public.count_views(jsonb),
  public.calling_list(integer) from public, anon, authenticated, service_role;
grant execute on function public.record_call(text, text, text, jsonb), public.confirm_call(uuid, boolean),
  public.calling_list(integer) to authenticated;
grant execute on function public.count_views(jsonb) to service_role;
