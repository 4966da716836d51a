-- People who work here, and the questions every policy asks about them.

create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

create table public.staff (
  id uuid primary key references auth.users (id) on delete cascade,
  -- Never a real name.
  working_name text not null check (char_length(working_name) between 2 and 40),
  role text not null check (role in ('trainee', 'moderator', 'lead', 'coordinator')),
  active boolean not null default true,
  languages text[] not null default '{}' check (languages <@ array['kk', 'ru', 'en']),
  room_groups text[] not null default '{}',
  youth_vetted boolean not null default false,
  -- A moderator's certificate; without it a moderator or lead has a trainee's rights.
  certified_until timestamptz,
  founding boolean not null default false,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index staff_working_name on public.staff (lower(working_name));

alter table public.staff enable row level security;
alter table public.staff force row level security;
revoke all on table public.staff from public, anon, authenticated, service_role;
grant select on table public.staff to authenticated;
grant select, insert, update, delete on table public.staff to service_role;

-- The same sets as shared/capabilities.ts; tests/policies compares the two.
create function private.capabilities_of(role text, certified boolean) returns text[]
language sql immutable set search_path = '' as $$
  select case
    when role = 'trainee' or (role in ('moderator', 'lead') and not certified) then trainee
    when role = 'moderator' then moderator
    when role = 'lead' then moderator || array['room.purge', 'staff.certify', 'audit.read']
    when role = 'coordinator' and certified then coordinator || moderator
    when role = 'coordinator' then coordinator
    else array[]::text[]
  end
  from (select
    array['room.list', 'desk.open'] as trainee,
    array['room.list', 'room.join', 'message.send', 'message.own', 'desk.open', 'duty.take', 'held.decide',
      'case.decide', 'message.remove', 'sanction.decide', 'room.control'] as moderator,
    array['room.list', 'desk.open', 'staff.manage', 'audit.read', 'directory.edit'] as coordinator) as sets
$$;

-- Whether the person who asks is active staff with this right, now.
create function private.can(capability text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.staff s
    where s.id = auth.uid() and s.active
      and capability = any (private.capabilities_of(s.role, coalesce(s.certified_until > now(), false)))
  )
$$;

-- Whether the person who asks is active staff assigned to this room group.
create function private.in_group(room_group text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.staff s where s.id = auth.uid() and s.active and room_group = any (s.room_groups)
  )
$$;

revoke all on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.can(text), private.in_group(text) to anon, authenticated, service_role;

create policy "active staff see themselves" on public.staff for select to authenticated
  using (id = (select auth.uid()) and active);
create policy "those who certify or manage see everybody" on public.staff for select to authenticated
  using ((select private.can('staff.certify')) or (select private.can('staff.manage')));
