-- Second factors in force, sessions that can all be ended at once, and who may assign whom.

alter table public.staff
  -- Since when a second factor is in force. Leads and coordinators have no rights without one.
  add column second_factor_at timestamptz,
  -- A session remembers the number it began with; another number here ends it.
  add column session_epoch integer not null default 0;

create or replace function private.can(capability text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.staff s
    where s.id = auth.uid() and s.active
      and (s.role not in ('lead', 'coordinator') or s.second_factor_at is not null)
      and capability = any (private.capabilities_of(s.role, coalesce(s.certified_until > now(), false)))
  )
$$;

-- A certified lead certifies. Until there is one, the founding coordinator does, or nobody ever could.
create or replace function private.may_certify() returns boolean
language sql stable security definer set search_path = '' as $$
  select private.can('staff.certify') or (private.can('staff.manage') and exists (
    select from public.staff s
    where s.id = auth.uid() and s.founding and s.certified_until > now()
      and not exists (select from public.staff l where l.role = 'lead' and l.active and l.certified_until > now())
  ))
$$;

-- Every session of a person, here and in Auth; their tokens cannot be refreshed any more.
create function private.drop_sessions(staff_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
  update public.staff s set session_epoch = s.session_epoch + 1 where s.id = drop_sessions.staff_id;
  delete from auth.sessions a where a.user_id = drop_sessions.staff_id;
$$;

-- One's own, another's by those who manage, anybody's by the server.
create function public.end_sessions(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (private.can('staff.manage') or (auth.uid() is null and auth.role() = 'service_role') or exists (
    select from public.staff s where s.id = auth.uid() and s.active and s.id = end_sessions.staff_id
  )) then
    perform private.refuse('403', 'not_allowed');
  end if;
  perform private.drop_sessions(end_sessions.staff_id);
  perform private.note('session.end_all', 'staff', end_sessions.staff_id::text, '{}');
end
$$;

-- A new second factor whose first code was right at `step`, with its recovery codes; the earlier ones end. Every other
-- session ends too; the number that the one at hand goes on with.
create function public.set_second_factor(staff_id uuid, sealed_secret text, step bigint, code_hashes text[]) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  epoch integer;
begin
  perform private.only_server();
  update public.staff s set second_factor_at = now(), session_epoch = s.session_epoch + 1
  where s.id = set_second_factor.staff_id and s.active returning s.session_epoch into epoch;
  if epoch is null then
    perform private.refuse('404', 'not_found');
  end if;
  insert into public.second_factors as f (staff_id, sealed_secret, confirmed_at, last_step)
  values (set_second_factor.staff_id, set_second_factor.sealed_secret, now(), set_second_factor.step)
  on conflict on constraint second_factors_pkey do update set sealed_secret = excluded.sealed_secret,
    created_at = now(), confirmed_at = now(), last_step = greatest(f.last_step, excluded.last_step);
  perform public.set_recovery_codes(set_second_factor.staff_id, set_second_factor.code_hashes);
  perform private.note('factor.set', 'staff', set_second_factor.staff_id::text, '{}');
  return epoch;
end
$$;

-- New recovery codes in place of all earlier ones.
create function public.set_recovery_codes(staff_id uuid, code_hashes text[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  delete from public.recovery_codes c where c.staff_id = set_recovery_codes.staff_id;
  insert into public.recovery_codes (staff_id, code_hash)
  select set_recovery_codes.staff_id, unnest(set_recovery_codes.code_hashes);
  perform private.note('factor.codes', 'staff', set_recovery_codes.staff_id::text, '{}');
end
$$;

-- By the operator's command, for somebody who lost the device and the recovery codes.
create function public.clear_second_factor(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  delete from public.second_factors f where f.staff_id = clear_second_factor.staff_id;
  delete from public.recovery_codes c where c.staff_id = clear_second_factor.staff_id;
  update public.staff s set second_factor_at = null where s.id = clear_second_factor.staff_id;
  perform private.drop_sessions(clear_second_factor.staff_id);
  perform private.note('factor.clear', 'staff', clear_second_factor.staff_id::text, '{}');
end
$$;

-- For at most a year; a trainee becomes a moderator. `units`: the parts of the course that were gone through together.
drop function public.certify_staff(uuid, timestamptz);
create function public.certify_staff(staff_id uuid, ends_at timestamptz, units text[] default '{}') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  if not private.may_certify() then
    perform private.refuse('403', 'not_allowed');
  end if;
  person := private.colleague(certify_staff.staff_id);
  if certify_staff.ends_at is null or certify_staff.ends_at <= now() or certify_staff.ends_at > now() + interval '1 year'
    or cardinality(certify_staff.units) > 40 then
    perform private.refuse('400', 'bad_input');
  end if;
  insert into public.course_progress (staff_id, unit)
  select person.id, unnest(certify_staff.units) on conflict do nothing;
  insert into public.certificates (staff_id, granted_by, ends_at)
  values (person.id, auth.uid(), certify_staff.ends_at);
  update public.staff s set certified_until = certify_staff.ends_at,
    role = case when s.role = 'trainee' then 'moderator' else s.role end
  where s.id = person.id;
  perform private.note('staff.certify', 'staff', person.id::text,
    jsonb_build_object('until', (extract(epoch from certify_staff.ends_at) * 1000)::bigint,
      'units', cardinality(certify_staff.units)));
end
$$;

-- By leads and coordinators. Oneself: a coordinator alone, and nobody vets themselves for youth rooms.
create or replace function public.assign_staff(staff_id uuid, languages text[], room_groups text[], youth_vetted boolean)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  if not (private.can('staff.manage') or private.can('staff.certify')) then
    perform private.refuse('403', 'not_allowed');
  end if;
  select * into person from public.staff s where s.id = assign_staff.staff_id and s.active for update;
  if person.id is null then
    perform private.refuse('404', 'not_found');
  end if;
  if person.id = auth.uid() and (not private.can('staff.manage') or (assign_staff.youth_vetted and not person.youth_vetted)) then
    perform private.refuse('403', 'not_allowed');
  end if;
  update public.staff s set languages = assign_staff.languages, room_groups = assign_staff.room_groups,
    youth_vetted = assign_staff.youth_vetted
  where s.id = person.id;
  perform private.note('staff.assign', 'staff', person.id::text, jsonb_build_object(
    'languages', array_to_string(assign_staff.languages, ','), 'groups', left(array_to_string(assign_staff.room_groups, ','), 80),
    'youth', assign_staff.youth_vetted));
end
$$;

-- Takes all rights at once; claims and coming shifts are free again, no session and no second factor is left.
create or replace function public.remove_staff(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  perform private.only_with('staff.manage');
  person := private.colleague(remove_staff.staff_id);
  update public.staff s set active = false, removed_at = now(), certified_until = null, second_factor_at = null
  where s.id = person.id;
  perform private.drop_sessions(person.id);
  delete from public.second_factors f where f.staff_id = person.id;
  delete from public.recovery_codes c where c.staff_id = person.id;
  update public.cases c set claimed_by = null, claimed_at = null where c.claimed_by = person.id and c.decided_at is null;
  delete from public.shifts s where s.staff_id = person.id and s.ends_at > now();
  delete from public.invites i where i.staff_id = person.id and i.used_at is null;
  perform private.note('staff.remove', 'staff', person.id::text, jsonb_build_object('role', person.role));
end
$$;

-- The person of a recovery link, whose sessions end; the caller then sets the password.
create or replace function public.redeem_recovery(token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  spent public.invites;
begin
  perform private.only_server();
  spent := private.spend_link(redeem_recovery.token_hash, null);
  if spent.kind <> 'recover' then
    perform private.refuse('410', 'link_used');
  end if;
  perform private.drop_sessions(spent.staff_id);
  perform private.note('recovery.use', 'staff', spent.staff_id::text, '{}');
  return spent.staff_id;
end
$$;

revoke all on function private.drop_sessions(uuid) from public, anon, authenticated, service_role;
revoke all on function public.end_sessions(uuid), public.set_second_factor(uuid, text, bigint, text[]),
  public.set_recovery_codes(uuid, text[]), public.clear_second_factor(uuid),
  public.certify_staff(uuid, timestamptz, text[]) from public, anon, authenticated, service_role;
grant execute on function public.end_sessions(uuid) to authenticated, service_role;
grant execute on function public.certify_staff(uuid, timestamptz, text[]) to authenticated;
grant execute on function public.set_second_factor(uuid, text, bigint, text[]), public.set_recovery_codes(uuid, text[]),
  public.clear_second_factor(uuid) to service_role;
