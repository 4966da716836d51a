-- Training, certificates, assignment and removal of staff. Each act is a function, so that its audit row is written with it.

create table public.course_progress (
  staff_id uuid not null references public.staff (id) on delete cascade,
  unit text not null check (unit ~ '^[a-z0-9-]{1,40}$'),
  passed_at timestamptz not null default now(),
  primary key (staff_id, unit)
);

create table public.certificates (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references public.staff (id) on delete cascade,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  ends_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid
);
create index certificates_staff on public.certificates (staff_id);

alter table public.course_progress enable row level security;
alter table public.course_progress force row level security;
alter table public.certificates enable row level security;
alter table public.certificates force row level security;
revoke all on table public.course_progress, public.certificates from public, anon, authenticated, service_role;
grant select on table public.course_progress, public.certificates to authenticated;

create policy "staff see their own course" on public.course_progress for select to authenticated
  using (staff_id = (select auth.uid()) and (select private.can('desk.open')));
create policy "those who certify or manage see all courses" on public.course_progress for select to authenticated
  using ((select private.can('staff.certify')) or (select private.can('staff.manage')));
create policy "staff see their own certificates" on public.certificates for select to authenticated
  using (staff_id = (select auth.uid()) and (select private.can('desk.open')));
create policy "those who certify or manage see all certificates" on public.certificates for select to authenticated
  using ((select private.can('staff.certify')) or (select private.can('staff.manage')));

-- The server has judged the answers.
create function public.pass_unit(staff_id uuid, unit text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  insert into public.course_progress (staff_id, unit) values (pass_unit.staff_id, pass_unit.unit)
  on conflict do nothing;
end
$$;

-- A certified lead certifies. Until there is one, the founding coordinator does, or nobody ever could.
create function private.may_certify() returns boolean
language sql stable security definer set search_path = '' as $$
  select private.can('staff.certify') or exists (
    select from public.staff s
    where s.id = auth.uid() and s.active and s.founding and s.role = 'coordinator' and s.certified_until > now()
      and not exists (select from public.staff l where l.role = 'lead' and l.active and l.certified_until > now())
  )
$$;

-- The row of another active person, locked; refused (404) when there is none, (403) when it is oneself.
create function private.colleague(staff_id uuid) returns public.staff
language plpgsql volatile security definer set search_path = '' as $$
declare
  found_row public.staff;
begin
  if colleague.staff_id = auth.uid() then
    perform private.refuse('403', 'not_allowed');
  end if;
  select * into found_row from public.staff s where s.id = colleague.staff_id and s.active for update;
  if found_row.id is null then
    perform private.refuse('404', 'not_found');
  end if;
  return found_row;
end
$$;

-- For at most a year; a trainee becomes a moderator.
create function public.certify_staff(staff_id uuid, ends_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  if not private.may_certify() then
    perform private.refuse('403', 'not_allowed');
  end if;
  person := private.colleague(certify_staff.staff_id);
  if certify_staff.ends_at is null or certify_staff.ends_at <= now() or certify_staff.ends_at > now() + interval '1 year' then
    perform private.refuse('400', 'bad_input');
  end if;
  insert into public.certificates (staff_id, granted_by, ends_at)
  values (person.id, auth.uid(), certify_staff.ends_at);
  update public.staff s set certified_until = certify_staff.ends_at,
    role = case when s.role = 'trainee' then 'moderator' else s.role end
  where s.id = person.id;
  perform private.note('staff.certify', 'staff', person.id::text,
    jsonb_build_object('until', (extract(epoch from certify_staff.ends_at) * 1000)::bigint));
end
$$;

create function public.revoke_certificate(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  if not private.may_certify() then
    perform private.refuse('403', 'not_allowed');
  end if;
  person := private.colleague(revoke_certificate.staff_id);
  update public.certificates c set revoked_at = now(), revoked_by = auth.uid()
  where c.staff_id = person.id and c.revoked_at is null;
  update public.staff s set certified_until = null where s.id = person.id;
  perform private.note('staff.revoke', 'staff', person.id::text, '{}');
end
$$;

create function public.assign_staff(staff_id uuid, languages text[], room_groups text[], youth_vetted boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('staff.manage');
  update public.staff s set languages = assign_staff.languages, room_groups = assign_staff.room_groups,
    youth_vetted = assign_staff.youth_vetted
  where s.id = assign_staff.staff_id and s.active;
  if not found then
    perform private.refuse('404', 'not_found');
  end if;
  perform private.note('staff.assign', 'staff', assign_staff.staff_id::text, jsonb_build_object(
    'languages', array_to_string(assign_staff.languages, ','), 'groups', left(array_to_string(assign_staff.room_groups, ','), 80),
    'youth', assign_staff.youth_vetted));
end
$$;

-- Never one's own, so that a coordinator is always left.
create function public.set_staff_role(staff_id uuid, role text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  perform private.only_with('staff.manage');
  person := private.colleague(set_staff_role.staff_id);
  update public.staff s set role = set_staff_role.role where s.id = person.id;
  perform private.note('staff.role', 'staff', person.id::text,
    jsonb_build_object('before', person.role, 'after', set_staff_role.role));
end
$$;

revoke all on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.can(text), private.in_group(text) to anon, authenticated, service_role;
revoke all on function public.pass_unit(uuid, text), public.certify_staff(uuid, timestamptz),
  public.revoke_certificate(uuid), public.assign_staff(uuid, text[], text[], boolean), public.set_staff_role(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.pass_unit(uuid, text) to service_role;
grant execute on function public.certify_staff(uuid, timestamptz), public.revoke_certificate(uuid),
  public.assign_staff(uuid, text[], text[], boolean), public.set_staff_role(uuid, text) to authenticated;
