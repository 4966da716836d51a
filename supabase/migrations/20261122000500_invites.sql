-- One-time links by which somebody becomes staff. Only the SHA-256 (hex) of a link's token is here.

create table public.invites (
  id uuid primary key default gen_random_uuid(),
  -- setup: the first coordinator's. recover: a new password for somebody who lost it.
  kind text not null check (kind in ('setup', 'invite', 'recover')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  staff_id uuid references public.staff (id) on delete cascade,
  languages text[] not null default '{}' check (languages <@ array['kk', 'ru', 'en']),
  room_groups text[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  check ((kind = 'recover') = (staff_id is not null))
);

alter table public.invites enable row level security;
alter table public.invites force row level security;
revoke all on table public.invites from public, anon, authenticated, service_role;
-- Everything but the hash.
grant select (id, kind, staff_id, languages, room_groups, created_by, created_at, expires_at, used_at, used_by)
  on table public.invites to authenticated;
create policy "managers see invites" on public.invites for select to authenticated
  using ((select private.can('staff.manage')));

create function private.only_server() returns void
language plpgsql stable set search_path = '' as $$
begin
  if auth.uid() is not null or auth.role() is distinct from 'service_role' then
    perform private.refuse('403', 'not_allowed');
  end if;
end
$$;

create function private.only_with(capability text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if not private.can(capability) then
    perform private.refuse('403', 'not_allowed');
  end if;
end
$$;

-- The first coordinator's link; earlier ones that nobody used end. Refused (409) once there is an active coordinator.
create function public.create_setup_link(token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  made uuid;
begin
  perform private.only_server();
  if exists (select from public.staff where role = 'coordinator' and active) then
    perform private.refuse('409', 'taken');
  end if;
  delete from public.invites where kind = 'setup' and used_at is null;
  insert into public.invites (kind, token_hash, expires_at)
  values ('setup', create_setup_link.token_hash, now() + interval '72 hours') returning id into made;
  perform private.note('setup.create', 'invite', made::text, '{}');
  return made;
end
$$;

create function public.create_invite(token_hash text, languages text[], room_groups text[]) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  made uuid;
begin
  perform private.only_with('staff.manage');
  insert into public.invites (kind, token_hash, languages, room_groups, created_by, expires_at)
  values ('invite', create_invite.token_hash, create_invite.languages, create_invite.room_groups, auth.uid(),
    now() + interval '72 hours')
  returning id into made;
  perform private.note('invite.create', 'invite', made::text, '{}');
  return made;
end
$$;

-- A link for a new password, made by the operator's command; ends in an hour.
create function public.create_recovery_link(token_hash text, staff_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  made uuid;
begin
  perform private.only_server();
  delete from public.invites i where i.staff_id = create_recovery_link.staff_id and i.used_at is null;
  insert into public.invites (kind, token_hash, staff_id, expires_at)
  values ('recover', create_recovery_link.token_hash, create_recovery_link.staff_id, now() + interval '1 hour')
  returning id into made;
  perform private.note('recovery.create', 'staff', create_recovery_link.staff_id::text, '{}');
  return made;
end
$$;

create function public.revoke_invite(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('staff.manage');
  delete from public.invites i where i.id = revoke_invite.id and i.kind = 'invite' and i.used_at is null;
  if not found then
    perform private.refuse('410', 'link_used');
  end if;
  perform private.note('invite.revoke', 'invite', revoke_invite.id::text, '{}');
end
$$;

-- What a link that can still be used is for; no row otherwise.
create function public.open_link(token_hash text) returns table (kind text, staff_id uuid, expires_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.only_server();
  return query select i.kind, i.staff_id, i.expires_at from public.invites i
    where i.token_hash = open_link.token_hash and i.used_at is null and i.expires_at > now();
end
$$;

-- Marks a link used; refused (410) when it is not, no longer, or already used. Exactly one caller gets the row.
create function private.spend_link(token_hash text, user_id uuid) returns public.invites
language plpgsql volatile security definer set search_path = '' as $$
declare
  spent public.invites;
begin
  update public.invites i set used_at = now(), used_by = spend_link.user_id
  where i.token_hash = spend_link.token_hash and i.used_at is null and i.expires_at > now()
  returning * into spent;
  if spent.id is null then
    perform private.refuse('410', 'link_used');
  end if;
  return spent;
end
$$;

-- The account becomes staff: the first coordinator (with a moderator's certificate for 30 days) or a trainee.
create function public.redeem_invite(token_hash text, user_id uuid, working_name text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  spent public.invites;
  first boolean;
begin
  perform private.only_server();
  spent := private.spend_link(redeem_invite.token_hash, redeem_invite.user_id);
  first := spent.kind = 'setup';
  if spent.kind = 'recover' or (first and exists (select from public.staff where role = 'coordinator' and active)) then
    perform private.refuse('410', 'link_used');
  end if;
  insert into public.staff (id, working_name, role, languages, room_groups, certified_until, founding)
  values (redeem_invite.user_id, redeem_invite.working_name, case when first then 'coordinator' else 'trainee' end,
    case when first then array['kk', 'ru', 'en'] else spent.languages end,
    case when first then (select array_agg(distinct r.room_group) from public.rooms r) else spent.room_groups end,
    case when first then now() + interval '30 days' end, first);
  perform private.note('staff.join', 'staff', redeem_invite.user_id::text,
    jsonb_build_object('invite', spent.id, 'founding', first));
  return case when first then 'coordinator' else 'trainee' end;
exception
  when unique_violation then
    perform private.refuse('409', 'taken');
    return null;
end
$$;

-- The person of a recovery link; the caller then sets the password.
create function public.redeem_recovery(token_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  spent public.invites;
begin
  perform private.only_server();
  spent := private.spend_link(redeem_recovery.token_hash, null);
  if spent.kind <> 'recover' then
    perform private.refuse('410', 'link_used');
  end if;
  perform private.note('recovery.use', 'staff', spent.staff_id::text, '{}');
  return spent.staff_id;
end
$$;

revoke all on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.can(text), private.in_group(text) to anon, authenticated, service_role;
revoke all on function public.create_setup_link(text), public.create_invite(text, text[], text[]),
  public.create_recovery_link(text, uuid), public.revoke_invite(uuid), public.open_link(text),
  public.redeem_invite(text, uuid, text), public.redeem_recovery(text) from public, anon, authenticated, service_role;
grant execute on function public.create_invite(text, text[], text[]), public.revoke_invite(uuid) to authenticated;
grant execute on function public.create_setup_link(text), public.create_recovery_link(text, uuid), public.open_link(text),
  public.redeem_invite(text, uuid, text), public.redeem_recovery(text) to service_role;
