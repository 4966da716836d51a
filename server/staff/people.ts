import type { InviteCard, StaffCard, StaffList } from '../../shared/events.ts';
import type { Lang } from '../../shared/languages.ts';
import { COURSE } from '../../shared/staff.ts';
import type { InviteRow, StaffRow } from '../database/types.ts';
import type { Client } from '../ports/database.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'supabase' | 'rooms' | 'clock'>;

/** The database as this person, so that policies act. Throws `not_allowed` for guests. */
export async function clientOf(deps: Pick<Deps, 'supabase'>, who: Who): Promise<Client> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  return deps.supabase.asStaff(await who.access());
}

/** Everybody who works or worked here, and the invites that are open. Refusals: not_allowed, unavailable. */
export async function listStaff(deps: Needs, who: Who): Promise<StaffList> {
  const client = await clientOf(deps, who);
  const now = deps.clock();
  const [people, invites, course] = await Promise.all([
    client.from('staff').select('*').order('active', { ascending: false }).order('working_name'),
    client.from('invites').select(INVITE_COLUMNS).eq('kind', 'invite').is('used_at', null).order('expires_at'),
    client.from('course_progress').select('*'),
  ]);
  const error = people.error ?? invites.error ?? course.error;
  if (error) throw refusalOf(error);
  const unitsOf = (id: string) =>
    new Set((course.data ?? []).filter((row) => row.staff_id === id).map((row) => row.unit));
  const cards = (people.data ?? []).map((row) => cardOf(row, unitsOf(row.id)));
  return {
    people: cards,
    invites: (invites.data ?? []).map(inviteOf).filter(({ until }) => until > now),
    groups: [...new Set(deps.rooms.all().map((room) => room.group))],
    mayCertify: mayCertify(who as StaffWho, cards, now),
    now,
  };
}

/** As the database decides it: a lead, or the founding coordinator while there is no certified lead. */
function mayCertify(who: StaffWho, people: readonly StaffCard[], now: number): boolean {
  if (who.capabilities.has('staff.certify')) return true;
  const inForce = (until: number | null) => until !== null && until > now;
  const leads = people.filter(
    ({ role, active, certifiedUntil }) => role === 'lead' && active && inForce(certifiedUntil),
  );
  return who.founding && inForce(who.certifiedUntil) && leads.length === 0;
}

const cardOf = (row: StaffRow, units: ReadonlySet<string>): StaffCard => ({
  id: row.id,
  name: row.working_name,
  role: row.role,
  active: row.active,
  languages: row.languages,
  groups: row.room_groups,
  youthVetted: row.youth_vetted,
  certifiedUntil: row.certified_until === null ? null : Date.parse(row.certified_until),
  founding: row.founding,
  secondFactor: row.second_factor_at !== null,
  course: COURSE.filter((unit) => units.has(unit)),
  since: Date.parse(row.created_at),
});

/** Everything but the token's hash, which nobody may read. */
export const INVITE_COLUMNS = 'id, languages, room_groups, expires_at';

export const inviteOf = (row: Pick<InviteRow, 'id' | 'languages' | 'room_groups' | 'expires_at'>): InviteCard => ({
  id: row.id,
  languages: row.languages as Lang[],
  groups: row.room_groups,
  until: Date.parse(row.expires_at),
});
