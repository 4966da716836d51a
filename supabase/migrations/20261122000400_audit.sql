-- Who did what to whom, in ids and codes, never in words. Rows are chained by hashes; nobody changes or deletes one.

-- Refuses with an HTTP status and one of the codes of shared/errors.ts as the message.
create function private.refuse(status text, code text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || status, message = code;
end
$$;

-- A flat object of numbers, yes/no, ids and codes: no room for a sentence.
create function private.is_codes(details jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(details) = 'object' and not exists (
    select from jsonb_each(details) as pair
    where pair.key !~ '^[a-z_]{1,40}$'
      or not case jsonb_typeof(pair.value)
        when 'string' then pair.value #>> '{}' ~ '^[A-Za-z0-9_.:+,-]{0,80}$'
        when 'object' then false
        when 'array' then false
        else true
      end
  )
$$;

create table public.audit (
  seq bigint primary key,
  at timestamptz not null,
  -- null: the server itself. Not a reference: the row outlives the account.
  actor uuid,
  actor_role text,
  act text not null check (act ~ '^[a-z_]+\.[a-z_]+$' and char_length(act) <= 60),
  subject_kind text not null default '' check (subject_kind ~ '^[a-z_]{0,40}$'),
  subject text not null default '' check (subject ~ '^[A-Za-z0-9_:.-]{0,80}$'),
  details jsonb not null default '{}' check (private.is_codes(details) and pg_column_size(details) <= 2000),
  previous text not null,
  hash text not null
);
create index audit_actor on public.audit (actor);
create index audit_subject on public.audit (subject_kind, subject);

alter table public.audit enable row level security;
alter table public.audit force row level security;
revoke all on table public.audit from public, anon, authenticated, service_role;
grant select on table public.audit to authenticated, service_role;
create policy "those with the right read the audit" on public.audit for select to authenticated
  using ((select private.can('audit.read')));

create function private.audit_hash(entry public.audit) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(jsonb_build_array(
    entry.previous, entry.seq, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor, entry.actor_role,
    entry.act, entry.subject_kind, entry.subject, entry.details)::text, 'UTF8')), 'hex')
$$;

-- Every way of inserting goes through here, so that nobody chooses the actor, the time or the place in the chain.
create function private.chain_audit() returns trigger
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
  new.previous := coalesce(last.hash, '');
  new.hash := private.audit_hash(new);
  return new;
end
$$;
create trigger chain before insert on public.audit for each row execute function private.chain_audit();

create function private.keep_audit() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT403', message = 'not_allowed', detail = 'The audit is never changed.';
end
$$;
create trigger keep_rows before update or delete on public.audit for each row execute function private.keep_audit();
create trigger keep_all before truncate on public.audit for each statement execute function private.keep_audit();

-- Called by the other functions of the database, which have checked the rights.
create function private.note(act text, subject_kind text, subject text, details jsonb) returns bigint
language sql volatile security definer set search_path = '' as $$
  insert into public.audit (act, subject_kind, subject, details)
  values (act, subject_kind, subject, details) returning seq
$$;

-- An act of the person who asks, or of the server itself (the secret key).
create function public.write_audit(act text, subject_kind text default '', subject text default '', details jsonb default '{}')
returns bigint
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (private.can('desk.open') or (auth.uid() is null and auth.role() = 'service_role')) then
    perform private.refuse('403', 'not_allowed');
  end if;
  return private.note(write_audit.act, write_audit.subject_kind, write_audit.subject, write_audit.details);
end
$$;

-- Walks the whole chain. `broken_at`: the first row that does not fit, null when all do. A cut-off end is found by
-- comparing `head_seq` and `head_hash` with those noted earlier.
create function public.verify_audit()
returns table (entries bigint, broken_at bigint, head_seq bigint, head_hash text)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not (private.can('audit.read') or (auth.uid() is null and auth.role() = 'service_role')) then
    perform private.refuse('403', 'not_allowed');
  end if;
  return query
    with walked as (
      select a.seq, a.hash, a.previous, private.audit_hash(a) as should,
        coalesce(lag(a.hash) over (order by a.seq), '') as before,
        coalesce(lag(a.seq) over (order by a.seq), 0) + 1 as place
      from public.audit a
    )
    select count(*), min(w.seq) filter (where w.hash <> w.should or w.previous <> w.before or w.seq <> w.place),
      max(w.seq), (select h.hash from public.audit h order by h.seq desc limit 1)
    from walked w;
end
$$;

revoke all on all functions in schema private from public, anon, authenticated, service_role;
grant execute on function private.can(text), private.in_group(text) to anon, authenticated, service_role;
revoke all on function public.write_audit(text, text, text, jsonb), public.verify_audit()
  from public, anon, authenticated, service_role;
grant execute on function public.write_audit(text, text, text, jsonb), public.verify_audit() to authenticated, service_role;
