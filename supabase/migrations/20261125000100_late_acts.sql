-- What volunteers decide is written once, also when the answer was lost on its way and it is asked for again, and also
-- when the database was away: such acts wait beside the rooms and are written by any server after its return, in the name
-- and by the rights of the person who took them.

-- Acts that were written. They are forgotten after a week; nothing waits that long.
create table private.acts (
  id uuid primary key,
  staff_id uuid not null,
  written_at timestamptz not null default now()
);
create index acts_written on private.acts (written_at);
alter table private.acts enable row level security;
alter table private.acts force row level security;
revoke all on table private.acts from public, anon, authenticated, service_role;

-- The moment of the act at hand: now, or when a late one was taken.
create function private.act_time() returns timestamptz
language sql stable set search_path = '' as $$
  select coalesce(nullif(current_setting('tirek.taken_at', true), '')::timestamptz, now())
$$;

-- As before, but a certificate counts at the moment of the act.
create or replace function private.can(capability text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.staff s
    where s.id = auth.uid() and s.active
      and (s.role not in ('lead', 'coordinator') or s.second_factor_at is not null)
      and capability = any (private.capabilities_of(s.role, coalesce(s.certified_until > private.act_time(), false)))
  )
$$;

-- As before; a row of a late act says when it was taken (`taken`, ms since 1970), since it rests on the server's word.
create or replace function private.chain_audit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  last public.audit;
begin
  -- One writer at a time until its transaction ends: two rows never share a predecessor.
  perform pg_advisory_xact_lock(7236101);
  select * into last from public.audit order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := greatest(clock_timestamp(), last.at);
  new.actor := auth.uid();
  new.actor_role := (select role from public.staff where id = auth.uid());
  if nullif(current_setting('tirek.taken_at', true), '') is not null then
    new.details := new.details || jsonb_build_object('taken', (extract(epoch from private.act_time()) * 1000)::bigint);
  end if;
  new.previous := coalesce(last.hash, '');
  new.hash := private.audit_hash(new);
  return new;
end
$$;

