-- Planned shifts. The public sees only when the next one of a room group begins, never whose it is.

create table public.shifts (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references public.staff (id) on delete cascade,
  room_group text not null check (room_group ~ '^[a-z0-9-]{1,40}$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours')
);
create index shifts_next on public.shifts (room_group, starts_at);

alter table public.shifts enable row level security;
alter table public.shifts force row level security;
revoke all on table public.shifts from public, anon, authenticated, service_role;
grant select, insert, update, delete on table public.shifts to authenticated;
grant select, insert, update, delete on table public.shifts to service_role;

create policy "staff see the roster" on public.shifts for select to authenticated
  using ((select private.can('desk.open')));
create policy "volunteers plan their own shifts" on public.shifts for all to authenticated
  using (staff_id = (select auth.uid()) and (select private.can('duty.take')))
  with check (staff_id = (select auth.uid()) and (select private.can('duty.take')) and private.in_group(room_group));
create policy "managers plan shifts" on public.shifts for all to authenticated
  using ((select private.can('staff.manage'))) with check ((select private.can('staff.manage')));

-- The next shift of each room group; one that runs now counts from its beginning.
create function public.next_shifts() returns table (room_group text, starts_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select s.room_group, min(s.starts_at) from public.shifts s where s.ends_at > now() group by s.room_group
$$;
revoke all on function public.next_shifts() from public, anon, authenticated, service_role;
grant execute on function public.next_shifts() to anon, authenticated, service_role;
