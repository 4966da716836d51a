-- The server names a case, so that volunteers can be told of it while the database is away and the row is written once
-- after its return: writing the same case again changes nothing.

drop function public.open_case(text, text, integer, text, bigint[], text, text, text, uuid, text[], text[]);
create function public.open_case(
  kind text, room text, priority integer default 1, epoch text default null, seqs bigint[] default '{}',
  held_id text default null, about text default null, reporter text default null, about_staff uuid default null,
  reasons text[] default '{}', labels text[] default '{}', id uuid default gen_random_uuid()
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  place public.rooms;
begin
  perform private.only_server();
  select * into place from public.rooms r where r.id = open_case.room;
  if place.id is null or open_case.kind = 'appeal' then
    perform private.refuse('404', 'not_found');
  end if;
  insert into public.cases (id, kind, priority, room, room_group, youth, epoch, seqs, held_id, about, reporter, about_staff,
    involved, reasons, labels)
  values (open_case.id, open_case.kind, open_case.priority, place.id, place.room_group, place.youth, open_case.epoch,
    open_case.seqs, open_case.held_id, open_case.about, open_case.reporter, open_case.about_staff,
    array_remove(array[open_case.about_staff], null), open_case.reasons, open_case.labels)
  on conflict on constraint cases_pkey do nothing;
  return open_case.id;
end
$$;
revoke all on function
  public.open_case(text, text, integer, text, bigint[], text, text, text, uuid, text[], text[], uuid)
  from public, anon, authenticated, service_role;
grant execute on function
  public.open_case(text, text, integer, text, bigint[], text, text, text, uuid, text[], text[], uuid) to service_role;