create or replace function public.claim_case(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('case.decide');
  update public.cases c set claimed_by = auth.uid(), claimed_at = private.act_time()
  where c.id = claim_case.id and c.decided_at is null
    and (c.claimed_by is null or c.claimed_by = auth.uid() or c.claimed_at < now() - interval '15 minutes')
    and private.sees_case(c.kind, c.room_group, c.youth, c.involved);
  if not found then
    perform private.refuse_case(claim_case.id);
  end if;
  perform private.note('case.claim', 'case', claim_case.id::text, '{}');
end
$$;

create or replace function public.decide_case(id uuid, decision text, reason text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  decided public.cases;
begin
  perform private.only_with('case.decide');
  update public.cases c set decision = decide_case.decision, decision_reason = decide_case.reason,
    decided_by = auth.uid(), decided_at = private.act_time()
  where c.id = decide_case.id and c.decided_at is null
    and (c.claimed_by is null or c.claimed_by = auth.uid() or c.claimed_at < now() - interval '15 minutes')
    and private.sees_case(c.kind, c.room_group, c.youth, c.involved)
  returning * into decided;
  if decided.id is null then
    perform private.refuse_case(decide_case.id);
  end if;
  if (decided.kind = 'appeal') <> (decided.decision in ('lifted', 'upheld')) then
    perform private.refuse('400', 'bad_input');
  end if;
  if decided.decision = 'lifted' then
    update public.sanctions s set lifted_at = private.act_time(), lifted_by = auth.uid()
    where s.id = decided.sanction_id and s.lifted_at is null;
  end if;
  perform private.note('case.decide', 'case', decided.id::text,
    jsonb_build_object('kind', decided.kind, 'decision', decided.decision, 'reason', coalesce(decided.decision_reason, '')));
end
$$;

-- The server names a sanction, so that it is in force, and can be appealed, before its row is written.
drop function public.note_sanction(text, text, text, text, timestamptz, uuid);
create function public.note_sanction(
  room text, session text, kind text, reason text, until timestamptz default null, case_id uuid default null,
  id uuid default gen_random_uuid()
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  place public.rooms;
begin
  perform private.only_with('sanction.decide');
  select * into place from public.rooms r where r.id = note_sanction.room;
  if place.id is null or (place.youth and not (select s.youth_vetted from public.staff s where s.id = auth.uid()))
    or not (private.in_group(place.room_group) or private.can('staff.certify')) then
    perform private.refuse('404', 'not_found');
  end if;
  insert into public.sanctions (id, case_id, room, room_group, session, kind, reason, decided_by, decided_at, until)
  values (note_sanction.id, note_sanction.case_id, place.id, place.room_group, note_sanction.session, note_sanction.kind,
    note_sanction.reason, auth.uid(), private.act_time(), note_sanction.until);
  perform private.note('sanction.decide', 'sanction', note_sanction.id::text,
    jsonb_build_object('kind', note_sanction.kind, 'reason', note_sanction.reason, 'room', place.id));
  return note_sanction.id;
end
$$;

create or replace function public.lift_sanction(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('sanction.decide');
  update public.sanctions s set lifted_at = private.act_time(), lifted_by = auth.uid()
  where s.id = lift_sanction.id and s.lifted_at is null
    and (private.in_group(s.room_group) or private.can('staff.certify'));
  if not found then
    perform private.refuse('409', 'already_decided');
  end if;
  perform private.note('sanction.lift', 'sanction', lift_sanction.id::text, '{}');
end
$$;

-- Each of these asks for the rights of auth.uid() itself.
create function private.run_act(act text, input jsonb) returns void
language plpgsql volatile set search_path = '' as $$
begin
  case run_act.act
    when 'claim_case' then perform public.claim_case((input ->> 'id')::uuid);
    when 'release_case' then perform public.release_case((input ->> 'id')::uuid);
    when 'decide_case' then
      perform public.decide_case((input ->> 'id')::uuid, input ->> 'decision', input ->> 'reason');
    when 'note_sanction' then
      perform public.note_sanction(input ->> 'room', input ->> 'session', input ->> 'kind', input ->> 'reason',
        (input ->> 'until')::timestamptz, (input ->> 'case_id')::uuid, (input ->> 'id')::uuid);
    when 'lift_sanction' then perform public.lift_sanction((input ->> 'id')::uuid);
    when 'write_audit' then
      perform public.write_audit(input ->> 'act', coalesce(input ->> 'subject_kind', ''),
        coalesce(input ->> 'subject', ''), coalesce(input -> 'details', '{}'));
    else perform private.refuse('400', 'bad_input');
  end case;
end
$$;

-- An act of the person who asks. Asked for again under the same id, it is not done again: false.
create function public.write_act(id uuid, act text, input jsonb) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('desk.open');
  insert into private.acts (id, staff_id) values (write_act.id, auth.uid()) on conflict on constraint acts_pkey do nothing;
  if not found then
    return false;
  end if;
  perform private.run_act(write_act.act, write_act.input);
  return true;
end
$$;

-- An act that waited, by the server, since the token of its person has ended: in their name and by their rights, which
-- the functions above ask for as ever. `before`: it had been written. `refused`: they had no right to it, or somebody was
-- faster; the audit says so.
create function public.write_late_act(id uuid, act text, input jsonb, staff_id uuid, taken_at timestamptz) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  claims text := coalesce(current_setting('request.jwt.claims', true), '');
  claimed_role text := coalesce(current_setting('request.jwt.claim.role', true), '');
  refusal text;
begin
  perform private.only_server();
  insert into private.acts (id, staff_id) values (write_late_act.id, write_late_act.staff_id)
  on conflict on constraint acts_pkey do nothing;
  if not found then
    return 'before';
  end if;
  perform
    set_config('tirek.taken_at', least(greatest(write_late_act.taken_at, now() - interval '73 hours'), now())::text, true),
    set_config('request.jwt.claims', json_build_object('sub', write_late_act.staff_id, 'role', 'authenticated')::text, true),
    set_config('request.jwt.claim.sub', write_late_act.staff_id::text, true),
    set_config('request.jwt.claim.role', 'authenticated', true);
  begin
    perform private.run_act(write_late_act.act, write_late_act.input);
  exception
    when others then
      -- What the database itself could not do (no room on the disk) is tried again; what it will never do is noted.
      if sqlstate !~ '^(PT|22|23|42|P0)' then
        raise;
      end if;
      refusal := case when sqlstate like 'PT%' then sqlerrm else sqlstate end;
  end;
  perform
    set_config('request.jwt.claims', claims, true),
    set_config('request.jwt.claim.sub', '', true),
    set_config('request.jwt.claim.role', claimed_role, true);
  if refusal is not null then
    perform private.note('act.refused', 'act', write_late_act.id::text, jsonb_build_object(
      'act', left(write_late_act.act, 40), 'code', refusal, 'staff', write_late_act.staff_id));
  end if;
  perform set_config('tirek.taken_at', '', true);
  return case when refusal is null then 'written' else 'refused' end;
end
$$;

-- As before, and the ids of acts that were written a week ago.
create or replace function public.forget_sessions() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  cleared integer;
  more integer;
begin
  perform private.only_server();
  delete from private.acts a where a.written_at < now() - interval '7 days';
  update public.cases c set about = null, reporter = null, held_id = null
  where (c.decided_at < now() - interval '72 hours' or c.opened_at < now() - interval '7 days')
    and (c.about is not null or c.reporter is not null or c.held_id is not null);
  get diagnostics cleared = row_count;
  update public.sanctions s set session = null
  where s.session is not null and greatest(s.decided_at, s.until) < now() - interval '72 hours';
  get diagnostics more = row_count;
  return cleared + more;
end
$$;

revoke all on function private.act_time(), private.run_act(text, jsonb) from public, anon, authenticated, service_role;
revoke all on function public.note_sanction(text, text, text, text, timestamptz, uuid, uuid),
  public.write_act(uuid, text, jsonb), public.write_late_act(uuid, text, jsonb, uuid, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function public.note_sanction(text, text, text, text, timestamptz, uuid, uuid),
  public.write_act(uuid, text, jsonb) to authenticated;
grant execute on function public.write_late_act(uuid, text, jsonb, uuid, timestamptz) to service_role;
