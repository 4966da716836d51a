-- Second factors and recovery codes. The server alone touches them, with the secret key.

create table public.second_factors (
  staff_id uuid primary key references public.staff (id) on delete cascade,
  -- Sealed by the server (server/database/seal.ts): v1.nonce.tag.text, base64url. A copy of the database is no copy of the secret.
  sealed_secret text not null check (sealed_secret ~ '^v1(\.[A-Za-z0-9_-]+){3}$'),
  created_at timestamptz not null default now(),
  -- null: not in force until a first code was right.
  confirmed_at timestamptz,
  -- The last time step that was used; a code opens once.
  last_step bigint not null default 0
);

create table public.recovery_codes (
  staff_id uuid not null references public.staff (id) on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

alter table public.second_factors enable row level security;
alter table public.second_factors force row level security;
alter table public.recovery_codes enable row level security;
alter table public.recovery_codes force row level security;
revoke all on table public.second_factors, public.recovery_codes from public, anon, authenticated, service_role;
grant select, insert, update, delete on table public.second_factors, public.recovery_codes to service_role;

-- True for exactly one caller with this step or a later one (RFC 6238, 5.2: a code is accepted once).
create function public.spend_totp_step(staff_id uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.only_server();
  update public.second_factors f set last_step = spend_totp_step.step, confirmed_at = coalesce(f.confirmed_at, now())
  where f.staff_id = spend_totp_step.staff_id and f.last_step < spend_totp_step.step;
  return found;
end
$$;

-- True for exactly one caller.
create function public.spend_recovery_code(staff_id uuid, code_hash text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  spent boolean;
begin
  perform private.only_server();
  update public.recovery_codes c set used_at = now()
  where c.staff_id = spend_recovery_code.staff_id and c.code_hash = spend_recovery_code.code_hash and c.used_at is null;
  spent := found;
  if spent then
    perform private.note('recovery.code', 'staff', spend_recovery_code.staff_id::text, '{}');
  end if;
  return spent;
end
$$;

revoke all on function public.spend_totp_step(uuid, bigint), public.spend_recovery_code(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.spend_totp_step(uuid, bigint), public.spend_recovery_code(uuid, text) to service_role;
