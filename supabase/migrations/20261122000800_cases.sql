-- What needs a person. Ids, labels, reasons and the decision; the words of guests stay beside the room's log.
-- Codes are those of shared/cases.ts.

create function private.are_codes(codes text[]) returns boolean
language sql immutable set search_path = '' as $$
  select cardinality(codes) <= 20 and not exists (select from unnest(codes) as code where code !~ '^[a-z0-9_]{1,40}$')
$$;

create table public.sanctions (
  id uuid primary key default gen_random_uuid(),
  case_id uuid,
  room text references public.rooms (id) on delete set null,
  room_group text not null,
  -- The session it is about; a random id that ends with the session.
  session text check (session ~ '^[A-Za-z0-9_-]{1,80}$'),
  kind text not null check (kind in ('warn', 'mute_10m', 'mute_1h', 'mute_24h', 'end_session')),
  reason text not null check (reason ~ '^[a-z_]{1,40}$'),
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  until timestamptz,
  lifted_at timestamptz,
  lifted_by uuid
);

create table public.cases (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('report', 'volunteer', 'guard', 'care', 'appeal', 'ring')),
  -- 3: somebody may be in danger.
  priority smallint not null default 1 check (priority between 0 and 3),
  room text references public.rooms (id) on delete set null,
  room_group text not null,
  youth boolean not null,
  epoch text check (epoch ~ '^[A-Za-z0-9_.:-]{1,60}$'),
  seqs bigint[] not null default '{}' check (cardinality(seqs) <= 50),
  held_id text check (held_id ~ '^[A-Za-z0-9_.:-]{1,80}$'),
  -- Sessions; random ids, taken away 72 hours after the decision.
  about text check (about ~ '^[A-Za-z0-9_-]{1,80}$'),
  reporter text check (reporter ~ '^[A-Za-z0-9_-]{1,80}$'),
  about_staff uuid,
  -- Those who took part and may not decide.
  involved uuid[] not null default '{}',
  sanction_id uuid unique references public.sanctions (id) on delete cascade,
  reasons text[] not null default '{}' check (private.are_codes(reasons)),
  labels text[] not null default '{}' check (private.are_codes(labels)),
  opened_at timestamptz not null default now(),
  claimed_by uuid,
  claimed_at timestamptz,
  decision text check (decision in ('no_action', 'removed', 'sanctioned', 'cared', 'lifted', 'upheld')),
  decision_reason text check (decision_reason ~ '^[a-z_]{1,40}$'),
  decided_by uuid,
  decided_at timestamptz,
  -- When the reporter was told the outcome.
  told_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  check ((kind = 'appeal') = (sanction_id is not null)),
  check ((kind = 'volunteer') = (about_staff is not null))
);
create index cases_open on public.cases (room_group, priority desc, opened_at) where decided_at is null;
alter table public.sanctions add foreign key (case_id) references public.cases (id) on delete set null;

alter table public.sanctions enable row level security;
alter table public.sanctions force row level security;
alter table public.cases enable row level security;
alter table public.cases force row level security;
revoke all on table public.sanctions, public.cases from public, anon, authenticated, service_role;
grant select on table public.sanctions, public.cases to authenticated, service_role;

-- Moderators: cases of their room groups; leads: all groups; youth rooms: the youth-vetted alone. About a volunteer: leads
-- alone. Nobody who took part.
create function private.sees_case(kind text, room_group text, youth boolean, involved uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select not auth.uid() = any (involved) and exists (
    select from public.staff s
    where s.id = auth.uid() and s.active
      and (not youth or s.youth_vetted)
      and case
        when private.can('staff.certify') then true
        when sees_case.kind = 'volunteer' then false
        else private.can('case.decide') and sees_case.room_group = any (s.room_groups)
      end
  )
$$;

create policy "those who may decide see a case" on public.cases for select to authenticated
  using (private.sees_case(kind, room_group, youth, involved));
create policy "those who decide in the group see its sanctions" on public.sanctions for select to authenticated
  using ((select private.can('sanction.decide')) and private.in_group(room_group));
create policy "leads see all sanctions" on public.sanctions for select to authenticated
  using ((select private.can('staff.certify')));

-- By the server, for a guest or the guard. The room gives the group.
create function public.open_case(
  kind text, room text, priority integer default 1, epoch text default null, seqs bigint[] default '{}',
  held_id text default null, about text default null, reporter text default null, about_staff uuid default null,
  reasons text[] default '{}', labels text[] default '{}'
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  place public.rooms;
  made uuid;
begin
  perform private.only_server();
  select * into place from public.rooms r where r.id = open_case.room;
  if place.id is null or open_case.kind = 'appeal' then
    perform private.refuse('404', 'not_found');
  end if;
  insert into public.cases (kind, priority, room, room_group, youth, epoch, seqs, held_id, about, reporter, about_staff,
    involved, reasons, labels)
  values (open_case.kind, open_case.priority, place.id, place.room_group, place.youth, open_case.epoch, open_case.seqs,
    open_case.held_id, open_case.about, open_case.reporter, open_case.about_staff,
    array_remove(array[open_case.about_staff], null), open_case.reasons, open_case.labels)
  returning id into made;
  return made;
end
$$;

-- One appeal for each sanction; the one who decided it does not see the appeal.
create function public.open_appeal(sanction_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  given public.sanctions;
  first_case public.cases;
  made uuid;
begin
  perform private.only_server();
  select * into given from public.sanctions s where s.id = open_appeal.sanction_id and s.lifted_at is null;
  if given.id is null then
    perform private.refuse('404', 'not_found');
  end if;
  select * into first_case from public.cases c where c.id = given.case_id;
  insert into public.cases (kind, room, room_group, youth, about, reporter, involved, sanction_id, reasons)
  values ('appeal', given.room, given.room_group, coalesce((select r.youth from public.rooms r where r.id = given.room), false),
    given.session, given.session, array_remove(array[given.decided_by, first_case.decided_by], null), given.id,
    array[given.reason])
  returning id into made;
  return made;
exception
  when unique_violation then
    perform private.refuse('409', 'taken');
    return null;
end
$$;

-- Why a case could not be changed: not there for this person, decided, or another's.
create function private.refuse_case(id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  other public.cases;
begin
  select * into other from public.cases c where c.id = refuse_case.id;
  if other.id is null or not private.sees_case(other.kind, other.room_group, other.youth, other.involved) then
    perform private.refuse('404', 'not_found');
  elsif other.decided_at is not null then
    perform private.refuse('409', 'already_decided');
  else
    perform private.refuse('409', 'taken');
  end if;
end
$$;

-- Exactly one person holds a case. A claim that led to nothing in 15 minutes can be taken over.
create function public.claim_case(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('case.decide');
  update public.cases c set claimed_by = auth.uid(), claimed_at = now()
  where c.id = claim_case.id and c.decided_at is null
    and (c.claimed_by is null or c.claimed_by = auth.uid() or c.claimed_at < now() - interval '15 minutes')
    and private.sees_case(c.kind, c.room_group, c.youth, c.involved);
  if not found then
    perform private.refuse_case(claim_case.id);
  end if;
  perform private.note('case.claim', 'case', claim_case.id::text, '{}');
end
$$;

create function public.release_case(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('case.decide');
  update public.cases c set claimed_by = null, claimed_at = null
  where c.id = release_case.id and c.decided_at is null and c.claimed_by = auth.uid();
  if not found then
    perform private.refuse_case(release_case.id);
  end if;
  perform private.note('case.release', 'case', release_case.id::text, '{}');
end
$$;

-- Once, by whoever holds the case, or by anybody who sees it while nobody does. A lifted appeal lifts its sanction.
create function public.decide_case(id uuid, decision text, reason text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  decided public.cases;
begin
  perform private.only_with('case.decide');
  update public.cases c set decision = decide_case.decision, decision_reason = decide_case.reason,
    decided_by = auth.uid(), decided_at = now()
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
    update public.sanctions s set lifted_at = now(), lifted_by = auth.uid()
    where s.id = decided.sanction_id and s.lifted_at is null;
  end if;
  perform private.note('case.decide', 'case', decided.id::text,
    jsonb_build_object('kind', decided.kind, 'decision', decided.decision, 'reason', coalesce(decided.decision_reason, '')));
end
$$;

-- What was done to a session, for the record and an appeal; the room's log enforces it. `until`: its end, when it has one.
create function public.note_sanction(
  room text, session text, kind text, reason text, until timestamptz default null, case_id uuid default null
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  place public.rooms;
  made uuid;
begin
  perform private.only_with('sanction.decide');
  select * into place from public.rooms r where r.id = note_sanction.room;
  if place.id is null or (place.youth and not (select s.youth_vetted from public.staff s where s.id = auth.uid()))
    or not (private.in_group(place.room_group) or private.can('staff.certify')) then
    perform private.refuse('404', 'not_found');
  end if;
  insert into public.sanctions (case_id, room, room_group, session, kind, reason, decided_by, until)
  values (note_sanction.case_id, place.id, place.room_group, note_sanction.session, note_sanction.kind,
    note_sanction.reason, auth.uid(), note_sanction.until)
  returning id into made;
  perform private.note('sanction.decide', 'sanction', made::text,
    jsonb_build_object('kind', note_sanction.kind, 'reason', note_sanction.reason, 'room', place.id));
  return made;
end
$$;

create function public.lift_sanction(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_with('sanction.decide');
  update public.sanctions s set lifted_at = now(), lifted_by = auth.uid()
  where s.id = lift_sanction.id and s.lifted_at is null
    and (private.in_group(s.room_group) or private.can('staff.certify'));
  if not found then
    perform private.refuse('409', 'already_decided');
  end if;
  perform private.note('sanction.lift', 'sanction', lift_sanction.id::text, '{}');
end
$$;

-- True for exactly one caller, so that a reporter is told once.
create function public.mark_told(id uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  update public.cases c set told_at = now()
  where c.id = mark_told.id and c.told_at is null and c.decided_at is not null;
  return found;
end
$$;

-- Takes the sessions' ids out of what was decided 72 hours ago, or opened a week ago; how many rows.
create function public.forget_sessions() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  cleared integer;
  more integer;
begin
  perform private.only_server();
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

-- Takes all rights at once; claims and coming shifts are free again.
create function public.remove_staff(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  person public.staff;
begin
  perform private.only_with('staff.manage');
  person := private.colleague(remove_staff.staff_id);
  update public.staff s set active = false, removed_at = now(), certified_until = null where s.id = person.id;
  update public.cases c set claimed_by = null, claimed_at = null where c.claimed_by = person.id and c.decided_at is null;
  delete from public.shifts s where s.staff_id = person.id and s.ends_at > now();
  delete from public.invites i where i.staff_id = person.id and i.used_at is null;
  perform private.note('staff.remove', 'staff', person.id::text, jsonb_build_object('role', person.role));
end
$$;

revoke all on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.can(text), private.in_group(text) to anon, authenticated, service_role;
grant execute on function private.sees_case(text, text, boolean, uuid[]) to authenticated;
revoke all on function
  public.open_case(text, text, integer, text, bigint[], text, text, text, uuid, text[], text[]), public.open_appeal(uuid),
  public.claim_case(uuid), public.release_case(uuid), public.decide_case(uuid, text, text),
  public.note_sanction(text, text, text, text, timestamptz, uuid), public.lift_sanction(uuid), public.mark_told(uuid),
  public.forget_sessions(), public.remove_staff(uuid) from public, anon, authenticated, service_role;
grant execute on function
  public.open_case(text, text, integer, text, bigint[], text, text, text, uuid, text[], text[]), public.open_appeal(uuid),
  public.mark_told(uuid), public.forget_sessions() to service_role;
grant execute on function public.claim_case(uuid), public.release_case(uuid), public.decide_case(uuid, text, text),
  public.note_sanction(text, text, text, text, timestamptz, uuid), public.lift_sanction(uuid), public.remove_staff(uuid)
  to authenticated;
